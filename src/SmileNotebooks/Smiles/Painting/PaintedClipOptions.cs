using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>How a painted clip is filmed: its frames, and what spoils them. Applied in the order of a camera: head motion, blur, noise, JPEG.</summary>
public sealed record PaintedClipOptions
{
    /// <summary>Frames per second, 1 to 1000. Default 25. Frame k shows the time k / rate.</summary>
    public double FrameRate { get; init; } = 25;

    /// <summary>When each frame is shown, seconds, ascending; for a clip of irregular stamps. Default: even, by <see cref="FrameRate"/>.</summary>
    public ImmutableArray<double> Times { get; init; } = [];

    /// <summary>Standard deviation of Gaussian noise, independent in each pixel and channel, in levels of 255: 0 to 100. Default 0.</summary>
    public double Noise { get; init; }

    /// <summary>Standard deviation of a Gaussian blur, pixels: 0 to 20. Default 0.</summary>
    public double Blur { get; init; }

    /// <summary>Quality of a JPEG round trip of each frame, 1 to 100. Default null: none.</summary>
    public int? JpegQuality { get; init; }

    /// <summary>How far the head sways, pixels: the most in x and in y, 0 to 50. Default 0.</summary>
    public double HeadShift { get; init; }

    /// <summary>How far the head turns, degrees: the most in yaw, pitch and roll each, 0 to 8. Default 0.</summary>
    public double HeadTurn { get; init; }

    /// <summary>Seed of noise and head motion. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Validate()
    {
        Check(FrameRate, 1, 1000, nameof(FrameRate));
        Check(Noise, 0, 100, nameof(Noise));
        Check(Blur, 0, 20, nameof(Blur));
        Check(JpegQuality ?? 1, 1, 100, nameof(JpegQuality));
        Check(HeadShift, 0, 50, nameof(HeadShift));
        Check(HeadTurn, 0, 8, nameof(HeadTurn));
        for (int i = 0; i < Times.Length; i++)
        {
            if (!double.IsFinite(Times[i]) || (i > 0 && Times[i] <= Times[i - 1]))
            {
                throw new ArgumentException(FormattableString.Invariant($"Times of frames ascend, found {Times[i]} s for frame {i}."));
            }
        }
    }

    private static void Check(double value, double least, double most, string name)
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} of a painted clip is a number from {least} to {most}."));
        }
    }
}
