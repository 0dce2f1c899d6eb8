// The speed of training classifiers beside scikit-learn. See bench/README.md.
using SmileNotebooks.Classification.Benchmarks;

switch (args)
{
    case ["worker", string folder]:
        Worker.Run((name, _) => OurCases.Prepare(name, new BenchmarkData(folder)));
        return 0;
    case ["report"]:
        string machine = MachineFacts.ToMarkdown();
        ResultsPage.Write("RESULTS-CLASSIFICATION.md", "Results of classification", "./bench/run classification", machine, ClassificationComparison.Run(_ => true));
        return 0;
    case ["only", string work]:
        Console.WriteLine(ClassificationComparison.Run(name => name == work));
        return 0;
    default:
        Console.Error.WriteLine("Usage: report | only WORK, for instance only ridge");
        return 2;
}
