// The `smile` command. Each subcommand is a class in Commands/; the work is done by the libraries.
using System.CommandLine;
using SmileNotebooks.Cli.Commands;

namespace SmileNotebooks.Cli;

internal static class Program
{
    private const string Description = """
        Measures smiles in pictures, runs C# notebooks and publishes them as reports.

        Start here:
          smile measure photo.jpg                  one photo: action units and smile in a table
          smile measure photos/ --csv smiles.csv   a folder of photos, for R or a spreadsheet
          smile classify smiles.csv --model M.onnx the probability that a trained classifier gives to each smile
          smile train smiles.csv --label genuine --person subject   a classifier of your own
          smile publish                            run all notebooks into reports/index.html
          smile lab                                open them in Jupyter, with the C# kernel
          smile models list                        which face models are there

        Exit codes: 0 done; 1 something failed (a file, a cell, a test; the rest was done); 2 command line not understood;
        3 a program or model is missing; 130 stopped by Ctrl+C.
        Nothing is uploaded. The network is used by notebooks that say `#r "nuget: ..."`, and by nothing else.
        """;

    private static Task<int> Main(string[] args) => CommandLineProgram.RunAsync(args, Create);

    private static RootCommand Create()
    {
        RootCommand root = new(Description);
        root.Subcommands.Add(MeasureCommand.Create());
        root.Subcommands.Add(ClassifyCommand.Create());
        root.Subcommands.Add(TrainCommand.Create());
        root.Subcommands.Add(ModelsCommand.Create());
        foreach (Command command in CommandLineProgram.NotebookCommands)
        {
            root.Subcommands.Add(command);
        }

        root.Subcommands.Add(TestCommand.Create());
        return root;
    }
}
