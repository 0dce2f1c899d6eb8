using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What was measured in a clip. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed record FaceVideoResult
{
    /// <summary>The clip, as the path of a file.</summary>
    public required string Clip { get; init; }

    /// <summary>A series for each person, in the order of their numbers; each has a row for every frame of the clip, NaN where the person was not found.</summary>
    public required ImmutableArray<FaceSeries> Series { get; init; }

    /// <summary>How many frames were measured.</summary>
    public required int Frames { get; init; }

    /// <summary>In how many of them nobody was found.</summary>
    public required int FramesWithoutFace { get; init; }

    /// <summary>When the last frame is shown, seconds from the first.</summary>
    public required double Duration { get; init; }

    /// <summary>In which frames each person was found, and the gaps.</summary>
    public required ImmutableArray<FacePresence> People { get; init; }

    /// <summary>Why the clip ended before its end; null where it did not. The frames before are there.</summary>
    public required string? Problem { get; init; }

    /// <summary>What a reader must be told of how it was measured; those of one person are in that person's series.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>One line, as in <c>clip.mp4: 300 frames in 9.97 s, 1 person; nobody found in 12 frames; ...</c>.</summary>
    public override string ToString()
    {
        string people = People.Length switch
        {
            0 => "no face found",
            1 => $"1 person in {People[0].FramesFound} frames{(People[0].Gaps.IsEmpty ? "" : $", {Plural.Of(People[0].Gaps.Length, "gap")}, the longest {Plural.Of(People[0].LongestGap, "frame")}")}",
            _ => $"{People.Length} people, nobody found in {Plural.Of(FramesWithoutFace, "frame")}",
        };
        return FormattableString.Invariant($"{Path.GetFileName(Clip)}: {Plural.Of(Frames, "frame")} in {Duration:0.00} s, {people}")
            + string.Concat(Remarks.Select(remark => $"; {remark}"))
            + (Problem is null ? "." : $". Ended early: {Problem}");
    }
}
