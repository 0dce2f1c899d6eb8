// Whether the two people of one dyad move together.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

public sealed partial record Dyad
{
    // Arrangements with equal scores reach them by sums in another order.
    internal const double Rounding = 1e-12;

    /// <summary>The windowed cross-correlation of the two.</summary>
    /// <inheritdoc cref="WindowedCrossCorrelation.Of"/>
    public WindowedCrossCorrelation Correlate(CrossCorrelationOptions? options = null) => WindowedCrossCorrelation.Of(this, options);

    /// <summary>Tests the synchrony of the two against surrogates of the second person's series.</summary>
    /// <remarks>It tests that the series are independent. Two who see the same film, or hear the same joke, are dependent without any contagion: then use
    /// <see cref="DyadSet.PartnerTest"/>.</remarks>
    /// <param name="options">Windows, lags and the score.</param>
    /// <param name="surrogates">How surrogates are made, how many, and their seed.</param>
    /// <exception cref="ArgumentException">A dyad too short, gaps where there may be none, no window with a correlation.</exception>
    public StudyResult<PermutationTestResult> SurrogateTest(CrossCorrelationOptions? options = null, SurrogateOptions? surrogates = null)
    {
        options ??= new();
        surrogates ??= new();
        surrogates.Check();
        WindowPlan plan = WindowPlan.Of(options, SamplingRate);
        int windows = plan.RequireWindows(this);
        int segment = (int)Math.Round(Math.Clamp(surrogates.Segment * SamplingRate, 0, Samples));
        Surrogates maker = new(Second.AsSpan(), surrogates.Kind, segment, $"{SecondPerson} of dyad {Name}");
        WindowCorrelator correlator = new(plan);
        double[] r = new double[windows * plan.Lags], other = new double[Samples];
        correlator.Correlate(First.AsSpan(), Second.AsSpan(), r);
        double observed = correlator.Score(r);
        if (double.IsNaN(observed))
        {
            throw new ArgumentException($"Dyad {Name} has no window in which both moved and nothing was missing.");
        }

        RandomStream random = new(surrogates.Seed);
        // Where there are no more turns than surrogates are asked for, each is looked at once: the same ones drawn again would make p smaller than so few can.
        bool isExact = maker.Turns <= surrogates.Surrogates;
        double[] scores = new double[isExact ? maker.Turns!.Value : surrogates.Surrogates];
        for (int i = 0; i < scores.Length; i++)
        {
            if (isExact)
            {
                maker.Turn(i, other);
            }
            else
            {
                maker.Fill(other, ref random);
            }

            correlator.Correlate(First.AsSpan(), other, r);
            scores[i] = correlator.Score(r);
        }

        return new(Result(observed, scores, Words(surrogates, segment), [[observed]], surrogates.Seed) with { IsExact = isExact }, $"{Measure}, dyad {Name}, {options}", Simulated);
    }

    internal static PermutationTestResult Result(
        double observed, double[] scores, string permuted, ImmutableArray<ImmutableArray<double>> samples, ulong seed)
    {
        // Where gaps leave an arrangement without a window it counts as synchronous as can be: p must not gain by it.
        double[] counted = Array.ConvertAll(scores, score => double.IsNaN(score) ? WindowCorrelator.FisherZ(1) : score);
        int reached = counted.Count(score => score >= observed - (Rounding * Math.Max(1, Math.Abs(observed))));
        return new()
        {
            Permuted = permuted,
            StatisticName = "synchrony z",
            Statistic = observed,
            P = (1.0 + reached) / (1.0 + counted.Length),
            NullDistribution = [.. counted],
            IsExact = false,
            Alternative = Alternative.Greater,
            Samples = samples,
            Seed = seed,
            Dropped = DroppedRows.None,
        };
    }

    private string Words(SurrogateOptions options, int segment) => options.Kind switch
    {
        SurrogateKind.Shifts => $"turns of {SecondPerson}'s series",
        SurrogateKind.Segments => Invariant($"shuffles of {SecondPerson}'s series in segments of {segment / SamplingRate:0.###} s"),
        _ => $"phases of {SecondPerson}'s series",
    };
}
