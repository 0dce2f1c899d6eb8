// `smile` as an installed .NET tool: the notebook commands alone. A checkout's `smile` has these and those that measure pictures.
using System.CommandLine;

namespace SmileNotebooks.Host.Tool;

internal static class Program
{
    private const string Description = """
        Runs C# notebooks of the .NET Interactive dialect and publishes them as reports.

        Start here:
          smile run study.ipynb -o executed.ipynb   run a notebook from top to bottom
          smile publish study.ipynb                 run it into reports/study.html, which opens without a network

        Exit codes: 0 done; 1 something failed (a file, a cell; the rest was done); 2 command line not understood;
        3 a program that the work needs is missing; 130 stopped by Ctrl+C.
        """;

    private static Task<int> Main(string[] args)
    {
        // This program again, as the process of one notebook's cells.
        if (NotebookWorker.IsAsked(args))
        {
            return NotebookWorker.RunAsync(args);
        }

        RootCommand root = new(Description);
        foreach (Command command in CommandLineProgram.NotebookCommands)
        {
            root.Subcommands.Add(command);
        }

        return CommandLineProgram.RunAsync(root, args);
    }
}
