// The one movement that smiles are looked for in: from columns of a series to a smooth course with its rest.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The movement of the mouth through a clip.</summary>
internal sealed record MouthMovement
{
    // A corner or an intensity at rest moves less than its least smile in one second; the rest reaches a quarter of that smile to either side.
    private const double QuietPerSmile = 1;
    private const double RestPerSmile = 0.25;

    // Under so many frames a stretch says nothing of speeds.
    private const int LeastFrames = 5;

    // No part of a face leaves its place and comes back within two frames by so much of a least smile.
    private const double SpikePerSmile = 0.75;

    /// <summary>Which movement.</summary>
    public required SmileSignal Signal { get; init; }

    /// <summary>The least rise of a smile, in the unit of the movement.</summary>
    public required double Least { get; init; }

    /// <summary>What is left of the frames.</summary>
    public required FrameSamples Samples { get; init; }

    /// <summary>The corners; null for AU12.</summary>
    public LipCorners? Corners { get; init; }

    /// <summary>The smooth movement, stretch by stretch. Lip widths are counted from rest.</summary>
    public required ImmutableArray<SmileCourse> Courses { get; init; }

    /// <summary>The level of rest in the courses.</summary>
    public required double Rest { get; init; }

    /// <summary>How many measured frames lie in stretches that are too short.</summary>
    public required int Scattered { get; init; }

    public static MouthMovement Of(FaceSeries series, bool[] blinks, SmileDynamicsOptions options)
    {
        bool hasCorners = LipCorners.Are(series);
        SmileSignal signal = options.Signal ?? (hasCorners ? SmileSignal.LipCorners : SmileSignal.AU12);
        return signal == SmileSignal.LipCorners ? OfCorners(series, blinks, options) : OfIntensity(series, blinks, options, hasCorners);
    }

    /// <summary>The unit of a movement, in words.</summary>
    public static string UnitOf(SmileSignal signal) => signal == SmileSignal.LipCorners ? "lip widths" : "of AU12";

    private static MouthMovement OfCorners(FaceSeries series, bool[] blinks, SmileDynamicsOptions options)
    {
        LipCorners corners = LipCorners.Of(series);
        double least = options.MinimumAmplitude;
        double[] widths = corners.Widths();
        double unit = 2 * Quantiles.Of([.. widths.Where(double.IsFinite)], 0.5);
        FrameSamples spread = FrameSamples.Of(series.Times.AsSpan(), Scaled(widths, 1 / unit), SpikePerSmile * least, options.BridgeSeconds, blinks);
        int[] rest = RestFrames(spread, options, least);
        double[] amplitudes = rest.Length == 0 ? [.. widths.Select(_ => double.NaN)] : corners.Amplitudes(corners.Median(rest));
        FrameSamples samples = FrameSamples.Of(series.Times.AsSpan(), amplitudes, SpikePerSmile * least, options.BridgeSeconds, blinks);
        return Of(SmileSignal.LipCorners, samples, corners, least, options, isFromRest: true);
    }

    private static MouthMovement OfIntensity(FaceSeries series, bool[] blinks, SmileDynamicsOptions options, bool hasCorners)
    {
        double[] values = FaceValues.Unit(series, 12)
            ?? throw new ArgumentException($"{series.Clip}, face {series.Face}: there is no column {FaceColumns.ActionUnit(12)}"
                + $"{(hasCorners ? "" : " and there are no columns of the lip corners")}. There are: {string.Join(", ", series.Columns.Keys)}.");
        FrameSamples samples = FrameSamples.Of(series.Times.AsSpan(), values, SpikePerSmile * options.MinimumIntensity, options.BridgeSeconds, blinks);
        return Of(SmileSignal.AU12, samples, null, options.MinimumIntensity, options, isFromRest: false);
    }

    private static MouthMovement Of(SmileSignal signal, FrameSamples samples, LipCorners? corners, double least, SmileDynamicsOptions options, bool isFromRest)
    {
        (List<SmileCourse> courses, int scattered) = CoursesOf(samples, options);
        double rest = options.Rest == SmileRest.Beginning
            ? Quantiles.Of(samples.Values.AsSpan(0, Beginning(samples, options)), 0.5)
            : QuietLevel.Of(courses, QuietPerSmile * least);
        if (isFromRest && courses.Count > 0)
        {
            courses = [.. courses.Select(course => course with { Position = [.. course.Position.Select(value => value - rest)] })];
            rest = 0;
        }

        return new() { Signal = signal, Least = least, Samples = samples, Corners = corners, Courses = [.. courses], Rest = rest, Scattered = scattered };
    }

    private static (List<SmileCourse> Courses, int Scattered) CoursesOf(FrameSamples samples, SmileDynamicsOptions options)
    {
        List<SmileCourse> courses = [];
        int scattered = 0;
        foreach ((int from, int until) in samples.Stretches(options.BridgeSeconds))
        {
            if (until - from < LeastFrames)
            {
                scattered += until - from;
            }
            else
            {
                courses.Add(samples.Course(from, samples.Values.AsSpan(from, until - from), options.SmoothingSeconds));
            }
        }

        return (courses, scattered);
    }

    /// <summary>The frames in which the mouth rests, by the distance of its corners: this needs no rest yet.</summary>
    private static int[] RestFrames(FrameSamples spread, SmileDynamicsOptions options, double least)
    {
        if (options.Rest == SmileRest.Beginning)
        {
            return spread.Frames[..Beginning(spread, options)];
        }

        return QuietFrames.Of(spread, options.TimingSeconds, options.BridgeSeconds, QuietPerSmile * least, RestPerSmile * least);
    }

    private static int Beginning(FrameSamples samples, SmileDynamicsOptions options)
    {
        int count = 0;
        while (count < samples.Times.Length && samples.Times[count] - samples.Times[0] <= options.RestSeconds + TimeStamps.SameMoment)
        {
            count++;
        }

        return count;
    }

    private static double[] Scaled(double[] values, double factor) => [.. values.Select(value => value * factor)];
}
