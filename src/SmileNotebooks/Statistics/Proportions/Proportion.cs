// One proportion and the difference of two.
namespace SmileNotebooks;

/// <summary>Tests and intervals of proportions.</summary>
public static class Proportion
{
    // Probabilities that tie with the observed one up to rounding count as tied.
    private const double TieTolerance = 1 + 1e-7;

    /// <summary>Tests one proportion, exactly.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="options">Default: two-sided against .5, 95 % intervals.</param>
    /// <exception cref="ArgumentException">Counts out of range.</exception>
    public static ProportionResult OneSample(long successes, long trials, ProportionOptions? options = null)
    {
        options ??= new ProportionOptions();
        options.Check();
        Check(successes, trials);
        return new ProportionResult
        {
            Successes = successes,
            Trials = trials,
            Interval = WilsonInterval.Of(successes, trials, options.Level, options.Alternative),
            ExactInterval = ClopperPearson(successes, trials, options.Level, options.Alternative),
            P = options.Alternative switch
            {
                Alternative.Less => Binomial.AtMost(successes, trials, options.Null),
                Alternative.Greater => Binomial.AtLeast(successes, trials, options.Null),
                _ => TwoSidedP(successes, trials, options.Null),
            },
            Options = options,
        };
    }

    /// <summary>Tests the proportion of records of which something is true.</summary>
    /// <param name="rows">One record a trial, at least one.</param>
    /// <param name="success">Whether it happened.</param>
    /// <param name="options">See <see cref="OneSample(long, long, ProportionOptions?)"/>.</param>
    public static ProportionResult OneSample<T>(IEnumerable<T> rows, Func<T, bool> success, ProportionOptions? options = null)
    {
        bool[] all = [.. rows.Select(success)];
        return OneSample(all.Count(isSuccess => isSuccess), all.Length, options);
    }

    /// <summary>Tests the difference of two independent proportions, first less second.</summary>
    /// <param name="firstSuccesses">0 to <paramref name="firstTrials"/>.</param>
    /// <param name="firstTrials">At least 1.</param>
    /// <param name="secondSuccesses">0 to <paramref name="secondTrials"/>.</param>
    /// <param name="secondTrials">At least 1.</param>
    /// <param name="options">Default: two-sided, 95 % interval. <see cref="ProportionOptions.Null"/> is not used: no difference is tested.</param>
    /// <exception cref="ArgumentException">Counts out of range.</exception>
    public static TwoProportionsResult Independent(
        long firstSuccesses, long firstTrials, long secondSuccesses, long secondTrials, ProportionOptions? options = null)
    {
        options ??= new ProportionOptions();
        options.Check();
        Check(firstSuccesses, firstTrials);
        Check(secondSuccesses, secondTrials);
        double first = (double)firstSuccesses / firstTrials;
        double second = (double)secondSuccesses / secondTrials;
        double pooled = ((double)firstSuccesses + secondSuccesses) / ((double)firstTrials + secondTrials);
        double z = (first - second) / Math.Sqrt(pooled * (1 - pooled) * ((1.0 / firstTrials) + (1.0 / secondTrials)));
        return new TwoProportionsResult
        {
            First = (firstSuccesses, firstTrials),
            Second = (secondSuccesses, secondTrials),
            Difference = first - second,
            Interval = Newcombe((firstSuccesses, firstTrials), (secondSuccesses, secondTrials), options),
            Z = z,
            P = double.IsNaN(z) ? 1 : StudentT.PValue(z, double.PositiveInfinity, options.Alternative),
            Options = options,
        };
    }

    /// <summary>Tests the difference of the proportions of two groups of records.</summary>
    /// <param name="rows">One record a trial.</param>
    /// <param name="success">Whether it happened.</param>
    /// <param name="group">Exactly two occur. The first group is the first of text by ordinal value, of an enum as declared, false of a bool.</param>
    /// <param name="options">See <see cref="Independent(long, long, long, long, ProportionOptions?)"/>.</param>
    public static TwoProportionsResult Independent<T, TGroup>(
        IEnumerable<T> rows, Func<T, bool> success, Func<T, TGroup> group, ProportionOptions? options = null)
    {
        T[] all = [.. rows];
        bool[] successes = Array.ConvertAll(all, row => success(row));
        (RowGroup first, RowGroup second) = RowGroups.Two(all, group, "A test of proportions");
        return Independent(first.Of(successes).Count(true), first.Rows.Length, second.Of(successes).Count(true), second.Rows.Length, options) with
        {
            FirstName = first.Name,
            SecondName = second.Name,
        };
    }

    private static ConfidenceInterval ClopperPearson(long successes, long trials, double level, Alternative alternative)
    {
        double tail = alternative == Alternative.TwoSided ? 0.5 * (1 - level) : 1 - level;
        return new ConfidenceInterval(
            alternative == Alternative.Less || successes == 0 ? 0 : Beta.Quantile(tail, successes, trials - successes + 1.0),
            alternative == Alternative.Greater || successes == trials ? 1 : Beta.UpperQuantile(tail, successes + 1.0, trials - successes),
            level);
    }

    // The observed tail, and of the other side all counts that are no likelier than the observed one: beyond the mode likelihood falls, so a search finds them.
    private static double TwoSidedP(long successes, long trials, double probability)
    {
        double observed = Binomial.Probability(successes, trials, probability) * TieTolerance;
        double mean = trials * probability;
        if (successes == mean)
        {
            return 1;
        }

        bool isBelow = successes < mean;
        (long near, long far) = isBelow ? ((long)Math.Ceiling(mean), trials + 1) : ((long)Math.Floor(mean), -1L);
        while (near != far)
        {
            // near ends at the first count, going outwards, that is no likelier.
            long middle = isBelow ? near + ((far - near) / 2) : near - ((near - far) / 2);
            if (Binomial.Probability(middle, trials, probability) <= observed)
            {
                far = middle;
            }
            else
            {
                near = isBelow ? middle + 1 : middle - 1;
            }
        }

        return Math.Min(1, isBelow
            ? Binomial.AtMost(successes, trials, probability) + Binomial.AtLeast(near, trials, probability)
            : Binomial.AtLeast(successes, trials, probability) + Binomial.AtMost(near, trials, probability));
    }

    private static ConfidenceInterval Newcombe((long Successes, long Trials) first, (long Successes, long Trials) second, ProportionOptions options)
    {
        // A one-sided interval is one side of the two-sided one of twice the error.
        double level = options.Alternative == Alternative.TwoSided ? options.Level : (2 * options.Level) - 1;
        double p1 = (double)first.Successes / first.Trials;
        double p2 = (double)second.Successes / second.Trials;
        ConfidenceInterval s1 = WilsonInterval.Of(first.Successes, first.Trials, Math.Max(level, 1e-12));
        ConfidenceInterval s2 = WilsonInterval.Of(second.Successes, second.Trials, Math.Max(level, 1e-12));
        double below = Math.Sqrt(Math.Pow(p1 - s1.Lower, 2) + Math.Pow(s2.Upper - p2, 2));
        double above = Math.Sqrt(Math.Pow(s1.Upper - p1, 2) + Math.Pow(p2 - s2.Lower, 2));
        return new ConfidenceInterval(
            options.Alternative == Alternative.Less ? -1 : p1 - p2 - below,
            options.Alternative == Alternative.Greater ? 1 : p1 - p2 + above,
            options.Level);
    }

    private static void Check(long successes, long trials)
    {
        if (trials < 1 || successes < 0 || successes > trials)
        {
            throw new ArgumentException($"A proportion is of at least one trial, with 0 to as many successes; found {successes} of {trials}.");
        }
    }
}
