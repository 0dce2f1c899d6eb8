// Whether what people do spreads along their ties.
using System.Collections.Immutable;

namespace SmileNotebooks;

public sealed partial record NetworkPanel
{
    // Residuals of a constant are what rounding leaves.
    private const double LeastDeviation = 1e-12;

    /// <summary>The naive model: a regression of a person's state on a friend's, one row for each tie and wave, logistic for an outcome of 0 and 1 and linear for others. Its
    /// coefficient has been read as contagion; homophily and shared shocks make it as well (Cohen-Cole and Fletcher, 2008; Shalizi and Thomas, 2011).</summary>
    /// <param name="alter">Which wave of the friend is looked at; by default the same.</param>
    /// <param name="level">Confidence of the interval.</param>
    /// <exception cref="ArgumentException">No tie between people who were observed in all waves, one person only with such ties, or an outcome that does not vary.</exception>
    /// <exception cref="SeparationException">A binary outcome that the states of friends tell without error.</exception>
    public StudyResult<NaiveContagionResult> NaiveContagion(AlterWave alter = AlterWave.Same, double level = 0.95)
    {
        (_, ImmutableArray<NetworkTie> ties, ImmutableArray<Exclusion> exclusions) = Complete();
        return new(NaiveModel.Fit(this, ties, alter, level), $"{Outcome}, naive model", Simulated) { Exclusions = exclusions };
    }

    /// <summary>Contagion within people: do people change after their friends have changed, beyond what their community did in that wave, and more than after a stranger of their
    /// community has changed?</summary>
    /// <remarks>
    /// <para>From each outcome the mean of its person and the mean of its community in its wave are taken: whatever lasts in a person (the traits by which friends find each other)
    /// and whatever a community shares in a wave is gone. b is the slope of what is left on the mean of what was left of one's friends in the wave before. Then the courses of
    /// people are given to others of the same community at random: ties, communities and shocks stay as they are. p is that of b over its standard error; b is given less its mean
    /// under these permutations, because taking means out of few people and waves moves it by itself.</para>
    /// <para>Exact where outcomes are a trait, a shock of the community and a rest that is exchangeable within communities; about right for 0 and 1
    /// (docs/experiments.md has the error rates). It is fooled by what makes friends change alike at different times: traits that decide how people react, shocks smaller than a
    /// community, ties that form because people change. These cannot be told from contagion with such data (Shalizi and Thomas, 2011). b draws towards 0 with few waves.</para>
    /// </remarks>
    /// <param name="permutations">How many; 999 by default.</param>
    /// <param name="seed">Their seed.</param>
    /// <exception cref="ArgumentException">No tie between people who were observed in all waves, or nothing that varies within people and communities.</exception>
    public StudyResult<WithinContagionResult> WithinContagion(int permutations = 999, ulong seed = 1)
    {
        if (permutations is < 1 or > 10_000_000)
        {
            throw new ArgumentException($"permutations is {permutations}, expected 1 to 10,000,000.", nameof(permutations));
        }

        (ImmutableArray<int> counted, ImmutableArray<NetworkTie> ties, ImmutableArray<Exclusion> exclusions) = Complete();
        WithinContagion within = new(this, counted, ties);
        (double slope, double z) = within.Observed();
        double[] slopes = new double[permutations], zs = new double[permutations];
        RandomStream random = new(seed);
        for (int i = 0; i < permutations; i++)
        {
            (slopes[i], zs[i]) = within.Permuted(ref random);
        }

        if (!within.Varies(LeastDeviation) || !double.IsFinite(z) || !zs.All(double.IsFinite))
        {
            throw new ArgumentException($"{Outcome} does not vary within people and communities, expected changes of people with friends.");
        }

        // The observed arrangement is one of the possible ones.
        double middle = (z + zs.Sum()) / (1 + permutations);
        int reached = zs.Count(one => Math.Abs(one - middle) >= Math.Abs(z - middle) * (1 - 1e-12));
        WithinContagionResult result = new()
        {
            Estimate = slope - ((slope + slopes.Sum()) / (1 + permutations)),
            Z = z - middle,
            P = (1.0 + reached) / (1.0 + permutations),
            NullDistribution = [.. zs.Select(one => one - middle)],
            StandardError = Moments.Of(slopes).StandardDeviation,
            Egos = ties.Select(tie => tie.Ego).Distinct().Count(),
            Waves = Waves.Length,
            Seed = seed,
        };
        return new(result, $"{Outcome}, within people and community waves", Simulated) { Exclusions = exclusions };
    }

    /// <summary>People who were observed in all waves, the ties between them, and who was left out.</summary>
    private (ImmutableArray<int> People, ImmutableArray<NetworkTie> Ties, ImmutableArray<Exclusion> Exclusions) Complete()
    {
        bool[] isComplete = [.. Enumerable.Range(0, People.Length).Select(person => Enumerable.Range(0, Waves.Length).All(wave => !double.IsNaN(this[person, wave])))];
        ImmutableArray<NetworkTie> ties = [.. Ties.Where(tie => isComplete[tie.Ego] && isComplete[tie.Alter])];
        if (ties.IsEmpty)
        {
            throw new ArgumentException($"Of {Ties.Length} ties none is between two people who were observed in all {Waves.Length} waves, expected some.");
        }

        return (
            [.. Enumerable.Range(0, People.Length).Where(person => isComplete[person])], ties,
            [.. Enumerable.Range(0, People.Length).Where(person => !isComplete[person]).Select(person => new Exclusion(People[person].Name, null, null, "not observed in all waves") { Kind = ExclusionKind.Gap })]);
    }
}
