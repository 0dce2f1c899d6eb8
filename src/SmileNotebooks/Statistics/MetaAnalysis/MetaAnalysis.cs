// Effects of several studies, combined.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Meta-analysis by inverse variances: one true effect, or effects that vary between studies. Assumes independent effects, about normal,
/// with sampling variances that are known.</summary>
public static class MetaAnalysis
{
    /// <summary>Combines effects.</summary>
    /// <param name="effects">One a study, on a scale where they are about normal.</param>
    /// <param name="standardErrors">Their standard errors, positive.</param>
    /// <param name="labels">The studies' names; default: 1, 2, ...</param>
    /// <param name="options">Default: random effects by restricted maximum likelihood, 95 % intervals, an error at NaN.</param>
    /// <exception cref="ArgumentException">Different lengths, an error that is not positive, a value that is not finite, fewer than two studies
    /// (one for the fixed effect).</exception>
    public static MetaAnalysisResult Fit(
        ReadOnlySpan<double> effects, ReadOnlySpan<double> standardErrors, IEnumerable<string>? labels = null, MetaAnalysisOptions? options = null)
    {
        (double[] effect, double[] error, DroppedRows dropped) = CompleteRows.Of(
            effects, standardErrors, nameof(effects), nameof(standardErrors), (options ?? new()).Missing);
        string[] names = labels is null ? [.. Enumerable.Range(1, effects.Length).Select(study => $"{study}")] : [.. labels];
        if (names.Length != effects.Length)
        {
            throw new ArgumentException($"There are {names.Length} labels for {effects.Length} effects.", nameof(labels));
        }

        HashSet<int> left = [.. dropped.Rows];
        string[] kept = [.. names.Where((_, study) => !left.Contains(study))];
        int negative = Array.FindIndex(error, value => value <= 0);
        return negative < 0
            ? Fit(kept.Select((name, study) => new StudyEffect(name, effect[study], error[study] * error[study])), options) with { Dropped = dropped }
            : throw new ArgumentException(Invariant($"Study '{kept[negative]}': found standard error {error[negative]}, expected a positive number."), nameof(standardErrors));
    }

    /// <summary>Combines effects that records hold.</summary>
    /// <param name="rows">One record a study.</param>
    /// <param name="effect">Its effect.</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="label">Its name; default: 1, 2, ...</param>
    /// <param name="options">See <see cref="Fit(ReadOnlySpan{double}, ReadOnlySpan{double}, IEnumerable{string}?, MetaAnalysisOptions?)"/>.</param>
    public static MetaAnalysisResult Fit<T>(
        IEnumerable<T> rows, Func<T, double> effect, Func<T, double> standardError, Func<T, string>? label = null, MetaAnalysisOptions? options = null)
    {
        T[] all = [.. rows];
        return Fit((ReadOnlySpan<double>)Array.ConvertAll(all, row => effect(row)), Array.ConvertAll(all, row => standardError(row)), label is null ? null : all.Select(label), options);
    }

    /// <summary>Combines effects with their variances, as <see cref="EffectSizes"/> makes them.</summary>
    /// <param name="studies">The studies.</param>
    /// <param name="options">Default: random effects by restricted maximum likelihood, 95 % intervals.</param>
    /// <exception cref="ArgumentException">A variance that is not positive, a value that is not finite (unless to be dropped), too few studies.</exception>
    public static MetaAnalysisResult Fit(IEnumerable<StudyEffect> studies, MetaAnalysisOptions? options = null)
    {
        options ??= new MetaAnalysisOptions();
        Levels.Checked(options.Level);
        StudyEffect[] all = [.. studies];
        (double[] effects, double[] variances, DroppedRows dropped) = CompleteRows.Of(
            Array.ConvertAll(all, study => study.Effect), Array.ConvertAll(all, study => study.Variance), "effect", "variance", options.Missing);
        HashSet<int> left = [.. dropped.Rows];
        StudyEffect[] kept = dropped.Count == 0 ? all : [.. all.Where((_, study) => !left.Contains(study))];
        Check(kept, options);
        return Result(kept, new StudySet(effects, variances), options) with { Dropped = dropped };
    }

