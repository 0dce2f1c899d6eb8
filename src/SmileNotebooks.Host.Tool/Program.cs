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
          smile lab                                 open notebooks in Jupyter, with the C# kernel

        Exit codes: 0 done; 1 something failed (a file, a cell; the rest was done); 2 command line not understood;
        3 a program that the work needs is missing; 130 stopped by Ctrl+C.
        """;

    private static Task<int> Main(string[] args) => CommandLineProgram.RunAsync(args, Create);

    private static RootCommand Create()
    {
        RootCommand root = new(Description);
        foreach (Command command in CommandLineProgram.NotebookCommands)
        {
            root.Subcommands.Add(command);
        }

        return root;
    }
}
