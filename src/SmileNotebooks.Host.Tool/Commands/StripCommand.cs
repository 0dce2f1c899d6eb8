using System.CommandLine;
using SmileNotebooks.Host.Tool.Notebooks;

namespace SmileNotebooks.Host.Tool.Commands;

/// <summary><c>smile strip</c>: takes the outputs out of notebooks, so that they can be committed.</summary>
internal static class StripCommand
{
    private const string Line = "Takes outputs, execution counts and run times out of .ipynb notebooks, in place.";

    private const string Details = """
        Examples:
          smile strip                       all notebooks below notebooks/
          smile strip --check notebooks/    for CI: changes nothing, names those that hold outputs, and fails if there is one

        Only files that hold something to take out are written. Checkpoints (.ipynb_checkpoints) are left alone.
        """;

    public static Command Create()
    {
        Argument<string[]> paths = new("path") { Description = "Notebooks, and folders of notebooks. Default: notebooks/ of the project.", Arity = ArgumentArity.ZeroOrMore };
        Option<bool> check = new("--check") { Description = "Change nothing; name the notebooks that hold outputs, and fail if there is one." };
        UsageErrors.RefuseOptions(paths);
        DetailedCommand command = new("strip", Line, Details) { paths, check };
        command.SetAction(parsed => Run(parsed.GetValue(paths) ?? [], parsed.GetValue(check)));
        return command;
    }

    private static int Run(string[] paths, bool check)
    {
        IReadOnlyList<string> notebooks = NotebookFiles.Find(paths.Length > 0 ? paths : [Path.Combine(ProjectFolder.Root, "notebooks")]);
        int unclean = 0;
        bool allRead = true;
        foreach (string path in notebooks)
        {
            try
            {
                unclean += Strip(path, check) ? 1 : 0;
            }
            catch (Exception error) when (error is NotebookFormatException or IOException or UnauthorizedAccessException)
            {
                string message = error is NotebookFormatException ? error.Message : $"{path}: {error.Message}";
                Console.Error.WriteLine($"smile: {message}");
                allRead = false;
            }
        }

        string of = $"of {notebooks.Count} {(notebooks.Count == 1 ? "notebook" : "notebooks")}";
        Console.WriteLine(check ? $"with outputs: {unclean} {of}{(unclean > 0 ? " (`smile strip` takes them out)" : "")}" : $"stripped {unclean} {of}");
        return allRead && (unclean == 0 || !check) ? ExitCode.Success : ExitCode.Failure;
    }

    /// <returns>Whether there was something to take out.</returns>
    private static bool Strip(string path, bool check)
    {
        NotebookDocument document = NotebookFile.Read(path);
        NotebookDocument stripped = document.Strip();

        // Compared as documents: a file that another program laid out differently is not unclean.
        if (NotebookFile.ToJson(stripped) == NotebookFile.ToJson(document))
        {
            return false;
        }

        Console.WriteLine(check ? $"{path}: holds outputs" : path);
        if (!check)
        {
            NotebookFile.Write(stripped, path);
        }

        return true;
    }
}
