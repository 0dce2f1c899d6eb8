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
        RunInputs inputs = RunInputs.Of(prepared, _folder, ProjectFolder.Root, reports.Folder);
        FrozenRun? earlier = FrozenRun.Read(reports.ExecutedPath(path));
        IReadOnlyList<string> changes = earlier is null ? [] : inputs.Changes(earlier.Inputs);
        if (!reports.Force && earlier is not null && changes.Count == 0 && inputs.Unknowable.Length == 0 && earlier.Apply(prepared) is { } unchanged)
        {
            string page = await reports.WriteAsync(path, unchanged, inputs, earlier.Provenance, stop);
            return begun with { Line = $"same   {Path.GetFileName(path)}, run {earlier.Provenance.StartedAt:yyyy-MM-dd HH:mm:ss}: {inputs.Summary()} are unchanged -> {page}", IsUnchanged = true };
        }

        RunResult result = await NotebookSession.RunAsync(path, document, settings, bar, stop);
        return result.Interrupted ? begun with { Result = result } : await WriteAsync(begun, result, inputs, Why(earlier, changes, inputs), stop);
    }

    private async Task<NotebookOutcome> WriteAsync(NotebookOutcome begun, RunResult result, RunInputs inputs, string why, CancellationToken stop)
    {
        string page = await reports.WriteAsync(path, result.Document, result.Success ? inputs : null, Provenance(begun, result), stop);
        string status = result.Success ? "ok    " : "failed";
        return begun with { Result = result, Line = $"{status} {Path.GetFileName(path)} in {NotebookOutcome.Seconds(result.Duration)}{why} -> {page}" };
    }

    private string Why(FrozenRun? earlier, IReadOnlyList<string> changes, RunInputs inputs) =>
        inputs.Unknowable.Length > 0 ? $" (always run: {inputs.Unknowable})"
        : earlier is null || reports.Force || changes.Count == 0 ? ""
        : $" (changed: {string.Join(", ", changes.Take(3))}{(changes.Count > 3 ? $" and {changes.Count - 3} more" : "")})";

    private ReportProvenance Provenance(NotebookOutcome begun, RunResult result)
    {
        ImmutableSortedDictionary<string, string> parameters = settings.Parameters.ToImmutableSortedDictionary(
            parameter => parameter.Key, parameter => parameter.Value.Text, StringComparer.Ordinal);
        string shown = NotebookInputs.Shown(Path.GetFullPath(path), ProjectFolder.Root);
        return new ReportProvenance
        {
            Command = string.Join(' ', [$"{ProjectFolder.Command} publish", ShellWord.Quote(shown), .. parameters.Select(parameter => $"-p {ShellWord.Quote($"{parameter.Key}={parameter.Value}")}")]),
            Notebook = shown,
            StartedAt = begun.StartedAt,
            Duration = result.Duration,
            Git = reports.Git,
            Parameters = parameters,
            Seed = NotebookInputs.Seed(result.Document, parameters),
            Assemblies = NotebookInputs.Assemblies(result.Document, _folder),
            DataFiles = NotebookInputs.DataFiles(result.Document, _folder, ProjectFolder.Root),
        };
    }
}
