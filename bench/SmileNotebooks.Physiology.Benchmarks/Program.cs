// The speed of physiology beside SciPy, MNE and BioSPPy. See bench/README.md.
using SmileNotebooks.Physiology.Benchmarks;

switch (args)
{
    case ["worker", string folder]:
        Worker.Run((name, scale) => OurCases.Prepare(name, scale, folder));
        return 0;
    case ["report"]:
        string machine = MachineFacts.ToMarkdown();
        ResultsPage.Write("RESULTS-PHYSIOLOGY.md", "Results of physiology and experiments", "./bench/run physiology", machine, PhysiologyComparison.Run(_ => true));
        return 0;
    case ["only", string work]:
        Console.WriteLine(PhysiologyComparison.Run(name => name == work));
        return 0;
    default:
        Console.Error.WriteLine("Usage: report | only WORK, for instance only pipeline");
        return 2;
}
