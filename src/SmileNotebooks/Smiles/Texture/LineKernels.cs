// Gaussian derivatives as sampled kernels.
namespace SmileNotebooks;

/// <summary>A Gaussian and its first two derivatives on integer offsets -radius to radius, for correlation. Moments are made
/// exact (of polynomials up to the second degree the derivatives are right), which sampling alone does not give for small scales.</summary>
internal readonly struct LineKernels
{
    public const int LargestRadius = 9;

    private LineKernels(float[] buffer, int radius) => (Buffer, Radius) = (buffer, radius);

    /// <summary>A buffer for any radius.</summary>
    public static float[] NewBuffer() => new float[3 * ((2 * LargestRadius) + 1)];

    public int Radius { get; }

    private float[] Buffer { get; }

    private int Length => (2 * Radius) + 1;

    public ReadOnlySpan<float> Smooth => Buffer.AsSpan(0, Length);

    public ReadOnlySpan<float> First => Buffer.AsSpan(Length, Length);

    public ReadOnlySpan<float> Second => Buffer.AsSpan(2 * Length, Length);

    /// <summary>Fills a buffer of three kernels.</summary>
    /// <param name="buffer">One of <see cref="NewBuffer"/>.</param>
    /// <param name="sigma">Standard deviation in samples, above 0.</param>
    /// <param name="radius">At most <see cref="LargestRadius"/>.</param>
    public static LineKernels Fill(float[] buffer, double sigma, int radius)
    {
        int length = (2 * radius) + 1;
        double sum = 0, firstMoment = 0, secondSum = 0, secondMoment = 0;
        double variance = sigma * sigma;
        Span<double> gauss = stackalloc double[(2 * LargestRadius) + 1];
        for (int i = 0; i < length; i++)
        {
            double t = i - radius;
            gauss[i] = Math.Exp(-t * t / (2 * variance));
            sum += gauss[i];
            firstMoment += t * t * gauss[i];
            secondSum += ((t * t / variance) - 1) * gauss[i];
        }

        // The second derivative's sum is brought to 0 by taking a share of the Gaussian off.
        double share = secondSum / sum;
        for (int i = 0; i < length; i++)
        {
            double t = i - radius;
            secondMoment += t * t * ((t * t / variance) - 1 - share) * gauss[i] / 2;
        }

        for (int i = 0; i < length; i++)
        {
            double t = i - radius;
            buffer[i] = (float)(gauss[i] / sum);
            buffer[length + i] = (float)(t * gauss[i] / firstMoment);
            buffer[(2 * length) + i] = (float)(((t * t / variance) - 1 - share) * gauss[i] / secondMoment);
        }

        return new LineKernels(buffer, radius);
    }
}
