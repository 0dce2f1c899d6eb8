using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Frames in a row in which a person was not found.</summary>
/// <param name="FirstFrame">The first of them, from 0.</param>
/// <param name="Frames">How many.</param>
/// <param name="From">When the person was last seen, seconds; 0 where not before.</param>
/// <param name="Until">When the person is found again, or the time of the clip's last frame, seconds.</param>
public sealed record FaceGap(int FirstFrame, int Frames, double From, double Until)
{
    /// <summary>As in <c>8 frames (2.00 to 2.27 s)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Plural.Of(Frames, "frame")} ({From:0.00} to {Until:0.00} s)");
}

/// <summary>In which frames of a clip a person was found.</summary>
/// <param name="Person">The person's number, from 0.</param>
/// <param name="FramesFound">In how many frames.</param>
public sealed record FacePresence(int Person, int FramesFound)
{
    private readonly ValueSequence<FaceGap> _gaps = new([]);

    /// <summary>All stretches without this person, those before the first sight and after the last one too: frames found and frames of gaps together are all frames of the clip.</summary>
    public required ImmutableArray<FaceGap> Gaps
    {
        get => _gaps.Items;
        init => _gaps = new ValueSequence<FaceGap>(value);
    }

    /// <summary>The longest gap in frames; 0 for none.</summary>
    public int LongestGap => Gaps.IsEmpty ? 0 : Gaps.Max(gap => gap.Frames);

    /// <summary>As in <c>person 0 in 288 frames, 2 gaps, the longest 8 frames</c>.</summary>
    public override string ToString() =>
        $"person {Person} in {Plural.Of(FramesFound, "frame")}, {(Gaps.IsEmpty ? "no gap" : $"{Plural.Of(Gaps.Length, "gap")}, the longest {Plural.Of(LongestGap, "frame")}")}";
}
