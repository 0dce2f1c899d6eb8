// Cards as JSON and Markdown, there and back.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmileNotebooks;

public sealed partial record ModelCard
{
    private const string JsonFence = "```json\n";
    private const string FenceEnd = "\n```";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The card as JSON: every property by its name in camel case.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>The card of <see cref="ToJson"/>.</summary>
    /// <param name="json">The text.</param>
    /// <param name="source">What errors call it, as the path of a file.</param>
    /// <exception cref="SmileModelException">It is no card; the message says where.</exception>
    public static ModelCard FromJson(string json, string source)
    {
        try
        {
            ModelCard card = JsonSerializer.Deserialize<ModelCard>(json, Options) ?? throw new SmileModelException(source, null, "an empty card", "a model card");
            return card.Features.IsDefaultOrEmpty
                ? throw new SmileModelException(source, "features", "none", "the features of the model")
                : card with
                {
                    CalibrationCurve = Given(card.CalibrationCurve),
                    Validation = Given(card.Validation),
                    Warnings = Given(card.Warnings),
                    Limits = Given(card.Limits),
                };
        }
        catch (JsonException error)
        {
            string? place = error.Path is { Length: > 1 } path ? path : error.LineNumber is long line ? $"line {line + 1}" : null;
            throw new SmileModelException(source, place, "no card of this library", "the JSON of a model card", error);
        }

        static ImmutableArray<T> Given<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
    }

    /// <summary>The card as a page for readers, which ends with the card as JSON.</summary>
    public string ToMarkdown()
    {
        StringBuilder page = new();
        page.Append($"# {Name}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"> {Caveat}\n\n");
        page.Append($"Gives the probability of \"{Label}\" for {Subject()}. Trainer: {Trainer} ({Settings}).\n\n");
        Section("Data", $"{Data}.{(Simulated is null ? "" : $" **Simulated:** {Simulated}.")} {Counts()} Licence: {Licence ?? "not stated"}.");
        Section("Validation", $"{ValidationMethod}{Table(["measure", "value", "interval", "note"], Validation.Select(MeasureRow))}");
        Section("Calibration", $"{Calibration} Probability = 1 / (1 + exp(-({Number(CalibrationSlope)} x log odds + {Number(CalibrationIntercept)}))).{Table(["predicted", "observed", "smiles"], CalibrationCurve.Select(GroupRow))}");
        Section("Limits", List(Limits, "None stated."));
        Section("Warnings", List(Warnings, "None."));
        Section("Features", "Ranges of the training set: values outside by more than half a standard deviation get no probability." + Table(
            ["feature", "minimum", "mean", "maximum", "SD"],
            Features.Select(feature => new[] { $"`{feature.Name}`", Number(feature.Minimum), Number(feature.Mean), Number(feature.Maximum), Number(feature.StandardDeviation) })));
        Section("Made by", $"Seed {Seed.ToString(CultureInfo.InvariantCulture)}{(Command is null ? "." : $":\n\n    {Command.ReplaceLineEndings(" ")}")}");
        page.Append("## The same for programs\n\n").Append(JsonFence).Append(ToJson()).Append(FenceEnd).Append('\n');
        return page.ToString();

        void Section(string title, string text) => page.Append($"## {title}\n\n{text}\n\n");
    }

    /// <summary>The card of <see cref="ToMarkdown"/>.</summary>
    /// <param name="markdown">The page.</param>
    /// <param name="source">What errors call it.</param>
    /// <exception cref="SmileModelException">It holds no card.</exception>
    public static ModelCard FromMarkdown(string markdown, string source)
    {
        string page = markdown.ReplaceLineEndings("\n");
        int start = page.LastIndexOf(JsonFence, StringComparison.Ordinal);
        int end = start < 0 ? -1 : page.IndexOf(FenceEnd, start, StringComparison.Ordinal);
        return end < 0
            ? throw new SmileModelException(source, null, "no card in a block of JSON", "the Markdown of a model card")
            : FromJson(page[(start + JsonFence.Length)..end], source);
    }

    private string Subject() => Kind switch
    {
        SmileModelKind.Clip => "a smile in a clip",
        SmileModelKind.Picture => "a smile in a still picture",
        _ => "a row of numbers",
    };

    private string Counts() =>
        $"{Rows} smiles, {NamedRows} of them {Label}, of {(People is int people ? $"{people} people" : "an unknown number of people")}{(Clips is int clips ? $" in {clips} clips or pictures" : "")}.";

    private static string MeasureText(ModelMeasure measure) =>
        $"{measure.Name} {Number(measure.Value)}{(measure.Lower is double lower && measure.Upper is double upper ? $" [{Number(lower)}, {Number(upper)}]" : "")}";

    private static string[] MeasureRow(ModelMeasure measure) =>
        [measure.Name, Number(measure.Value), measure.Lower is double lower && measure.Upper is double upper ? $"[{Number(lower)}, {Number(upper)}]" : "", measure.Note ?? ""];

    private static string[] GroupRow(CalibrationGroup group) =>
        [Number(group.Predicted), $"{Number(group.Observed)} [{Number(group.Interval.Lower)}, {Number(group.Interval.Upper)}]", group.N.ToString(CultureInfo.InvariantCulture)];

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string List(ImmutableArray<string> items, string none) => items.IsEmpty ? none : string.Join('\n', items.Select(item => $"- {item}"));

    private static string Table(string[] headings, IEnumerable<string[]> rows)
    {
        string[] lines = [.. rows.Select(Line)];
        return lines.Length == 0 ? "" : $"\n\n{Line(headings)}\n|{string.Concat(headings.Select(_ => "---|"))}\n{string.Join('\n', lines)}";

        static string Line(string[] cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";
    }
}
