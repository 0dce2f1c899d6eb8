// Who is seen in which clip, and under which condition.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>A clip of a study: one trial.</summary>
/// <param name="Clip">The name of the clip, without folder and extension.</param>
/// <param name="Person">Who is seen.</param>
/// <param name="Condition">What the person saw, or was asked to do.</param>
/// <param name="Onset">When the stimulus began: seconds from the beginning of the clip.</param>
public sealed record ClipTrial(string Clip, string Person, string Condition, double Onset);

/// <summary>The clips of a study, in the order of the list. Immutable.</summary>
public sealed partial class ClipList
{
    private static readonly string[] Needed = ["clip", "person", "condition"];

    private ClipList(string path, ImmutableArray<ClipTrial> trials) => (Path, Trials) = (path, trials);

    /// <summary>The file of the list.</summary>
    public string Path { get; }

    /// <summary>The clips.</summary>
    public ImmutableArray<ClipTrial> Trials { get; }

    /// <summary>The conditions, in the order in which they first occur.</summary>
    public ImmutableArray<string> Conditions => [.. Trials.Select(trial => trial.Condition).Distinct()];

    /// <summary>Reads a list: CSV with the columns clip, person, condition and, where stimuli begin later than their clips, onset (seconds; 0 by default).</summary>
    /// <param name="path">A file in UTF-8 with commas between fields. A clip is named as its table of measures is, or as its file; folders and extensions do not count.</param>
    /// <exception cref="TableException">The file is missing or no CSV, lacks a column, has an empty cell, an onset that is no number, or a clip twice; the message names the line.</exception>
    public static ClipList Load(string path)
    {
        Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
        HashSet<string> seen = [];
        List<ClipTrial> trials = [];
        foreach (CsvRow row in CsvReader.Open(path, "a list of clips", TableException.Of).Rows())
        {
            TableException Error(string found, string expected) => new(path, $"line {row.Line}", found, expected);
            if (columns.Count == 0)
            {
                foreach ((int index, string name) in row.Fields.Index())
                {
                    _ = columns.TryAdd(name.Trim(), index) ? 0 : throw Error($"the column {name} twice", "each column once");
                }

                _ = Needed.All(columns.ContainsKey) ? 0 : throw Error($"the columns {string.Join(", ", row.Fields)}", $"{string.Join(", ", Needed)}, with commas between them");
                continue;
            }

            _ = row.Fields.Length == columns.Count ? 0 : throw Error($"{row.Fields.Length} fields", $"{columns.Count}, as many as the header has");
            string[] texts = [.. Needed.Select(name => row.Fields[columns[name]].Trim() is { Length: > 0 } text ? text : throw Error($"no {name}", "one in each row"))];
            string onset = columns.TryGetValue("onset", out int at) ? row.Fields[at].Trim() : "";
            double seconds = 0;
            _ = onset.Length == 0 || (double.TryParse(onset, NumberStyles.Float, CultureInfo.InvariantCulture, out seconds) && double.IsFinite(seconds))
                ? 0 : throw Error($"the onset \"{onset}\"", "seconds with a point for decimals, or nothing for 0");
            string clip = ClipMeasure.NameOf(texts[0]);
            _ = seen.Add(clip) ? 0 : throw Error($"the clip {clip} again", "each clip once");
            trials.Add(new ClipTrial(clip, texts[1], texts[2], seconds));
        }

        return trials.Count > 0 ? new ClipList(path, [.. trials]) : throw new TableException(path, null, "no clip", $"a header with {string.Join(", ", Needed)} and a row for each clip");
    }

    /// <summary>As in <c>24 clips of 6 people: Happy, Neutral</c>.</summary>
    public override string ToString()
    {
        int people = Trials.Select(trial => trial.Person).Distinct().Count();
        return $"{Plural.Of(Trials.Length, "clip")} of {people} {(people == 1 ? "person" : "people")}: {string.Join(", ", Conditions)}";
    }
}
