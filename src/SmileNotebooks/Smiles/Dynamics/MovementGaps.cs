using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Finds the stretches without a movement.</summary>
internal static class MovementGaps
{
    public static ImmutableArray<SmileGap> Of(FaceSeries series, FrameSamples samples, double bridge)
    {
        ImmutableArray<SmileGap>.Builder gaps = ImmutableArray.CreateBuilder<SmileGap>();
        if (series.Count == 0)
        {
            return [];
        }

        int before = -1;
        for (int i = 0; i <= samples.Frames.Length; i++)
        {
            int after = i < samples.Frames.Length ? samples.Frames[i] : series.Count;
            double from = series.Times[Math.Max(before, 0)];
            double until = series.Times[Math.Min(after, series.Count - 1)];
            if (until - from > bridge + TimeStamps.SameMoment && (i == 0 || i == samples.Frames.Length || samples.IsGap(i, bridge)))
            {
                gaps.Add(new(from, until, after - before - 1));
            }

            before = after;
        }

        return gaps.ToImmutable();
    }
}
