using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Says what was done to the frames.</summary>
internal static class MovementRemarks
{
    // Below this a window of the default width holds too few frames for speeds: a convention, half the least rate that was checked.
    private const double LeastRate = 7.5;

    public static ImmutableArray<string> Of(FaceSeries series, MouthMovement movement, bool[] blinks)
    {
        List<string> remarks = [.. series.Remarks];
        int blinking = blinks.Count(blink => blink);
        int missing = series.Count - movement.Samples.Frames.Length - movement.Samples.Spikes - blinking;
        Add(missing, $"of {series.Count} frames without the movement");
        Add(movement.Samples.Spikes, "taken out as jumps of one or two frames");
        Add(movement.Scattered, "left out: fewer than five in a row");
        Add(blinking, "of blinks left out");
        if (series.Count > 1)
        {
            double rate = (series.Count - 1) / (series.Times[^1] - series.Times[0]);
            if (rate < LeastRate)
            {
                remarks.Add(FormattableString.Invariant($"{rate:0.#} frames a second: too few for speeds and accelerations"));
            }
        }

        return [.. remarks];

        void Add(int frames, string what)
        {
            if (frames > 0)
            {
                remarks.Add(FormattableString.Invariant($"{frames} {(frames == 1 ? "frame" : "frames")} {what}"));
            }
        }
    }
}
