// Who is seen in which clip, and under which condition.
using System.Collections.Immutable;

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
        HashSet<string> seen = [];
        List<ClipTrial> trials = [];
        foreach (CsvCells row in CsvTable.Open(path, "a list of clips", TableException.Of, Needed).Rows())
        {
            string clip = ClipMeasure.NameOf(row.Filled("clip"));
            double onset = row["onset"].Length == 0 ? 0 : row.Number("onset") ?? throw row.Error($"the onset \"{row["onset"]}\"", "seconds, or nothing for 0");
            trials.Add(seen.Add(clip)
                ? new ClipTrial(clip, row.Filled("person"), row.Filled("condition"), onset)
                : throw row.Error($"the clip {clip} again", "each clip once"));
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
