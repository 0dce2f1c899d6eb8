// A simulated experiment on the mu rhythm, and on how the alpha rhythm of seeing passes for it.
using static SmileNotebooks.Parameter;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>A simulated experiment: power of 8 to 13 Hz over central and occipital electrodes while people look at a still picture (Baseline) and at an action (Observation).
/// Immutable. <b>Every number is assumed</b>; docs/simulated-experiments.md lists them.</summary>
/// <remarks>Two rhythms have the same frequencies: mu, which arises over the motor cortex, and alpha, which arises over the visual cortex and falls when people look more closely. Each is the
/// output of a resonator of second order driven by white noise. The scalp mixes them: <c>central = mu + leak x alpha + background</c>, <c>occipital = alpha + leak x mu + background</c>. So a fall
/// of alpha alone is a fall of power over the central electrodes.</remarks>
public sealed partial record MuExperiment
{
    /// <summary>The lowest frequency of the band in Hz.</summary>
    public const double BandFrom = 8;

    /// <summary>The highest frequency of the band in Hz.</summary>
    public const double BandTo = 13;

    /// <summary>The change of mu, and no change of alpha: what the mirror hypothesis says.</summary>
    public static MuExperiment Suppression { get; } = new() { AssumedMuChange = -0.5 };

    /// <summary>No change of mu, and a change of alpha: closer looking, and nothing else.</summary>
    public static MuExperiment Attention { get; } = new() { AssumedAlphaChange = -0.7 };

    /// <summary>How many people take part; 40 by default.</summary>
    public int Participants { get; init; } = 40;

    /// <summary>Trials of each condition; 20 by default.</summary>
    public int TrialsPerCondition { get; init; } = 20;

    /// <summary>The mean change of the logarithm of mu power in Observation; 0 by default, -0.5 for power 39 % lower. Assumed.</summary>
    public double AssumedMuChange { get; init; }

    /// <summary>The mean change of the logarithm of alpha power in Observation; 0 by default. Assumed.</summary>
    public double AssumedAlphaChange { get; init; }

    /// <summary>The share of a rhythm's amplitude that reaches the other electrode, 0 to 1; .4 by default. Assumed.</summary>
    public double AssumedLeak { get; init; } = 0.4;

    /// <summary>The median root mean square of mu at its own electrode, in microvolt. Assumed.</summary>
    public double MuAmplitude { get; init; } = 4;

    /// <summary>The median root mean square of alpha at its own electrode, in microvolt. Assumed.</summary>
    public double AlphaAmplitude { get; init; } = 8;

    /// <summary>The root mean square of the background at each electrode, in microvolt. Assumed.</summary>
    public double Background { get; init; } = 8;

    /// <summary>Standard deviation between participants of the logarithm of a rhythm's power. Assumed.</summary>
    public double SubjectDeviation { get; init; } = 0.8;

    /// <summary>Standard deviation between participants of the difference of the logarithms of a rhythm's power in both conditions. Assumed.</summary>
    public double ChangeDeviation { get; init; } = 0.4;

    /// <summary>Standard deviation between trials of the logarithm of a rhythm's power. Assumed.</summary>
    public double TrialDeviation { get; init; } = 0.4;

    /// <summary>How long a trial is, in seconds; 2 by default.</summary>
    public double TrialDuration { get; init; } = 2;

    /// <summary>Samples a second (Hz); 128 by default.</summary>
    public double SamplingRate { get; init; } = 128;

    /// <summary>The seed of all random numbers; 1 by default.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What every output says of the data.</summary>
    public string Phrase => Invariant($"simulated from assumed parameters, seed {Seed}");

    /// <summary>As in <c>40 participants, 20 trials of Baseline, Observation each; mu -0.5, alpha 0, leak 0.4; simulated from assumed parameters, seed 1</c>.</summary>
    public override string ToString() => Invariant(
        $"{Participants} participants, {Plural.Of(TrialsPerCondition, "trial")} of {string.Join(", ", s_conditions)} each; mu {AssumedMuChange}, alpha {AssumedAlphaChange}, leak {AssumedLeak}; {Phrase}");

    private void Check()
    {
        Require(Participants is >= 1 and <= 10_000, nameof(Participants), Participants, "1 to 10,000");
        Require(TrialsPerCondition is >= 1 and <= 10_000, nameof(TrialsPerCondition), TrialsPerCondition, "1 to 10,000");
        Require(AssumedLeak is >= 0 and <= 1, nameof(AssumedLeak), AssumedLeak, "0 to 1");
        Require(SamplingRate is >= 32 and <= 10_000, nameof(SamplingRate), SamplingRate, "32 to 10,000 Hz");
        Require(TrialDuration is >= 1 and <= 600, nameof(TrialDuration), TrialDuration, "1 to 600 s");
        foreach ((string name, double change) in new[] { (nameof(AssumedMuChange), AssumedMuChange), (nameof(AssumedAlphaChange), AssumedAlphaChange) })
        {
            Require(Math.Abs(change) <= MimicryExperiment.LargestLog, name, change, Invariant($"-{MimicryExperiment.LargestLog} to {MimicryExperiment.LargestLog}"));
        }

        foreach ((string name, double size, double most) in new[]
        {
            (nameof(MuAmplitude), MuAmplitude, 1e6), (nameof(AlphaAmplitude), AlphaAmplitude, 1e6), (nameof(Background), Background, 1e6),
            (nameof(SubjectDeviation), SubjectDeviation, MimicryExperiment.LargestLog), (nameof(ChangeDeviation), ChangeDeviation, MimicryExperiment.LargestLog), (nameof(TrialDeviation), TrialDeviation, MimicryExperiment.LargestLog),
        })
        {
            Require(size >= 0 && size <= most, name, size, Invariant($"0 to {most}"));
        }

        Require(Background > 0, nameof(Background), Background, "above 0, because a logarithm of power is taken");
    }
}
