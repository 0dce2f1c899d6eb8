using System.Collections.Immutable;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>One notebook of <c>smile publish</c>: run where need be, and written as a page beside the executed notebook.</summary>
/// <param name="path">The notebook.</param>
/// <param name="settings">How it is run.</param>
/// <param name="reports">Where and how reports are written.</param>
internal sealed class PublishedNotebook(string path, NotebookSettings settings, ReportFolder reports)
{
    private readonly string _folder = NotebookSession.FolderOf(path);

    /// <exception cref="CommandException">The notebook cannot be read or run, or its report cannot be written.</exception>
    public async Task<NotebookOutcome> PublishAsync(NotebookOutcome begun, NotebookBar bar, CancellationToken stop)
    {
        NotebookDocument document = NotebookSession.Read(path);
        NotebookDocument prepared = NotebookSession.Prepare(path, document, settings);
        if (NotebookSession.MissingNeeds(path, document) is [_, ..] missing)
        {
            return await LeaveAsync(begun, prepared, missing, stop);
        }

        RunInputs inputs = RunInputs.Of(prepared, _folder, ProjectFolder.Root, reports.Folder);
        FrozenRun? earlier = FrozenRun.Read(reports.ExecutedPath(path));
        IReadOnlyList<string> changes = earlier is null ? [] : inputs.Changes(earlier.Inputs);
        if (!reports.Force && earlier is not null && changes.Count == 0 && inputs.Unknowable.Length == 0 && earlier.Apply(prepared) is { } unchanged)
        {
            string page = await reports.WriteAsync(path, unchanged, inputs, earlier.Provenance, [], stop);
            return begun with { Line = $"same   {Path.GetFileName(path)}, run {earlier.Provenance.StartedAt:yyyy-MM-dd HH:mm:ss}: {inputs.Summary()} are unchanged -> {page}", IsUnchanged = true };
        }

        RunResult result = await NotebookSession.RunAsync(path, document, settings, bar, stop);
        return result.Interrupted ? begun with { Result = result } : await WriteAsync(begun, result, inputs, Why(earlier, changes, inputs), stop);
    }

    /// <summary>Publishes the notebook without outputs. Those of an earlier run are not kept: nobody can tell whether what is missing was that of then.</summary>
    private async Task<NotebookOutcome> LeaveAsync(NotebookOutcome begun, NotebookDocument prepared, ImmutableArray<NotebookNeed> missing, CancellationToken stop)
    {
        string gone = FrozenRun.Read(reports.ExecutedPath(path)) is { } earlier ? $" (no longer with the results of {earlier.Provenance.StartedAt:yyyy-MM-dd HH:mm:ss})" : "";
        string page = await reports.WriteAsync(path, prepared, null, Provenance(begun, prepared, TimeSpan.Zero), missing, stop);
        return begun with { Line = $"left   {Path.GetFileName(path)}: not run, needs {string.Join("; ", missing)}{gone} -> {page}" };
    }

    private async Task<NotebookOutcome> WriteAsync(NotebookOutcome begun, RunResult result, RunInputs inputs, string why, CancellationToken stop)
    {
        string page = await reports.WriteAsync(path, result.Document, result.Success ? inputs : null, Provenance(begun, result.Document, result.Duration), [], stop);
        string status = result.Success ? "ok    " : "failed";
        return begun with { Result = result, Line = $"{status} {Path.GetFileName(path)} in {NotebookOutcome.Seconds(result.Duration)}{why} -> {page}" };
    }

    private string Why(FrozenRun? earlier, IReadOnlyList<string> changes, RunInputs inputs) =>
        inputs.Unknowable.Length > 0 ? $" (always run: {inputs.Unknowable})"
        : earlier is null || reports.Force || changes.Count == 0 ? ""
        : $" (changed: {string.Join(", ", changes.Take(3))}{(changes.Count > 3 ? $" and {changes.Count - 3} more" : "")})";

    private ReportProvenance Provenance(NotebookOutcome begun, NotebookDocument document, TimeSpan duration)
    {
        ImmutableSortedDictionary<string, string> parameters = settings.Parameters.ToImmutableSortedDictionary(
            parameter => parameter.Key, parameter => parameter.Value.Text, StringComparer.Ordinal);
        string shown = NotebookInputs.Shown(Path.GetFullPath(path), ProjectFolder.Root);
        return new ReportProvenance
        {
            Command = string.Join(' ', [$"{ProjectFolder.Command} publish", ShellWord.Quote(shown), .. parameters.Select(parameter => $"-p {ShellWord.Quote($"{parameter.Key}={parameter.Value}")}")]),
            Notebook = shown,
            StartedAt = begun.StartedAt,
            Duration = duration,
            Git = reports.Git,
            Parameters = parameters,
            Seed = NotebookInputs.Seed(document, parameters),
            Assemblies = NotebookInputs.Assemblies(document, _folder),
            DataFiles = NotebookInputs.DataFiles(document, _folder, ProjectFolder.Root),
        };
    }
}
