// The `smile` command. Each subcommand is a class in Commands/; the work is done by the libraries.
using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using SmileNotebooks.Cli.Commands;
using Spectre.Console;

namespace SmileNotebooks.Cli;

internal static class Program
{
    /// <summary>A table that goes into a file or another program is not folded at 80 columns.</summary>
    private const int WidthOfFiles = 160;

    /// <summary>After Ctrl+C, what is under way ends and half-written files are removed; a large picture takes a moment.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

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

    private static async Task<int> Main(string[] args)
    {
        RootCommand root = new(Description);
        root.Subcommands.Add(MeasureCommand.Create());
        root.Subcommands.Add(ModelsCommand.Create());
        root.Subcommands.Add(RunCommand.Create());
        root.Subcommands.Add(PublishCommand.Create());
        root.Subcommands.Add(TestCommand.Create());

        DetailedHelp.Attach(root);
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfFiles;
        }

        ParseResult parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (string error in UsageErrors.Describe(parsed))
            {
                await Console.Error.WriteLineAsync($"smile: {error}");
            }

            await Console.Error.WriteLineAsync($"See: {PathOf(parsed.CommandResult)} --help");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop });
        }
        catch (CommandException error)
        {
            await Console.Error.WriteLineAsync($"smile: {error.Message}");
            return error.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("smile: stopped.");
            return ExitCode.Interrupted;
        }
        catch (Exception error)
        {
            await Console.Error.WriteLineAsync($"smile: an error that should not happen; please report it with these lines.\n{error}");
            return ExitCode.Failure;
        }
    }

    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "smile";
}
