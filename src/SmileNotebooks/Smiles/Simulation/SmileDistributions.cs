// The published numbers, and what is assumed where they do not determine a distribution. docs/simulated-experiments.md says which is which.
namespace SmileNotebooks;

/// <summary>Turns standard normal numbers into measures of a smile.</summary>
internal static class SmileDistributions
{
    /// <summary>Onset duration: mean and deviation of its logarithm, seconds; published.</summary>
    private const double SpontaneousLogOnset = 0.67, SpontaneousLogOnsetDeviation = 0.55, PosedLogOnset = 0.25, PosedLogOnsetDeviation = 0.43;

    // Whole log-normal distributions would have deviations of 1.35 and .63 s in place of the published 1.17 and .53: their longest 2 % are cut off.
    private const double LongestLogOnset = 2.1;

    /// <summary>Net amplitude of the onset, lip widths: means and deviations; published. Log-normal: assumed, because amplitudes are positive.</summary>
    private const double SpontaneousAmplitude = 0.144, SpontaneousAmplitudeDeviation = 0.076, PosedAmplitude = 0.169, PosedAmplitudeDeviation = 0.072;

    /// <summary>Maximum speed of the onset, lip widths a second: means; published.</summary>
    private const double SpontaneousSpeed = 0.84, PosedSpeed = 1.36;

    /// <summary>How well the maximum speed tells the kinds apart; published.</summary>
    private const double SpeedAuc = 0.75;

    /// <summary>Spearman's correlation of amplitude and maximum speed; published.</summary>
    private const double AmplitudeSpeedRho = 0.75;

    /// <summary>How onset duration and amplitude go together within each kind. Fitted: uncorrelated, both would tell 69 % of the smiles of people who were not learned from, in
    /// place of the published 72.2 %; so they tell 73 %.</summary>
    public const double DurationAmplitudeCorrelation = 0.4;

    /// <summary>Apex duration: posed less spontaneous in deviations; published. Its unit is not: the mean of spontaneous smiles and the deviation of the logarithm are assumed.</summary>
    private const double ApexD = -0.78, SpontaneousApex = 2.0, LogApexDeviation = 0.6;

    /// <summary>How large the share of spontaneous smiles was where deviations were pooled; published.</summary>
    private const double SpontaneousShare = 597.0 / 1240;

    /// <summary>AU12 of pictures: posed more intense, in deviations, as net amplitudes are; published for clips. The scale (0 to 5) is assumed.</summary>
    private const double PictureAmplitudeD = 0.34, SpontaneousAu12 = 2.4, Au12Deviation = 0.8;

    /// <summary>How well the squint of the eyes alone tells spontaneous smiles; published. Its scale is assumed.</summary>
    private const double SquintAuc = 0.556, SquintDeviation = 0.5;

    private static readonly double s_longest = Normal.LowerTail(LongestLogOnset);
    private static readonly double s_logSpeedDeviation = Math.Log(PosedSpeed / SpontaneousSpeed) / Separation(SpeedAuc);
    private static readonly double s_posedApex = SpontaneousApex * RatioOfMeans(ApexD, LogApexDeviation);

    /// <summary>Pearson's correlation of two normal variables that have the published rank correlation.</summary>
    public static double AmplitudeSpeedCorrelation { get; } = 2 * Math.Sin(Math.PI * AmplitudeSpeedRho / 6);

    public static double OnsetDuration(bool genuine, double z)
    {
        double cut = Normal.Quantile(Normal.LowerTail(z) * s_longest);
        return genuine
            ? Math.Exp(SpontaneousLogOnset + (SpontaneousLogOnsetDeviation * cut))
            : Math.Exp(PosedLogOnset + (PosedLogOnsetDeviation * cut));
    }

    public static double Amplitude(bool genuine, double z) => genuine
        ? LogNormal(SpontaneousAmplitude, Math.Log(1 + Square(SpontaneousAmplitudeDeviation / SpontaneousAmplitude)), z)
        : LogNormal(PosedAmplitude, Math.Log(1 + Square(PosedAmplitudeDeviation / PosedAmplitude)), z);

    public static double MaximumSpeed(bool genuine, double z) => LogNormal(genuine ? SpontaneousSpeed : PosedSpeed, Square(s_logSpeedDeviation), z);

    public static double ApexDuration(bool genuine, double z) => LogNormal(genuine ? SpontaneousApex : s_posedApex, Square(LogApexDeviation), z);

    public static double Au12(bool genuine, double z) =>
        Math.Clamp(SpontaneousAu12 + (genuine ? 0 : PictureAmplitudeD * Au12Deviation) + (Au12Deviation * z), 0, 5);

    public static double SquintBeyondAu12(bool genuine, double z) => (genuine ? Separation(SquintAuc) * SquintDeviation : 0) + (SquintDeviation * z);

    private static double LogNormal(double mean, double logVariance, double z) => mean * Math.Exp((Math.Sqrt(logVariance) * z) - (logVariance / 2));

    /// <summary>The distance of two normal distributions of deviation 1 that an area under the curve stands for.</summary>
    private static double Separation(double auc) => Math.Sqrt(2) * Normal.Quantile(auc);

    // (1 - r)^2 = d^2 c (a + b r^2): the pooled variance of two log-normal distributions of one log deviation whose means are 1 and r, c their squared coefficient of variation.
    private static double RatioOfMeans(double d, double logDeviation)
    {
        double scaled = Square(d) * (Math.Exp(Square(logDeviation)) - 1);
        double square = 1 - (scaled * (1 - SpontaneousShare));
        double constant = 1 - (scaled * SpontaneousShare);
        return (1 - Math.Sqrt(1 - (square * constant))) / square;
    }

    private static double Square(double value) => value * value;
}
