// A simulated replication by many laboratories.
using System.Collections.Immutable;
using static SmileNotebooks.Parameter;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Many laboratories that do the same experiment with two groups of people each. Immutable. By default they are as many, with as many people together, as those of Vohs and others
/// (2021) on ego depletion, and find the effect that was published, d = .06; that laboratories do not differ, and that all are of one size, is assumed.</summary>
public sealed record MultiLabExperiment
{
    /// <summary>How many laboratories; 36 by default.</summary>
    public int Labs { get; init; } = 36;

    /// <summary>How many people take part in all of them together; 3,531 by default.</summary>
    public int Participants { get; init; } = 3_531;

    /// <summary>The true difference of the groups in standard deviations; .06 by default.</summary>
    public double Effect { get; init; } = 0.06;

    /// <summary>Standard deviation of the true difference between laboratories; 0 by default. Assumed.</summary>
    public double AssumedDeviation { get; init; }

    /// <summary>The seed of all random numbers; 1 by default.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What every output says of the data.</summary>
    public string Phrase => Invariant($"simulated from published and chosen parameters, seed {Seed}");

    /// <summary>The standardised difference (Hedges' g) that each laboratory finds.</summary>
    /// <exception cref="ArgumentException">A parameter that cannot be; the message names it.</exception>
    public ImmutableArray<StudyEffect> Effects()
    {
        Require(Labs is >= 1 and <= 10_000, nameof(Labs), Labs, "1 to 10,000");
        Require(Participants >= 4L * Labs && Participants <= 10_000_000, nameof(Participants), Participants, "4 or more in each laboratory, 10,000,000 at most");
        Require(double.IsFinite(Effect), nameof(Effect), Effect, "a finite number");
        Require(AssumedDeviation is >= 0 and <= 1e3, nameof(AssumedDeviation), AssumedDeviation, "0 to 1,000");
        return [.. Enumerable.Range(0, Labs).Select(EffectOf)];
    }

    /// <summary>The random-effects meta-analysis of what they find.</summary>
    /// <exception cref="ArgumentException">A parameter that cannot be; the message names it.</exception>
    public StudyResult<MetaAnalysisResult> MetaAnalysis(MetaAnalysisOptions? options = null) =>
        new(SmileNotebooks.MetaAnalysis.Fit(Effects(), (options ?? new()) with { Measure = options?.Measure ?? "difference of the groups (Hedges' g)" }), Invariant($"{Labs} laboratories, {Participants:#,0} people, true d = {Effect}"), Phrase);

    private StudyEffect EffectOf(int lab)
    {
        RandomStream random = new(Seed, (ulong)lab);
        double effect = Effect + (AssumedDeviation * random.NextGaussian());

        // Those who are left over when all are shared out go to the first laboratories.
        int size = (Participants / Labs) + (lab < Participants % Labs ? 1 : 0);
        double[] first = new double[(size + 1) / 2], second = new double[size / 2];
        random.FillGaussian(first, effect);
        random.FillGaussian(second);
        DescriptiveResult one = Descriptives.Of((ReadOnlySpan<double>)first), other = Descriptives.Of((ReadOnlySpan<double>)second);
        return EffectSizes.StandardizedMeanDifference($"laboratory {lab + 1}", (one.Mean, one.StandardDeviation, first.Length), (other.Mean, other.StandardDeviation, second.Length));
    }
}
