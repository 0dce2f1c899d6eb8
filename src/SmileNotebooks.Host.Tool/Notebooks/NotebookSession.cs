using System.Collections.Immutable;
using System.ComponentModel;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>A notebook file that is run from the command line, in a process of its own.</summary>
internal static class NotebookSession
{
    /// <exception cref="CommandException">The notebook cannot be read.</exception>
    public static NotebookDocument Read(string path) => Explained(path, () =>
    {
        if (Directory.Exists(path))
        {
            throw new CommandException($"{path}: a folder; expected a notebook file.", ExitCode.Failure);
        }

        return NotebookFile.Read(path);
    });

    /// <summary>The notebook as it will be run.</summary>
    /// <exception cref="CommandException">It does not take the parameters.</exception>
    public static NotebookDocument Prepare(string path, NotebookDocument document, NotebookSettings settings) =>
        Explained(path, () => NotebookRunner.Prepare(document, ParametersOf(path, settings)));

    /// <summary>What the notebook's metadata say that it needs, and that is not there.</summary>
    /// <exception cref="CommandException">The metadata cannot be understood.</exception>
    public static ImmutableArray<NotebookNeed> MissingNeeds(string path, NotebookDocument document)
    {
        NotebookNeeds needs = NotebookNeeds.Of(document);
        return needs.Problem.Length == 0 ? needs.Missing(FolderOf(path)) : throw new CommandException($"{path}: {needs.Problem}", ExitCode.Failure);
    }

    /// <exception cref="CommandException">The notebook needs what is not there, does not take the parameters, is of another language, or its process cannot be started.</exception>
    public static Task<RunResult> RunAsync(string path, NotebookDocument document, NotebookSettings settings, NotebookBar bar, CancellationToken stop)
    {
        if (MissingNeeds(path, document) is [_, ..] missing)
        {
            throw new CommandException($"{path}: not run, needs {string.Join("; ", missing)}", ExitCode.MissingSetup);
        }

        RunOptions options = new()
        {
            Folder = FolderOf(path),
            Parameters = ParametersOf(path, settings),
            CellTimeOut = settings.CellTimeOut,
            AllowErrors = settings.AllowErrors,
            Clock = settings.Clock,
            Progress = bar.Begin,
            Output = bar.Show,
            Program = EngineProgram.Current with { MemoryLimit = settings.MemoryLimit },
            ProcessLine = line => Console.Error.WriteLine($"{Path.GetFileName(path)}: {line}"),
        };
        return Explained(path, () => NotebookRunner.RunAsync(document, options, stop));
    }

    public static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    private static ImmutableSortedDictionary<string, ParameterValue> ParametersOf(string path, NotebookSettings settings) =>
        ParameterPaths.SeenFrom(settings.Parameters, FolderOf(path));

    private static T Explained<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (Explain(path, error) is { } explained)
        {
            throw explained;
        }
    }

    private static async Task<T> Explained<T>(string path, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (Explain(path, error) is { } explained)
        {
            throw explained;
        }
    }

    private static CommandException? Explain(string path, Exception error) => error switch
    {
        ParameterException => new CommandException($"{path}: {error.Message}", ExitCode.Usage, error),
        NotebookFormatException or FileNotFoundException => new CommandException(error.Message, ExitCode.Failure, error),
        Win32Exception => new CommandException($"{path}: its process cannot be started: {error.Message}", ExitCode.MissingSetup, error),
        NotSupportedException or IOException or UnauthorizedAccessException => new CommandException($"{path}: {error.Message}", ExitCode.Failure, error),
        _ => null,
    };
}
