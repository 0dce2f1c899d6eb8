using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of mixed models.</summary>
public static class MixedModelFigures
{
    /// <summary>The fixed effects with their intervals; without the constant, whose unit is another, unless there is nothing else.</summary>
    /// <param name="model">A mixed model.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this MixedModel model, FigureOptions? options = null)
    {
        FixedEffect[] effects = [.. model.FixedEffects.Where(effect => effect.Name != "(Intercept)")];
        return StatisticsFigures.Forest(
            [.. (effects.Length > 0 ? effects : [.. model.FixedEffects]).Select(Row)],
            reference: 0,
            isRatio: false,
            (options ?? new()).Titled("Fixed effects", "Coefficient b"));
    }

    /// <summary>One effect with its interval.</summary>
    /// <param name="effect">A fixed effect or a contrast of them.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this FixedEffect effect, FigureOptions? options = null) =>
        StatisticsFigures.Forest([Row(effect)], reference: 0, isRatio: false, (options ?? new()).Titled("Fixed effect", "Coefficient b"));

    /// <summary>The random effects of a grouping factor with their intervals, sorted by the first.</summary>
    /// <param name="effects">Random effects.</param>
    /// <param name="options">Words.</param>
    public static Figure Caterpillar(this RandomEffects effects, FigureOptions? options = null)
    {
        double z = Normal.UpperQuantile((1 - effects.Level) / 2);
        return StatisticsFigures.Caterpillar(
            [
                .. effects.Values.Select(value => new CaterpillarRow(
                    value.Level, value.Effect, value.Value, new(value.Value - (z * value.StandardDeviation), value.Value + (z * value.StandardDeviation), effects.Level))),
            ],
            effects.Group,
            options);
    }

    /// <summary>The residuals against normal quantiles.</summary>
    /// <param name="model">A mixed model.</param>
    /// <param name="band">How the band is meant.</param>
    /// <param name="options">Words and the level of the band.</param>
    public static Figure NormalQq(this MixedModel model, QqBand band = QqBand.Simultaneous, FigureOptions? options = null) =>
        StatisticsFigures.NormalQq(model.Residuals.AsSpan(), band, (options ?? new()).Titled("Normal Q-Q plot of residuals"));

    /// <summary>The residuals against the fitted values, random effects included.</summary>
    /// <param name="model">A mixed model.</param>
    /// <param name="options">Words.</param>
    public static Figure ResidualPlot(this MixedModel model, FigureOptions? options = null) =>
        StatisticsFigures.Residuals(model.Fitted.AsSpan(), model.Residuals.AsSpan(), options);

    /// <summary>The standard deviation of each component, in the unit of the response.</summary>
    /// <param name="components">Variance components.</param>
    /// <param name="options">Words.</param>
    public static Figure Bars(this VarianceComponents components, FigureOptions? options = null)
    {
        options ??= new();
        IEnumerable<(string Label, double Value, string Text)> rows = components.Terms
            .SelectMany(term => term.Effects.Zip(term.StandardDeviations, (effect, deviation) => (Label: $"{term.Group} {effect}", Value: deviation)))
            .Append((Label: "residual", Value: components.ResidualStandardDeviation))
            .Select(row => (row.Label, row.Value, $"{row.Label}: SD {Apa.Quantity(row.Value)}"));
        return BarsPlot.Make([.. rows], options.Titled("Variance components") with { XTitle = options.XTitle ?? "Standard deviation" });
    }

    /// <summary>Partial eta squared of each term.</summary>
    /// <param name="anova">Tests of the terms of a mixed model.</param>
    /// <param name="options">Words.</param>
    public static Figure EffectSizes(this MixedModelAnova anova, FigureOptions? options = null) => BarsPlot.EffectSizes(
        [.. anova.Terms.Select(term => (term.Term, term.F, (double)term.NumeratorDegrees, term.DenominatorDegrees, term.P))],
        (options ?? new()).Titled("Type III tests"));

    /// <summary>The statistic in its distribution under the null hypothesis.</summary>
    /// <param name="test">A likelihood-ratio test.</param>
    /// <param name="options">Words.</param>
    public static Figure NullDistribution(this LikelihoodRatioTest test, FigureOptions? options = null) =>
        ChiSquaredPlot.Make(test.ChiSquared, test.Degrees, test.P, (options ?? new()).Titled("Likelihood-ratio test"));

    private static ForestRow Row(FixedEffect effect) => new(effect.Name, effect.Estimate, effect.Interval);
}
