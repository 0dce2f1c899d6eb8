// The synchrony of partners beside that of strangers.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>The synchrony of the dyads of a study and of all their pseudo-dyads: the first person of one with the second person of another.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record DyadSynchrony
{
    private readonly ValueSequence<double> _scores;
    private readonly ValueSequence<double> _lags;

    private DyadSynchrony(DyadSet dyads, CrossCorrelationOptions options, double[] scores, double[] lags, double lag)
    {
        Lag = lag;
        Dyads = dyads;
        Options = options;
        _scores = new([.. scores]);
        _lags = new([.. lags]);
    }

    /// <summary>The dyads.</summary>
    public DyadSet Dyads { get; }

    /// <summary>Windows, lags and the score.</summary>
    public CrossCorrelationOptions Options { get; }

    /// <summary>The score of each dyad, Fisher's z; NaN for one without a window.</summary>
    public ImmutableArray<double> Scores => [.. Enumerable.Range(0, Dyads.Count).Select(dyad => this[dyad, dyad])];

    /// <summary>The lag of each dyad at which its mean over windows is greatest, seconds; above 0 where the second person follows the first.</summary>
    public ImmutableArray<double> Lags => _lags.Items;

    /// <summary>The lag of all dyads together, at which the mean over dyads of their means over windows is greatest, seconds; above 0 where second people follow first ones. Of
    /// few smiles the lag of a single dyad may be any: this one is far steadier than the mean or the median of <see cref="Lags"/>.</summary>
    public double Lag { get; }

    /// <summary>The score of a first person with a second one, of whatever dyads.</summary>
    /// <param name="first">The dyad of the first person, from 0.</param>
    /// <param name="second">The dyad of the second person.</param>
    public double this[int first, int second] => first >= 0 && first < Dyads.Count && second >= 0 && second < Dyads.Count
        ? _scores.Items[(first * Dyads.Count) + second]
        : throw new ArgumentOutOfRangeException(nameof(first), $"There is no pair {first}, {second}: there are {Dyads.Count} dyads, counted from 0.");

    /// <summary>The scores of the pseudo-dyads that have one.</summary>
    public ImmutableArray<double> PseudoScores =>
        [.. from first in Enumerable.Range(0, Dyads.Count) from second in Enumerable.Range(0, Dyads.Count) where first != second && !double.IsNaN(this[first, second]) select this[first, second]];

    /// <summary>Tests whether partners are more synchronous than strangers: second people are given to first people at random, the statistic is the mean score, and p is
    /// (1 + b) / (1 + m) with b of m such ways at least as synchronous on average as the true one.</summary>
    /// <remarks>Exact where partners are no more to each other than anybody else of the study (Fisher, 1935): what all dyads saw at the same time is the same for partners and for
    /// strangers. The same time is that of <see cref="Dyad.Start"/>: times are counted from the beginning of what all saw. What only the two of a dyad shared (their room, their task, their time of day) is not, and is found as synchrony.</remarks>
    /// <param name="permutations">How many ways are drawn; 999 by default.</param>
    /// <param name="seed">Their seed; 1 by default.</param>
    /// <exception cref="ArgumentException">Fewer than 4 dyads with a score, with which p cannot come below 1/6; or dyads none of which were measured at the same time.</exception>
    public StudyResult<PermutationTestResult> PartnerTest(int permutations = 999, ulong seed = 1)
    {
        if (permutations is < 1 or > 10_000_000)
        {
            throw new ArgumentException($"permutations is {permutations}, expected 1 to 10,000,000.", nameof(permutations));
        }

        int[] counted = [.. Enumerable.Range(0, Dyads.Count).Where(dyad => !double.IsNaN(this[dyad, dyad]))];
        if (counted.Length < 4)
        {
            throw new ArgumentException($"{counted.Length} dyads have a score, expected at least 4: partners of fewer cannot be shuffled in enough ways.");
        }

        if (!counted.Any(first => counted.Any(second => first != second && !double.IsNaN(this[first, second]))))
        {
            throw new ArgumentException("No first person was measured at the time of another dyad's second person, expected times from the beginning of what all dyads saw.");
        }

        RandomStream random = new(seed);
        double observed = MeanOf(counted, counted);
        int[] partners = [.. counted];
        double[] means = new double[permutations];
        for (int i = 0; i < permutations; i++)
        {
            random.Shuffle(partners.AsSpan());
            means[i] = MeanOf(counted, partners);
        }

        PermutationTestResult test = Dyad.Result(observed, means, "shuffles of partners", [[.. counted.Select(dyad => this[dyad, dyad])], PseudoScores], seed);
        return new(test with { StatisticName = "mean synchrony z" }, $"{Dyads.Measure}, {counted.Length} dyads against pseudo-dyads, {Options}", Dyads.Simulated)
        {
            Exclusions = [.. Dyads.Index().Where(one => !counted.Contains(one.Index)).Select(one => new Exclusion(one.Item.Name, null, null, "no window in which both moved and nothing was missing") { Kind = ExclusionKind.Gap })],
        };
    }

    /// <summary>As in <c>24 dyads: mean synchrony z = 0.31, pseudo-dyads 0.12</c>.</summary>
    public override string ToString() => Invariant($"{Dyads.Count} dyads: mean synchrony z = {Apa.Number(MeanOf(Scores))}, {PseudoScores.Length:#,0} pseudo-dyads {Apa.Number(MeanOf(PseudoScores))}; {Options}{(Dyads.Simulated is null ? "" : $"; {Dyads.Simulated}")}");

    /// <summary>A row a dyad.</summary>
    public ResultTable ToTable() => new(
        "Synchrony of dyads", ["dyad", "synchrony z", "lag (s)", "mean z with strangers"],
        [.. Dyads.Index().Select(one => (ImmutableArray<string>)[one.Item.Name, Apa.Number(Scores[one.Index]), Apa.Number(Lags[one.Index]), Apa.Number(MeanOf([.. Strangers(one.Index)]))])])
    {
        Note = $"Lag above 0: the second person follows the first. {char.ToUpperInvariant($"{Options}"[0])}{$"{Options}"[1..]}.{(Dyads.Simulated is null ? "" : $" Data: {Dyads.Simulated}.")}",
    };

    internal static DyadSynchrony Of(DyadSet dyads, CrossCorrelationOptions options)
    {
        WindowPlan plan = WindowPlan.Of(options, dyads[0].SamplingRate);
        int count = dyads.Count;
        double[] scores = new double[count * count], lags = new double[count];
        double[][] means = [.. Enumerable.Range(0, count).Select(_ => new double[plan.Lags])];
        int longest = plan.WindowsOf(dyads.Max(dyad => dyad.Samples));
        ParallelBlocks.Run(count, -1, () => (Correlator: new WindowCorrelator(plan), R: new double[longest * plan.Lags]), (first, work) =>
        {
            for (int second = 0; second < count; second++)
            {
                (int ofFirst, int ofSecond, int samples) = Together(dyads[first], dyads[second]);
                Span<double> r = work.R.AsSpan(0, plan.WindowsOf(samples) * plan.Lags);
                work.Correlator.Correlate(dyads[first].First.AsSpan(ofFirst, samples), dyads[second].Second.AsSpan(ofSecond, samples), r);
                scores[(first * count) + second] = r.IsEmpty ? double.NaN : work.Correlator.Score(r);
                if (first == second)
                {
                    work.Correlator.MeanZ(r, means[first]);
                    lags[first] = work.Correlator.LagOf(means[first]);
                }
            }
        });
        double[] mean = [.. Enumerable.Range(0, plan.Lags).Select(lag => MeanOf([.. means.Select(own => own[lag])]))];
        return new(dyads, options, scores, lags, new WindowCorrelator(plan).LagOf(mean));
    }

    /// <summary>Where the time begins, in samples of each, in which both dyads were measured, and how long it is: strangers saw the same only at the same time.</summary>
    private static (int First, int Second, int Samples) Together(Dyad first, Dyad second)
    {
        double later = Math.Round((second.Start - first.Start) * first.SamplingRate);
        double samples = Math.Min(first.Samples - Math.Max(0, later), second.Samples + Math.Min(0, later));
        return samples > 0 ? ((int)Math.Max(0, later), (int)Math.Max(0, -later), (int)samples) : (0, 0, 0);
    }

    private IEnumerable<double> Strangers(int first) => Enumerable.Range(0, Dyads.Count).Where(second => second != first).Select(second => this[first, second]);

    private static double MeanOf(ImmutableArray<double> values) => values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();

    /// <summary>The mean of pairs that have a score.</summary>
    private double MeanOf(int[] first, int[] second)
    {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < first.Length; i++)
        {
            double score = _scores.Items[(first[i] * Dyads.Count) + second[i]];
            if (!double.IsNaN(score))
            {
                sum += score;
                count++;
            }
        }

        return sum / count;
    }
}
