using System.Collections.Immutable;
using System.Security.Cryptography;
using SmileNotebooks.Host;
using SmileNotebooks.Host.Tool.Notebooks;

namespace SmileNotebooks.Cli.Training;

/// <summary>A training as one page that opens without a network: a notebook in memory, published as all are.</summary>
internal static class TrainingPage
{
    public static void Write(TrainArguments arguments, TrainingSmiles smiles, SmileTrainingResult result, DateTimeOffset started, TimeSpan duration)
    {
        SmileValidation validation = result.Validation;
        FeatureTable table = smiles.Table;
        NotebookDocument document = new()
        {
            Cells =
            [
                Text(0, $"# {Escaped(arguments.Name)}: a classifier of “{Escaped(validation.LabelName)}” smiles\n\n"
                    + $"Trained by {Escaped(validation.Trainer)} ({Escaped(validation.TrainerDescription.TrimEnd('.'))}) with the settings {Escaped(result.Model.Settings.ToString())} on {Escaped(table.ToString())}. The model is in "
                    + $"`{arguments.Name}.onnx`, its card in `{arguments.Name}.md` and `{arguments.Name}.json`. A probability of this model is no evidence of what a person feels."),
                Text(1, "## What it does with people it has not seen"),
                Shown(2, validation),
                Text(3, "## What may leak"),
                Shown(4, validation.Leakage),
                Text(5, "## The smiles that it learned from"),
                Shown(6, table),
                .. smiles.AreOfClips ? [Text(7, Clips(table))] : Array.Empty<NotebookCell>(),
                Text(8, "## How it was validated\n\n" + Method(validation)),
            ],
        };
        ReportProvenance provenance = new()
        {
            Command = $"{arguments.Command} --out {arguments.Out}",
            StartedAt = started,
            Duration = duration,
            Git = GitProvenance.Read(ProjectFolder.Root),
            DataFiles = [.. smiles.Files.Prepend(arguments.Table).Where(File.Exists).Select(file => new DataFile(file, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))))],
            Seed = unchecked((long)validation.Options.Seed),
        };
        ReportPublisher.Publish(document, provenance, $"{arguments.Out}.html");
    }

    /// <summary>Each clip with who is in it and what was found, for whoever wants to look at a smile again.</summary>
    private static string Clips(FeatureTable table)
    {
        int onset = table.Features.IndexOf("onset_duration_s"), offset = table.Features.IndexOf("offset_duration_s"), amplitude = table.Features.IndexOf("onset_amplitude");
        IEnumerable<string> found = table.Rows.Select(row => Line(
            row.Clip, row.Person, row.Label, $"onset {Seconds(row.Values[onset])}, offset {Seconds(row.Values[offset])}, amplitude {(double.IsFinite(row.Values[amplitude]) ? FormattableString.Invariant($"{row.Values[amplitude]:0.000}") : "not seen")}"));
        IEnumerable<string> left = table.LeftOut.Select(clip => Line(clip.Clip, clip.Person, clip.Label, $"left out: {clip.Why}"));
        return $"## The clips\n\n{table.Rows.Length} of {table.Rows.Length + table.LeftOut.Length} listed clips gave a smile; of several in a clip the highest was taken.\n\n"
            + $"| clip | person | {Escaped(table.LabelName ?? "label")} | smile |\n|---|---|---|---|\n{string.Concat(found.Concat(left))}";
    }

    private static string Line(string? clip, string? person, bool? label, string smile) =>
        $"| {Escaped(clip ?? "")} | {Escaped(person ?? "")} | {label switch { true => "yes", false => "no", null => "" }} | {Escaped(smile)} |\n";

    private static string Seconds(double value) => double.IsFinite(value) ? FormattableString.Invariant($"{value:0.00} s") : "not seen";

    private static string Method(SmileValidation validation) =>
        $"People were dealt to {validation.Folds.Length} folds, all smiles of a person to one. Each fold was classified by a model that learned from the others, whose settings were chosen by a "
        + "cross-validation by person within these others. The AUC compares smiles of one fold only; intervals are by the bootstrap over people. The single feature of the baseline was chosen within folds. "
        + "For the permutation baseline labels were dealt anew among people and the whole procedure was repeated. The final model learned from all smiles, with settings that cross-validation over all of them chose. "
        + "Details and what accuracy is believable: docs/smiles/training.md.";

    private static NotebookCell Text(int at, string markdown) => new() { Id = $"cell-{at}", Kind = CellKind.Markdown, Source = markdown };

    private static NotebookCell Shown(int at, object value) => new()
    {
        Id = $"cell-{at}",
        Kind = CellKind.Code,
        Source = "",
        Outputs = [new DisplayOutput(new MimeBundle(new[] { MimeTypes.Html, MimeTypes.Plain }.ToImmutableSortedDictionary(type => type, type => Formatted(value, type))))],
    };

    private static string Formatted(object value, string mimeType)
    {
        using StringWriter text = new();
        new ValueFormatter(mimeType).Format(value, text);
        return text.ToString();
    }

    // Names of columns and files may hold what Markdown takes for its own.
    private static string Escaped(string text) => string.Concat(text.Select(letter => letter is '*' or '_' or '`' or '<' or '>' or '#' or '\\' or '|' or '&' ? $"\\{letter}" : $"{letter}"));
}