    private static void Check(StudyEffect[] studies, MetaAnalysisOptions options)
    {
        StudyEffect? wrong = studies.FirstOrDefault(study => !(study.Variance > 0));
        if (wrong is not null)
        {
            throw new ArgumentException(Invariant($"Study '{wrong.Label}': found variance {wrong.Variance}, expected a positive number."), nameof(studies));
        }

        int least = options.Estimator == HeterogeneityEstimator.Fixed ? 1 : 2;
        if (studies.Length < least)
        {
            throw new ArgumentException($"Too few studies for {options.Estimator}: found {studies.Length}, expected at least {least}.", nameof(studies));
        }

        if (options is { HartungKnapp: true, Estimator: HeterogeneityEstimator.Fixed })
        {
            throw new ArgumentException("Hartung and Knapp's variance is for effects that vary between studies; it does not go with the fixed effect.", nameof(options));
        }
    }

    private static MetaAnalysisResult Result(StudyEffect[] studies, StudySet set, MetaAnalysisOptions options)
    {
        double tau2 = BetweenStudies.Estimate(set, options.Estimator);
        WeightedMean mean = set.Mean(tau2);
        int k = studies.Length;
        double degrees = options.HartungKnapp ? k - 1 : double.PositiveInfinity;
        double error = Math.Sqrt((options.HartungKnapp ? mean.Q / (k - 1) : 1) / mean.TotalWeight);
        double statistic = mean.Value / error;
        double tail = (1 - options.Level) / 2;
        double q = set.Mean(0).Q;
        bool isFixed = options.Estimator == HeterogeneityEstimator.Fixed;
        double typical = set.TypicalVariance;
        double excess = isFixed ? Math.Max(0, q - (k - 1)) / (k - 1) * typical : tau2;
        ConfidenceInterval tau = BetweenStudies.ProfileInterval(set, options.Level);
        double Share(double variance) => variance / (variance + typical);
        return new MetaAnalysisResult
        {
            Estimate = mean.Value,
            StandardError = error,
            Statistic = statistic,
            DegreesOfFreedom = degrees,
            P = options.HartungKnapp ? StudentT.TwoSided(statistic, degrees) : Normal.TwoSided(statistic),
            Interval = Around(mean.Value, error, Quantile(tail, degrees), options.Level),
            PredictionInterval = isFixed ? new ConfidenceInterval(double.NaN, double.NaN, options.Level) : Prediction(mean.Value, error, tau2, k, degrees, options),
            Q = q,
            QP = k > 1 ? ChiSquared.UpperTail(q, k - 1) : double.NaN,
            Tau2 = tau2,
            Tau2Interval = tau,
            I2 = k > 1 ? Share(excess) : double.NaN,
            I2Interval = new ConfidenceInterval(Share(tau.Lower), Share(tau.Upper), options.Level),
            H2 = k > 1 ? (excess / typical) + 1 : double.NaN,
            Studies = [.. studies],
            Weights = [.. set.Variances.Select(variance => 1 / ((variance + tau2) * mean.TotalWeight))],
            Options = options,
        };
    }

    private static ConfidenceInterval Prediction(double mean, double error, double tau2, int k, double degrees, MetaAnalysisOptions options)
    {
        double tail = (1 - options.Level) / 2;
        double spread = Math.Sqrt((error * error) + tau2);
        return options.Prediction == PredictionDistribution.AsTheTest ? Around(mean, spread, Quantile(tail, degrees), options.Level)
            : k > 2 ? Around(mean, spread, Quantile(tail, k - 2), options.Level)
            : new ConfidenceInterval(double.NegativeInfinity, double.PositiveInfinity, options.Level);
    }

    private static double Quantile(double tail, double degrees) =>
        double.IsPositiveInfinity(degrees) ? Normal.UpperQuantile(tail) : StudentT.UpperQuantile(tail, degrees);

    private static ConfidenceInterval Around(double value, double error, double quantile, double level) =>
        new(value - (quantile * error), value + (quantile * error), level);
}
