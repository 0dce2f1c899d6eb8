namespace SmileNotebooks;

/// <summary>A stretch without the movement that was too long to be bridged.</summary>
/// <param name="From">The last frame before it, or the first frame of the clip, seconds.</param>
/// <param name="Until">The first frame after it, or the last frame of the clip, seconds.</param>
/// <param name="Frames">How many frames of the clip lie in it.</param>
public sealed record SmileGap(double From, double Until, int Frames)
{
    /// <summary>As in <c>gap from 2.00 to 2.60 s, 17 frames</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"gap from {From:0.00} to {Until:0.00} s, {Frames} {(Frames == 1 ? "frame" : "frames")}");
}
