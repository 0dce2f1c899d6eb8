// The interference pattern of many motor units at a constant activity: band-limited Gaussian noise.
namespace SmileNotebooks;

/// <summary>Gaussian noise of variance 1 with the spectrum of surface electromyograms: f^2 / ((f^2 + low^2) (f^2 + high^2)^2), low 60 Hz, high 120 Hz
/// (Shwedyk, Balasubramanian and Scott, 1977, IEEE Transactions on Biomedical Engineering 24, 417-424; the frequencies are those of Farina and Merletti, 2000,
/// Journal of Electromyography and Kinesiology 10, 337-349): one high-pass and two low-pass sections of first order.</summary>
internal struct EmgCarrier
{
    /// <summary>Samples a second.</summary>
    public const int SamplingRate = 1_000;

    private const double Low = 60;
    private const double High = 120;

    // Longer than any memory of the sections: exp(-2 pi 60 / 1000)^200 = 1e-33.
    private const int Memory = 200;

    private static readonly double s_lowPole = Math.Exp(-2 * Math.PI * Low / SamplingRate);
    private static readonly double s_highPole = Math.Exp(-2 * Math.PI * High / SamplingRate);
    private static readonly double s_scale = 1 / Math.Sqrt(Impulse().Sum(value => value * value));

    private double _input;
    private double _highPassed;
    private double _first;
    private double _second;

    /// <summary>A carrier that has run in.</summary>
    /// <param name="random">Moves on.</param>
    public EmgCarrier(ref RandomStream random)
    {
        for (int sample = 0; sample < Memory; sample++)
        {
            Next(ref random);
        }
    }

    /// <summary>The correlation of samples that lie so many samples apart.</summary>
    public static double Autocorrelation(int lag)
    {
        double[] impulse = Impulse();
        double sum = 0;
        for (int sample = lag; sample < Memory; sample++)
        {
            sum += impulse[sample] * impulse[sample - lag];
        }

        return sum * s_scale * s_scale;
    }

    /// <summary>The next sample.</summary>
    public double Next(ref RandomStream random) => s_scale * Filter(random.NextGaussian());

    private static double[] Impulse()
    {
        EmgCarrier carrier = default;
        return [.. Enumerable.Range(0, Memory).Select(sample => carrier.Filter(sample == 0 ? 1 : 0))];
    }

    private double Filter(double input)
    {
        _highPassed = input - _input + (s_lowPole * _highPassed);
        _input = input;
        _first = _highPassed + (s_highPole * (_first - _highPassed));
        _second = _first + (s_highPole * (_second - _first));
        return _second;
    }
}
