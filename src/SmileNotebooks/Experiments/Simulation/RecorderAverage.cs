// The average-rectified channel as the recorder of the real study makes it.
namespace SmileNotebooks;

/// <summary>The integral of the rectified electromyogram over the last 33 ms: amplitude in mV times seconds, although the codebook of the real files calls it mV. The files
/// show it: their first value is the first rectified one times 1 ms, and the mean is 0.033 times the mean of the rectified channel.</summary>
internal struct RecorderAverage
{
    /// <summary>The window in samples of the carrier.</summary>
    private const int Window = 33;

    private readonly double[] _rectified = new double[Window];
    private double _sum;
    private int _place;

    public RecorderAverage()
    {
    }

    /// <summary>Seconds.</summary>
    public static double WindowSeconds { get; } = (double)Window / EmgCarrier.SamplingRate;

    /// <summary>The variance of the logarithm of the average while the muscle's activity is constant: what cannot be known of an amplitude from so few milliseconds.</summary>
    /// <remarks>The average of |x| over Gaussian x with correlations r has the variance of the mean of (2 / pi) (sqrt(1 - r^2) + r asin r - 1). It is close to a Gamma variable, whose
    /// logarithm has the variance c^2 + c^4 / 2 + ... for a coefficient of variation c.</remarks>
    public static double LogVariance { get; } = LogVarianceOf();

    /// <summary>Takes a sample and gives the integral.</summary>
    public double Next(double sample)
    {
        double rectified = Math.Abs(sample);
        _sum += rectified - _rectified[_place];
        _rectified[_place] = rectified;
        _place = _place + 1 == Window ? 0 : _place + 1;

        // Where a loud stretch ends, differences of rounding may remain.
        return Math.Max(0, _sum) / EmgCarrier.SamplingRate;
    }

    private static double LogVarianceOf()
    {
        double sum = 0;
        for (int lag = 1 - Window; lag < Window; lag++)
        {
            double r = lag == 0 ? 1 : EmgCarrier.Autocorrelation(Math.Abs(lag));
            sum += (Window - Math.Abs(lag)) * (Math.Sqrt(1 - (r * r)) + (r * Math.Asin(r)) - 1);
        }

        double squared = sum / (Window * Window);
        return squared + (squared * squared / 2);
    }
}
