namespace SmileNotebooks.Cli.Training;

/// <summary>What would spoil the files of a training is said before the work, not after it.</summary>
internal static class TrainOutputs
{
    /// <exception cref="CommandException">Two outputs, or an output and the table, would be one file; or the model cannot be written where it should go.</exception>
    public static void Validate(TrainArguments arguments)
    {
        string[] files = [.. arguments.Files];
        string table = Path.GetFullPath(arguments.Table);
        if (files.FirstOrDefault(file => Path.GetFullPath(file) == table) is { } same)
        {
            throw new CommandException($"--out {arguments.Out}: {same} is the table; give the model another name.", ExitCode.Usage);
        }

        if (arguments.Json is { } json and not "-" && files.Append(table).Any(file => Path.GetFullPath(file) == Path.GetFullPath(json)))
        {
            throw new CommandException($"--json {json}: that file is the table, or the card, model or report that is written; give the validation its own name.", ExitCode.Usage);
        }

        if (files.FirstOrDefault(Directory.Exists) is { } folder)
        {
            throw new CommandException($"--out {arguments.Out}: {folder} is a folder; expected a file or nothing there.", ExitCode.Usage);
        }

        // A long training whose model has no place is a bad surprise.
        string home = Path.GetDirectoryName(Path.GetFullPath(arguments.Out))!;
        string probe = Path.Combine(home, $".{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(home);
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--out {arguments.Out}: {home} cannot be written to ({error.Message.Replace(probe, home, StringComparison.Ordinal)}); expected a folder that can.", ExitCode.Failure, error);
        }
    }
}
