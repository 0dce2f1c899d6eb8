// What else a series tells of a smile: action units, eyes and wrinkles frame by frame, without blinks.
namespace SmileNotebooks;

/// <summary>Columns around a smile.</summary>
internal sealed class FaceTracks
{
    // Medians are of at least this long a stretch.
    private const double LeastSeconds = 0.2;

    // Under this rise of an action unit, half of FACS's lowest intensity, its timing is that of noise.
    private const double LeastRise = 0.5;

    // AU6 may lead AU12 by so much, and reach most of its rise so much after the apex has begun.
    private const double LeadSeconds = 0.5;
    private const double LagSeconds = 1;

    private readonly FaceSeries _series;
    private readonly SmileDynamicsOptions _options;
    private readonly bool[] _blinks;

    public FaceTracks(FaceSeries series, bool[] blinks, SmileDynamicsOptions options)
    {
        _series = series;
        _options = options;
        _blinks = blinks;
        AU12 = FaceValues.Unit(series, 12);
        AU06 = FaceValues.Unit(series, 6);
        Eyes = FaceValues.Mean(series, FaceColumns.EyeOpeningRight, FaceColumns.EyeOpeningLeft);
        CrowsFeetRight = FaceValues.Column(series, FaceColumns.CrowsFeetRight);
        CrowsFeetLeft = FaceValues.Column(series, FaceColumns.CrowsFeetLeft);
        (AU12Right, AU12Left) = FaceValues.Sides(series, 12);
    }

    public double[]? AU12 { get; }

    public double[]? AU06 { get; }

    public double[]? Eyes { get; }

    public double[]? CrowsFeetRight { get; }

    public double[]? CrowsFeetLeft { get; }

    public double[]? AU12Right { get; }

    public double[]? AU12Left { get; }

    /// <summary>The frames of a stretch that is widened about its middle where it is very short.</summary>
    public int[] Frames(double from, double until, bool withoutBlinks)
    {
        double short_ = Math.Max(0, LeastSeconds - (until - from)) / 2;
        (int first, int last) = Range(from - short_, until + short_);
        List<int> frames = [];
        for (int i = first; i < last; i++)
        {
            if (!withoutBlinks || !_blinks[i])
            {
                frames.Add(i);
            }
        }

        return [.. frames];
    }

    /// <summary>The median over frames; NaN where none is measured.</summary>
    public static double Median(double[]? values, ReadOnlySpan<int> frames)
    {
        if (values is null)
        {
            return double.NaN;
        }

        List<double> there = [];
        foreach (int frame in frames)
        {
            if (double.IsFinite(values[frame]))
            {
                there.Add(values[frame]);
            }
        }

        return Quantiles.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(there), 0.5);
    }

    /// <summary>When an action unit passes half of its rise, seconds; NaN where it hardly rises.</summary>
    public double HalfRise(double[]? values, double before, double apex, double onsetStart, double apexStart, double apexEnd, double least = LeastRise)
    {
        if (values is null || !(apex - before >= least))
        {
            return double.NaN;
        }

        SmileCourse? course = CourseOf(values, onsetStart - LeadSeconds, Math.Min(apexEnd, apexStart + LagSeconds) + _options.SmoothingSeconds);
        if (course is null)
        {
            return double.NaN;
        }

        ReadOnlySpan<double> position = course.Position.AsSpan();
        int high = Math.Max(0, (int)Math.Ceiling((onsetStart - LeadSeconds - course.From) / SmileCourse.Step));
        while (high < position.Length && !(position[high] >= before + (0.75 * (apex - before))))
        {
            high++;
        }

        double half = (before + apex) / 2;
        int low = Math.Min(high, position.Length - 1);
        while (low >= 0 && position[low] >= half)
        {
            low--;
        }

        return high == position.Length || low < 0 ? double.NaN : course.TimeAt(low + ((half - position[low]) / (position[low + 1] - position[low])));
    }

    /// <summary>The smooth course of a column over a stretch, across blinks; null where there is too little.</summary>
    private SmileCourse? CourseOf(double[] values, double from, double until)
    {
        (int first, int last) = Range(from, until);
        FrameSamples samples = FrameSamples.Of(_series.Times.AsSpan()[first..last], values.AsSpan(first, last - first), LeastRise, _options.BridgeSeconds, _blinks[first..last]);
        return samples.Times.Length < LocalPolynomial.LeastSamples ? null : samples.Course(0, samples.Values, _options.SmoothingSeconds);
    }

    /// <summary>The rows of a smile, of the rest beside it, and of what its timing looks at, as a half-open range.</summary>
    public (int First, int Last) Around(double onsetStart, double offsetEnd, double apexFrom, double apexUntil)
    {
        double before = double.IsNaN(onsetStart) ? apexFrom : onsetStart;
        double after = double.IsNaN(offsetEnd) ? apexUntil : offsetEnd;
        double reach = LeadSeconds + LagSeconds + _options.RestSeconds + _options.SmoothingSeconds;
        return Range(before - reach, after + reach);
    }

    private (int First, int Last) Range(double from, double until)
    {
        int first = At(from - TimeStamps.SameMoment);
        return (first, Math.Max(first, At(until + TimeStamps.SameMoment)));
    }

    private int At(double time)
    {
        int at = _series.Times.AsSpan().BinarySearch(time);
        return at < 0 ? ~at : at;
    }
}
