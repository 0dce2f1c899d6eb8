using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Runtime.InteropServices;
using SmileNotebooks.Host.Tool.Kernels;

namespace SmileNotebooks.Host.Tool.Commands;

/// <summary><c>smile lab</c>: opens notebooks in the Jupyter that is there.</summary>
internal static class LabCommand
{
    private const string Line = "Opens notebooks in JupyterLab, or else Jupyter Notebook, with the C# kernel.";

    private const string Details = """
        Examples:
          smile lab                                     the current folder
          smile lab notebooks/ -- --no-browser --port 9000   what stands behind -- is Jupyter's

        The kernel is installed for this user first, where it is not.
        """;

    public static Command Create()
    {
        Argument<string?> path = new("path") { Description = "A folder or a notebook. Default: the current folder.", Arity = ArgumentArity.ZeroOrOne };
        Argument<string[]> rest = new("arguments") { Description = "Behind --: handed on to Jupyter.", Arity = ArgumentArity.ZeroOrMore };
        DetailedCommand command = new("lab", Line, Details) { TakesSignals = true };
        command.Arguments.Add(path);
        command.Arguments.Add(rest);
        command.SetAction((parsed, _) => RunAsync(WordsOf(parsed)));
        return command;
    }

    // The parser drops the --, but tells where it stood.
    private static (string? Path, string[] Further) WordsOf(ParseResult parsed)
    {
        string[] all = [.. parsed.Tokens.Where(token => token.Type is TokenType.Argument or TokenType.DoubleDash).Select(token => token.Value)];
        int dashes = Array.IndexOf(all, "--");
        string[] own = dashes < 0 ? all : all[..dashes];
        return own.Length <= 1
            ? (own.FirstOrDefault(), dashes < 0 ? [] : all[(dashes + 1)..])
            : throw new CommandException($"lab opens one folder or notebook, found {own.Length}: {string.Join(", ", own)}. What is meant for Jupyter stands behind --.", ExitCode.Usage);
    }

    private static async Task<int> RunAsync((string? Path, string[] Further) words)
    {
        if (words.Path is not null && !Path.Exists(words.Path))
        {
            throw new CommandException($"There is no folder or notebook {words.Path}.", ExitCode.Failure);
        }

        if (File.Exists(words.Path) && Path.GetExtension(words.Path) is var extension && !extension.Equals(".ipynb", StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException($"{words.Path}: found the extension {(extension.Length == 0 ? "none" : extension)}, expected a folder or an .ipynb notebook: Jupyter opens no others. See: smile convert --help", ExitCode.Failure);
        }

        string jupyter = ProgramFinder.Find("jupyter-lab") ?? ProgramFinder.Find("jupyter-notebook") ?? throw new CommandException(
            "There is no Jupyter on PATH: install it with `pip install jupyterlab` (Debian: apt-get install jupyter-notebook), then try again.", ExitCode.MissingSetup);
        InstallWhereNeeded();

        // Ctrl+C is Jupyter's: it asks whether to stop, and this program waits for it.
        using PosixSignalRegistration ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using Process process = Process.Start(jupyter, words.Path is null ? words.Further : [words.Path, .. words.Further]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static void InstallWhereNeeded()
    {
        bool isInstalled = Kernelspec.Below(JupyterFolders.All).Any(kernel => kernel.IsOurs && kernel.Command.Take(ThisProgram.Command.Length).SequenceEqual(ThisProgram.Command));
        if (!isInstalled)
        {
            KernelCommand.Tell(KernelInstallation.Install(JupyterFolders.User, name: null, displayName: null), JupyterFolders.User);
        }
    }
}
