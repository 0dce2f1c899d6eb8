// The correlations of all windows and lags of two series, and their summary: what runs for every surrogate.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Correlates windows. Holds its room to work in: not shared between threads.</summary>
/// <param name="plan">Windows and lags.</param>
internal sealed class WindowCorrelator(WindowPlan plan)
{
    /// <summary>Fisher's z of a perfect correlation is infinite; r is taken as this far at most (z = 4.95).</summary>
    public const double LargestR = 0.9999;

    // A window whose standard deviation is below this part of the largest value of its series does not move: rounding is all it has.
    private const double LeastDeviation = 1e-10;

    private double[] _centred = [];
    private double[] _lengths = [];
    private double[] _second = [];

    /// <summary>Correlations: [windows, lags], a window's side by side, lags ascending. NaN where a window has a gap or does not move.</summary>
    /// <param name="first">The series whose windows stay.</param>
    /// <param name="second">The series whose windows are moved by the lag; as long.</param>
    /// <param name="r">Room for windows x lags.</param>
    public void Correlate(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> r)
    {
        int windows = plan.WindowsOf(first.Length), size = plan.Window;
        Prepare(second);
        double least = LeastLength(first);
        Span<double> centred = _centred.AsSpan(0, size);
        for (int window = 0; window < windows; window++)
        {
            int start = plan.Lag + (window * plan.Step);
            double length = Centre(first.Slice(start, size), centred);
            for (int lag = 0; lag < plan.Lags; lag++)
            {
                int other = start + ((lag - plan.Half) * plan.LagStep);
                // What is centred has the sum 0, hence the other need not be centred. A comparison with NaN is false.
                r[(window * plan.Lags) + lag] = length > least && _lengths[other] > 0
                    ? Math.Clamp(TensorPrimitives.Dot<double>(centred, _second.AsSpan(other, size)) / (length * _lengths[other]), -1, 1)
                    : double.NaN;
            }
        }
    }

    /// <summary>The mean over windows of Fisher's z for each lag; NaN for a lag without a window.</summary>
    public void MeanZ(ReadOnlySpan<double> r, Span<double> mean)
    {
        for (int lag = 0; lag < plan.Lags; lag++)
        {
            double sum = 0;
            int count = 0;
            for (int i = lag; i < r.Length; i += plan.Lags)
            {
                if (!double.IsNaN(r[i]))
                {
                    sum += FisherZ(r[i]);
                    count++;
                }
            }

            mean[lag] = count == 0 ? double.NaN : sum / count;
        }
    }

    /// <summary>The lag, in seconds, at which a mean is greatest; NaN where it has no number.</summary>
    public double LagOf(ReadOnlySpan<double> mean)
    {
        double greatest = Greatest(mean);
        return double.IsNaN(greatest) ? double.NaN : plan.SecondsOf(mean.IndexOf(greatest));
    }

    /// <summary>The score of correlations; NaN where there is none.</summary>
    public double Score(ReadOnlySpan<double> r) => plan.Score switch
    {
        SynchronyScore.PeakOfMean => PeakOfMean(r),
        SynchronyScore.MeanOfPeaks => MeanOfPeaks(r),
        _ => MeanAbsolute(r),
    };

    public static double FisherZ(double r) => Math.Atanh(Math.Clamp(r, -LargestR, LargestR));

    private double PeakOfMean(ReadOnlySpan<double> r)
    {
        Span<double> mean = stackalloc double[Math.Min(plan.Lags, 1024)];
        mean = plan.Lags > 1024 ? new double[plan.Lags] : mean;
        MeanZ(r, mean);
        return Greatest(mean);
    }

    private double MeanOfPeaks(ReadOnlySpan<double> r)
    {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < r.Length; i += plan.Lags)
        {
            double greatest = Greatest(r.Slice(i, plan.Lags));
            if (!double.IsNaN(greatest))
            {
                sum += FisherZ(greatest);
                count++;
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }

    private static double MeanAbsolute(ReadOnlySpan<double> r)
    {
        double sum = 0;
        int count = 0;
        foreach (double value in r)
        {
            if (!double.IsNaN(value))
            {
                sum += Math.Abs(FisherZ(value));
                count++;
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }

    /// <summary>The greatest that is a number; NaN where none is.</summary>
    private static double Greatest(ReadOnlySpan<double> values)
    {
        double greatest = double.NaN;
        foreach (double value in values)
        {
            greatest = !(value <= greatest) && !double.IsNaN(value) ? value : greatest;
        }

        return greatest;
    }

    /// <summary>The second series about its middle, and the length of each centred window; 0 for what has a gap or does not move.</summary>
    private void Prepare(ReadOnlySpan<double> second)
    {
        if (_second.Length < second.Length || _centred.Length < plan.Window)
        {
            (_second, _lengths, _centred) = (new double[second.Length], new double[second.Length], new double[plan.Window]);
        }

        double middle = MeanOf(second);
        double least = LeastLength(second);
        TensorPrimitives.Subtract(second, middle, _second);
        int windows = plan.WindowsOf(second.Length);
        _lengths.AsSpan().Fill(double.NaN);
        for (int window = 0; window < windows; window++)
        {
            for (int lag = 0; lag < plan.Lags; lag++)
            {
                int start = plan.Lag + (window * plan.Step) + ((lag - plan.Half) * plan.LagStep);
                if (double.IsNaN(_lengths[start]))
                {
                    double length = Centre(_second.AsSpan(start, plan.Window), _centred);
                    _lengths[start] = length > least ? length : 0;
                }
            }
        }
    }

    /// <summary>The values less their mean; the length of that, NaN with a gap.</summary>
    private static double Centre(ReadOnlySpan<double> values, Span<double> centred)
    {
        TensorPrimitives.Subtract(values, TensorPrimitives.Sum(values) / values.Length, centred);
        return TensorPrimitives.Norm<double>(centred[..values.Length]);
    }

    private double LeastLength(ReadOnlySpan<double> series)
    {
        double largest = 0;
        foreach (double value in series)
        {
            largest = Math.Max(largest, double.IsNaN(value) ? 0 : Math.Abs(value));
        }

        return LeastDeviation * largest * Math.Sqrt(plan.Window);
    }

    private static double MeanOf(ReadOnlySpan<double> series)
    {
        double sum = 0;
        int count = 0;
        foreach (double value in series)
        {
            if (!double.IsNaN(value))
            {
                sum += value;
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }
}
