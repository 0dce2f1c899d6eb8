namespace SmileNotebooks.Cli.Training;

/// <summary>What <c>smile train</c> is told.</summary>
internal sealed record TrainArguments
{
    private static readonly string[] s_extensions = [".onnx", ".json", ".md", ".html"];
    private static readonly System.Buffers.SearchValues<char> NeedsQuotes = System.Buffers.SearchValues.Create(" '\"$&;()");

    /// <summary>The table, as given.</summary>
    public required string Table { get; init; }

    /// <summary>Which column is what.</summary>
    public required FeatureTableOptions Columns { get; init; }

    /// <summary>The name of the trainer.</summary>
    public required string Trainer { get; init; }

    /// <summary>Path of the model without extension.</summary>
    public required string Out { get; init; }

    /// <summary>Folds, seed, permutations.</summary>
    public required SmileTrainingOptions Options { get; init; }

    /// <summary>Where the validation is written as JSON: a file, or - for standard output; null for nowhere.</summary>
    public string? Json { get; init; }

    /// <summary>The folder of measured series, for a list of clips; null for one beside the list.</summary>
    public string? Measures { get; init; }

    /// <summary>Frames per second of listed tables without time stamps and of folders of frames; null where not said.</summary>
    public double? FrameRate { get; init; }

    /// <summary>The licence of the data; null where nobody says.</summary>
    public string? Licence { get; init; }

    /// <summary>The files that a training writes beside the validation: the model, its card, the report.</summary>
    public IEnumerable<string> Files => s_extensions.Select(extension => Out + extension);

    /// <summary>The model's name.</summary>
    public string Name => Path.GetFileName(Out);

    /// <summary>The command that makes this model again, but for where its files go: the same for the same model.</summary>
    public string Command
    {
        get
        {
            List<string> words = ["smile train", Quoted(Table)];
            Add(words, "--label", Columns.Label);
            Add(words, "--positive", Columns.Positive);
            Add(words, "--person", Columns.Person);
            Add(words, "--clip", Columns.Clip);
            Add(words, "--context", Columns.Context.IsEmpty ? null : string.Join(',', Columns.Context));
            Add(words, "--ignore", Columns.Ignored.IsEmpty ? null : string.Join(',', Columns.Ignored));
            Add(words, "--frames-per-second", FrameRate is { } rate ? FormattableString.Invariant($"{rate}") : null);
            Add(words, "--trainer", Trainer);
            Add(words, "--folds", $"{Options.Folds}");
            Add(words, "--permutations", $"{Options.Permutations}");
            Add(words, "--seed", $"{Options.Seed}");
            return string.Join(' ', words) + (Columns.People == PersonPolicy.EachClipItsOwn ? " --no-person" : "");
        }
    }

    private static void Add(List<string> words, string option, string? value)
    {
        if (value is not null)
        {
            words.Add($"{option} {Quoted(value)}");
        }
    }

    private static string Quoted(string word) => word.AsSpan().ContainsAny(NeedsQuotes) ? $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'" : word;
}
