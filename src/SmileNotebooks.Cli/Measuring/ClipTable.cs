using Spectre.Console;

namespace SmileNotebooks.Cli.Measuring;

/// <summary>The closing table: a row for each clip.</summary>
internal static class ClipTable
{
    /// <summary>The note of a clip whose problem has been said.</summary>
    public const string NotMeasured = "not measured";

    public static void Write(IReadOnlyList<ClipSummary> clips, ClipOptions options)
    {
        if (clips.All(clip => clip.Note == NotMeasured))
        {
            return; // nothing could be measured, and that has been said
        }

        Table table = new Table().Border(TableBorder.Rounded).AddColumn("Clip");
        foreach (string title in (string[])["Frames", "Seconds", "People", "No face", "Gaps", "Highest smile"])
        {
            table.AddColumn(new TableColumn(title).NoWrap().RightAligned());
        }

        table.AddColumn("Notes");
        foreach (ClipSummary clip in clips)
        {
            table.AddRow([Markup.Escape(clip.Clip.Path), .. Cells(clip), Markup.Escape(Notes(clip, options))]);
        }

        AnsiConsole.Write(table);
        if (options.Smooth)
        {
            AnsiConsole.WriteLine($"Landmarks smoothed: {new OneEuroOptions()}.");
        }

        if (options.RestSeconds is { } rest)
        {
            AnsiConsole.WriteLine(FormattableString.Invariant($"Action units{(options.Wrinkles ? " and wrinkles" : "")} are counted from each person's own face in the first {rest} s; of people who are not seen then, from the population's{(options.Wrinkles ? " and the skin of the cheek" : "")}."));
        }

        if (!options.Wrinkles)
        {
            AnsiConsole.WriteLine("Wrinkles were not measured (--no-wrinkles): their columns are empty.");
        }

        AnsiConsole.WriteLine($"Frames without a face are rows with success 0. {Smile.Caveat}");
    }

    private static string[] Cells(ClipSummary clip) => clip.Tally is not { } tally
        ? ["", "", "", "", "", ""]
        :
        [
            FormattableString.Invariant($"{tally.Frames}"),
            FormattableString.Invariant($"{tally.LastTime:0.00}"),
            FormattableString.Invariant($"{tally.Presence().Length}"),
            FormattableString.Invariant($"{tally.FramesWithoutFace}"),
            clip.Gaps(),
            tally.Frames > tally.FramesWithoutFace ? FormattableString.Invariant($"{tally.HighestSmile:0} at {tally.HighestSmileTime:0.00} s") : "",
        ];

    private static string Notes(ClipSummary clip, ClipOptions options)
    {
        List<string> notes = clip.Note.Length > 0 ? [clip.Note] : [];
        if (clip.Tally is { Changes: > 0 } some && options.People == 1)
        {
            notes.Add($"{some.Changes} time{(some.Changes == 1 ? "" : "s")} perhaps another person (--max-faces tells them apart)");
        }

        if (clip.Tally is { Unmeasurable: > 0 } odd)
        {
            notes.Add($"{odd.Unmeasurable} faces could not be measured");
        }

        return string.Join("; ", notes);
    }
}
