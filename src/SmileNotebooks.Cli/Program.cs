// The `smile` command. Each subcommand is a class in Commands/; the work is done by the libraries.
using System.CommandLine;
using SmileNotebooks.Cli.Commands;
using SmileNotebooks.Host;

namespace SmileNotebooks.Cli;

internal static class Program
{
    private const string Description = """
        Measures smiles in pictures, runs C# notebooks and publishes them as reports.

        Start here:
          smile measure photo.jpg                  one photo: action units and smile in a table
          smile measure photos/ --csv smiles.csv   a folder of photos, for R or a spreadsheet
          smile publish                            run all notebooks into reports/index.html
          smile models list                        which face models are there

        Exit codes: 0 done; 1 something failed (a file, a cell, a test; the rest was done); 2 command line not understood;
        3 a program or model is missing; 130 stopped by Ctrl+C.
        The network is never used, and nothing is uploaded.
        """;

    private static Task<int> Main(string[] args)
    {
        // This program again, as the process of one notebook's cells.
        if (NotebookWorker.IsAsked(args))
        {
            return NotebookWorker.RunAsync(args);
        }

        RootCommand root = new(Description);
        root.Subcommands.Add(MeasureCommand.Create());
        root.Subcommands.Add(ModelsCommand.Create());
        foreach (Command command in CommandLineProgram.NotebookCommands)
        {
            root.Subcommands.Add(command);
        }

        root.Subcommands.Add(TestCommand.Create());
        return CommandLineProgram.RunAsync(root, args);
    }
}
