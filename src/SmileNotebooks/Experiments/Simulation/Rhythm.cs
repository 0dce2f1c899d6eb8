namespace SmileNotebooks;

/// <summary>Gaussian noise of variance 1 that an autoregressive filter of first or second order has coloured: a background, or a rhythm about one frequency.</summary>
internal sealed class Rhythm
{
    private readonly double _first;
    private readonly double _second;
    private readonly double _scale;
    private RandomStream _random;
    private double _last;
    private double _beforeLast;

    /// <summary>A rhythm: the poles of the filter have the frequency as their angle, and the width at half of the power gives their distance from the circle.</summary>
    /// <param name="random">Its own random numbers.</param>
    /// <param name="frequency">In Hz.</param>
    /// <param name="bandwidth">In Hz.</param>
    /// <param name="samplingRate">Samples a second.</param>
    public Rhythm(RandomStream random, double frequency, double bandwidth, double samplingRate)
    {
        double radius = Math.Exp(-Math.PI * bandwidth / samplingRate);
        _random = random;
        _first = 2 * radius * Math.Cos(2 * Math.PI * frequency / samplingRate);
        _second = -radius * radius;

        // The variance of an autoregressive process of second order with unit innovations is (1 - b) / ((1 + b) ((1 - b)^2 - a^2)).
        _scale = Math.Sqrt((1 + _second) * (((1 - _second) * (1 - _second)) - (_first * _first)) / (1 - _second));
        RunIn((int)(3 * samplingRate / bandwidth));
    }

    /// <summary>A background whose power falls with frequency.</summary>
    /// <param name="random">Its own random numbers.</param>
    /// <param name="seconds">The time in which it forgets all but 1 / e.</param>
    /// <param name="samplingRate">Samples a second.</param>
    public Rhythm(RandomStream random, double seconds, double samplingRate)
    {
        _random = random;
        _first = Math.Exp(-1 / (seconds * samplingRate));
        _scale = Math.Sqrt(1 - (_first * _first));
        RunIn((int)(10 * seconds * samplingRate));
    }

    /// <summary>The next sample.</summary>
    public double Next()
    {
        double value = (_first * _last) + (_second * _beforeLast) + (_scale * _random.NextGaussian());
        (_last, _beforeLast) = (value, _last);
        return value;
    }

    private void RunIn(int samples)
    {
        for (int sample = 0; sample < samples; sample++)
        {
            Next();
        }
    }
}
