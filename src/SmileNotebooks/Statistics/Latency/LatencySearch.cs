// Finds when one average course crosses the criterion.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Looks back from the peak of a course for the last time at which it was below the criterion: noise before the response cannot be taken for it.</summary>
internal sealed class LatencySearch
{
    private readonly JackknifeLatencyOptions _options;
    private readonly int _from;
    private readonly int _to;

    // Samples on each side of the one in the middle.
    private readonly int _reach;
    private readonly double[] _smooth;

    /// <param name="options">Checked here.</param>
    /// <param name="samples">Of a course.</param>
    public LatencySearch(JackknifeLatencyOptions options, int samples)
    {
        _options = options;
        (_from, _to) = options.Window(samples);
        _reach = (int)((options.Smoothing * options.SamplingRate / 2) + 1e-9);
        _smooth = new double[samples];
    }

    /// <summary>In seconds.</summary>
    /// <param name="average">Over participants.</param>
    /// <param name="whose">For the error's message.</param>
    public double LatencyOf(ReadOnlySpan<double> average, string whose)
    {
        ReadOnlySpan<double> course = Smooth(average);
        double sign = _options.Decrease ? -1 : 1;
        int peak = _from;
        for (int sample = _from + 1; sample < _to; sample++)
        {
            peak = sign * course[sample] > sign * course[peak] ? sample : peak;
        }

        double height = sign * course[peak];
        if (!(height > 0))
        {
            throw new ArgumentException($"The average {whose} has no {(_options.Decrease ? "negative" : "positive")} peak in the window: its largest response is {height}.");
        }

        LatencyCriterion criterion = _options.Criterion;
        double unit = criterion.IsFraction ? height : 1;
        double lower = Crossing(course, sign, peak, criterion.Lower * unit, whose);
        if (criterion.Lower == criterion.Upper)
        {
            return TimeOf(lower);
        }

        double upper = Crossing(course, sign, peak, criterion.Upper * unit, whose);
        return TimeOf(lower - ((upper - lower) * criterion.Lower / (criterion.Upper - criterion.Lower)));
    }

    // At the ends fewer samples are averaged, but as many on both sides, so that nothing moves in time.
    private ReadOnlySpan<double> Smooth(ReadOnlySpan<double> average)
    {
        for (int sample = 0; sample < average.Length; sample++)
        {
            int reach = Math.Min(_reach, Math.Min(sample, average.Length - 1 - sample));
            _smooth[sample] = TensorPrimitives.Sum(average.Slice(sample - reach, (2 * reach) + 1)) / ((2 * reach) + 1);
        }

        return _smooth;
    }

    // In samples, with a fraction.
    private double Crossing(ReadOnlySpan<double> course, double sign, int peak, double level, string whose)
    {
        if (sign * course[peak] < level)
        {
            throw new ArgumentException($"The average {whose} never reaches {level}: its peak is {sign * course[peak]}.");
        }

        for (int sample = peak - 1; sample >= _from; sample--)
        {
            double below = sign * course[sample];
            if (below < level)
            {
                double above = sign * course[sample + 1];
                return sample + ((level - below) / (above - below));
            }
        }

        throw new ArgumentException($"The average {whose} lies above {level} from the beginning of the window to its peak: when it crossed that level is not in the data.");
    }

    private double TimeOf(double sample) => _options.StartTime + (sample / _options.SamplingRate);
}
