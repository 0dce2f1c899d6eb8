namespace SmileNotebooks;

/// <summary>One simulated smile in time: of which everything is known. For tests of dynamics and for showing what they measure.</summary>
/// <remarks>The corners of the lips move outward and upward, and back: each of both movements has least jerk (Flash and Hogan, 1985, Journal of Neuroscience 5, 1688-1703),
/// s(x) = 10 x^3 - 15 x^4 + 6 x^5 of the part x of its duration: its greatest speed is 1.875 times its mean speed, in the middle, its greatest acceleration
/// 10 / sqrt(3) = 5.7735 times amplitude / duration^2, where x = (3 - sqrt(3)) / 6. That smiles move so is assumed.</remarks>
public sealed record SimulatedMovement
{
    /// <summary>Frames a second; 50 by default.</summary>
    public double FrameRate { get; init; } = 50;

    /// <summary>Seconds at rest before the smile; 1 by default.</summary>
    public double Lead { get; init; } = 1;

    /// <summary>Seconds of the onset; .6 by default.</summary>
    public double Onset { get; init; } = 0.6;

    /// <summary>Seconds of the apex, which does not move; 1 by default.</summary>
    public double Apex { get; init; } = 1;

    /// <summary>Seconds of the offset; .8 by default.</summary>
    public double Offset { get; init; } = 0.8;

    /// <summary>Seconds at rest after the smile; 1 by default.</summary>
    public double Tail { get; init; } = 1;

    /// <summary>Net amplitude, lip widths at rest, mean of both sides: by how much D(t) of docs/methods.md rises; .15 by default.</summary>
    public double Amplitude { get; init; } = 0.15;

    /// <summary>(left - right) / (left + right) of the sides' amplitudes, -1 to 1; 0 by default.</summary>
    public double Asymmetry { get; init; }

    /// <summary>AU12 at the apex, 0 to 5; 3 by default.</summary>
    public double LipCornerPuller { get; init; } = 3;

    /// <summary>AU6 at the apex, 0 to 5; 2 by default.</summary>
    public double CheekRaiser { get; init; } = 2;

    /// <summary>By how many seconds AU6 follows AU12, in all its course; 0 by default, below 0 where it leads.</summary>
    public double CheekLag { get; init; }

    /// <summary>By which part the eyes close at the apex, 0 to 1; .2 by default. They follow AU6.</summary>
    public double EyeClosing { get; init; } = 0.2;

    /// <summary>Standard deviation of the places of the corners, lip widths, each coordinate and frame by itself; 0 by default. Action units get five times that in units of intensity, eyes half.</summary>
    public double Noise { get; init; }

    /// <summary>The seed of the noise; 1 by default.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>When the onset begins, seconds.</summary>
    public double OnsetStart => Lead;

    /// <summary>When the apex begins, seconds.</summary>
    public double ApexStart => Lead + Onset;

    /// <summary>When the offset begins, seconds.</summary>
    public double OffsetStart => ApexStart + Apex;

    /// <summary>When the lips are at rest again, seconds.</summary>
    public double OffsetEnd => OffsetStart + Offset;

    /// <summary>Which part of the amplitude is reached at a time.</summary>
    internal double PartAt(double time) =>
        time < OffsetStart ? LeastJerk((time - OnsetStart) / Onset) : LeastJerk((OffsetEnd - time) / Offset);

    /// <exception cref="ArgumentException">A number that cannot be; the message names it, its value and what was expected.</exception>
    internal void Check()
    {
        Require(FrameRate is > 0 and <= 10_000, nameof(FrameRate), FrameRate, "above 0 to 10,000 Hz");
        foreach ((string name, double seconds) in new[] { (nameof(Onset), Onset), (nameof(Offset), Offset) })
        {
            Require(seconds is > 0 and <= 3_600, name, seconds, "above 0 to 3,600 s");
        }

        foreach ((string name, double seconds) in new[] { (nameof(Lead), Lead), (nameof(Apex), Apex), (nameof(Tail), Tail) })
        {
            Require(seconds is >= 0 and <= 3_600, name, seconds, "0 to 3,600 s");
        }

        Require(Amplitude is >= 0 and <= 2, nameof(Amplitude), Amplitude, "0 to 2 lip widths");
        Require(Asymmetry is >= -1 and <= 1, nameof(Asymmetry), Asymmetry, "-1 to 1");
        Require(LipCornerPuller is >= 0 and <= 5, nameof(LipCornerPuller), LipCornerPuller, "0 to 5");
        Require(CheekRaiser is >= 0 and <= 5, nameof(CheekRaiser), CheekRaiser, "0 to 5");
        Require(Math.Abs(CheekLag) <= 3_600, nameof(CheekLag), CheekLag, "-3,600 to 3,600 s");
        Require(EyeClosing is >= 0 and <= 1, nameof(EyeClosing), EyeClosing, "0 to 1");
        Require(Noise is >= 0 and <= 10, nameof(Noise), Noise, "0 to 10");
    }

    private static double LeastJerk(double x)
    {
        double part = Math.Clamp(x, 0, 1);
        return part * part * part * (10 + (part * ((6 * part) - 15)));
    }

    private static void Require(bool holds, string name, double found, string expected)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} is {found}; expected {expected}."), name);
        }
    }
}
