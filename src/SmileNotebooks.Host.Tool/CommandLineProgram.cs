// What every `smile` program does around its commands: help, usage errors, exit codes, Ctrl+C.
using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using SmileNotebooks.Host.Tool.Commands;
using Spectre.Console;

namespace SmileNotebooks.Host.Tool;

/// <summary>Runs a command line.</summary>
internal static class CommandLineProgram
{
    /// <summary>A table that goes into a file or another program is not folded at 80 columns.</summary>
    private const int WidthOfFiles = 160;

    /// <summary>After Ctrl+C, what is under way ends and half-written files are removed; a large picture takes a moment.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    /// <summary>The commands that need nothing but a notebook.</summary>
    public static IEnumerable<Command> NotebookCommands => [RunCommand.Create(), PublishCommand.Create(), KernelCommand.Create(), LabCommand.Create(), StripCommand.Create(), ConvertCommand.Create()];

    /// <param name="args">The program's arguments.</param>
    /// <param name="create">Makes the program's commands.</param>
    /// <returns>The exit code: one of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Func<RootCommand> create)
    {
        // This program again, as the process of one notebook's cells.
        if (NotebookWorker.IsAsked(args))
        {
            return await NotebookWorker.RunAsync(args);
        }

        RootCommand root = create();
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
            TimeSpan? timeToStop = parsed.CommandResult.Command is DetailedCommand { TakesSignals: true } ? null : TimeToStop;
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = timeToStop });
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
            await Console.Error.WriteLineAsync($"smile: {CommandException.Unforeseen(error).Message}");
            return ExitCode.Failure;
        }
    }

    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "smile";
}
