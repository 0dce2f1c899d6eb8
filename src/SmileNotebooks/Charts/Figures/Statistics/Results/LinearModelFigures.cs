using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of linear models.</summary>
public static class LinearModelFigures
{
    /// <summary>The coefficients with their intervals; without the constant, whose unit is another, unless there is nothing else.</summary>
    /// <param name="model">A linear model.</param>
    /// <param name="options">Words.</param>
    public static Figure Forest(this LinearModelResult model, FigureOptions? options = null)
    {
        Coefficient[] slopes = [.. model.Coefficients.Where(coefficient => coefficient.Name != "(Intercept)")];
        return StatisticsFigures.Forest(
            [.. (slopes.Length > 0 ? slopes : [.. model.Coefficients]).Select(coefficient => new ForestRow(coefficient.Name, coefficient.Estimate, coefficient.Interval))],
            reference: 0,
            isRatio: false,
            (options ?? new()).Titled("Coefficients", "Coefficient b"));
    }

    /// <summary>The residuals against normal quantiles.</summary>
    /// <param name="model">A linear model of at least 3 rows.</param>
    /// <param name="band">How the band is meant.</param>
    /// <param name="options">Words and the level of the band.</param>
    public static Figure NormalQq(this LinearModelResult model, QqBand band = QqBand.Simultaneous, FigureOptions? options = null) =>
        StatisticsFigures.NormalQq(model.Residuals.AsSpan(), band, (options ?? new()).Titled("Normal Q-Q plot of residuals"));

    /// <summary>The residuals against the fitted values.</summary>
    /// <param name="model">A linear model.</param>
    /// <param name="options">Words.</param>
    public static Figure ResidualPlot(this LinearModelResult model, FigureOptions? options = null) =>
        StatisticsFigures.Residuals(model.Fitted.AsSpan(), model.Residuals.AsSpan(), options);

    /// <summary>Partial eta squared of each term.</summary>
    /// <param name="tests">Tests of the terms of a linear model.</param>
    /// <param name="options">Words.</param>
    public static Figure EffectSizes(this LinearModelTests tests, FigureOptions? options = null) => BarsPlot.EffectSizes(
        [.. tests.Tests.Select(test => (test.Term, test.F, (double)test.Degrees, (double)test.ErrorDegrees, test.P))],
        (options ?? new()).Titled("Type III tests"));
}
