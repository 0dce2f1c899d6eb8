// Which figure a notebook shows under a result. The figures themselves are extension methods of the results, one file a topic.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>The figure of any result of statistics.</summary>
public static class ResultFigures
{
    /// <summary>The figure that a notebook shows under the sentence and the table of a result.</summary>
    /// <param name="result">A result.</param>
    /// <returns>A figure; null where a result has nothing to draw, or is of a type that this library does not know.</returns>
    public static Figure? ToFigure(this IStatisticalResult result) => result switch
    {
        IStudyResult study => StudyFigures.Of(study),
        ConditionContrasts contrasts => contrasts.Forest(),
        TrialCells cells => cells.ToFigure(),
        BinComparisons tests => tests.Forest(),
        LaterOrLess found => found.Later?.Course((found.Less.SecondName, found.Less.FirstName)) ?? found.Less.ToFigure(),
        MultiverseResult multiverse => MultiverseFigures.Curve(multiverse),
        WilcoxonSignedRankResult test => test.First.IsEmpty ? test.Raincloud() : test.PairedDots(),
        MannWhitneyResult test => test.Raincloud(),
        CorrelationResult correlation => correlation.Scatter(),
        IntraclassCorrelationResult correlations => correlations.Forest(),
        CohenKappaResult kappa => kappa.Table(),
        AnovaResult anova => anova.Interaction(),
        MarginalMeans means => means.Interaction(),
        ContrastTable contrasts => contrasts.Contrasts.IsEmpty ? null : contrasts.Forest(),
        SimpleEffects effects => effects.EffectSizes(),
        MixedModel model => model.Forest(),
        FixedEffect effect => effect.Forest(),
        RandomEffects effects => effects.Caterpillar(),
        VarianceComponents components => components.Bars(),
        MixedModelAnova anova => anova.EffectSizes(),
        MetaAnalysisResult analysis => analysis.Forest(),
        LeaveOneOutResult analyses => analyses.Forest(),
        EggerResult egger => egger.Forest(),
        PermutationTestResult test => test.NullDistribution(),
        ClusterTestResult test => test.Clusters(),
        TTestResult test => test.Kind == TTestKind.Paired ? test.PairedDots() : test.Raincloud(),
        TostResult test => test.Equivalence(),
        BayesFactorResult factor => factor.Scale(),
        EffectSize effect => effect.Forest(),
        AdjustedPValues adjusted => adjusted.Names.IsEmpty ? null : adjusted.Dots(),
        BootstrapResult bootstrap => bootstrap.Distribution(),
        PowerResult power => power.Forest(),
        PowerCurve curve => curve.Curve(),
        PowerSweep sweep => sweep.Curve(),
        SampleSizeResult search => search.Curve.Curve(search.Target),
        JackknifeLatencyResult latency => latency.Course(),
        JackknifeLatencyComparison comparison => comparison.Course(),
        LogisticRegressionResult regression => regression.Forest(),
        LikelihoodRatioTests tests => tests.Tests.IsEmpty ? null : tests.Bars(),
        RocCurve curve => curve.Curve(),
        RocComparison comparison => comparison.Curves(),
        CalibrationResult calibration => calibration.Plot(),
        LikelihoodRatioTest test => test.NullDistribution(),
        LinearModelResult model => model.Forest(),
        LinearModelTests tests => tests.Tests.IsEmpty ? null : tests.EffectSizes(),
        DescriptiveResult sample => sample.Raincloud(),
        DescriptiveTable table => table.Groups.IsEmpty ? null : table.Raincloud(),
        WithinSubjectResult means => means.PairedDots(),
        ProportionResult proportion => proportion.Forest(),
        TwoProportionsResult proportions => proportions.Forest(),
        FisherExactResult test => test.Forest(),
        NaiveContagionResult contagion => contagion.Forest(),
        WithinContagionResult contagion => contagion.NullDistribution(),
        _ => null,
    };
}
