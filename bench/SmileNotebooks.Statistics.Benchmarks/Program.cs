// The speed of the statistics beside R, SciPy, MNE, scikit-learn and statsmodels. See bench/README.md.
using SmileNotebooks.Statistics.Benchmarks;

switch (args)
{
    case ["worker", string folder]:
        BenchmarkData data = new(folder);
        Worker.Run((name, scale) => OurCases.Prepare(name, scale, data));
        return 0;
    case ["report"]:
        string machine = MachineFacts.ToMarkdown();
        ResultsPage.Write("RESULTS-STATISTICS.md", "Results of the statistics", "./bench/run statistics", machine, StatisticsComparison.Run(_ => true));
        return 0;
    case ["only", string work]:
        Console.WriteLine(StatisticsComparison.Run(name => name == work));
        return 0;
    default:
        Console.Error.WriteLine("Usage: report | only WORK, for instance only cluster");
        return 2;
}
