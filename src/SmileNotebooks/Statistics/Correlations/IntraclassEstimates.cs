// Point estimates, tests and limits of the six forms. Numbers in brackets are pages of Shrout and Fleiss (1979).
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class IntraclassEstimates
{
    private const double LeastDegrees = 1e-6;

    public static ImmutableArray<IntraclassEstimate> Of(RatingMeanSquares squares, double level)
    {
        double tail = (1 - level) / 2;
        IntraclassEstimate oneWay = OneWay(squares, tail, level);
        IntraclassEstimate random = TwoWayRandom(squares, tail, level);
        IntraclassEstimate mixed = TwoWayMixed(squares, tail, level);
        int k = squares.Raters;
        return
        [
            oneWay, random, mixed,
            Averaged(oneWay, IntraclassForm.OneWayAverage, k),
            Averaged(random, IntraclassForm.TwoWayRandomAverage, k),
            Averaged(mixed, IntraclassForm.TwoWayMixedAverage, k),
        ];
    }

    // Each target has its own raters (p. 423 and 424).
    private static IntraclassEstimate OneWay(RatingMeanSquares squares, double tail, double level)
    {
        double within = squares.Targets * (squares.Raters - 1.0);
        return Simple(IntraclassForm.OneWaySingle, squares.BetweenTargets, squares.WithinTargets, squares.Targets - 1, within, squares.Raters, tail, level);
    }

    // The raters are all that matter: consistency (p. 424).
    private static IntraclassEstimate TwoWayMixed(RatingMeanSquares squares, double tail, double level)
    {
        double residual = (squares.Targets - 1.0) * (squares.Raters - 1);
        return Simple(IntraclassForm.TwoWayMixedSingle, squares.BetweenTargets, squares.Residual, squares.Targets - 1, residual, squares.Raters, tail, level);
    }

    private static IntraclassEstimate Simple(
        IntraclassForm form, double between, double error, double numerator, double denominator, int k, double tail, double level)
    {
        double f = between / error;
        double Correlation(double ratio) => double.IsPositiveInfinity(ratio) ? 1 : (ratio - 1) / (ratio + k - 1);
        ConfidenceInterval interval = new(
            Correlation(f / FisherF.UpperQuantile(tail, numerator, denominator)),
            Correlation(f * FisherF.UpperQuantile(tail, denominator, numerator)),
            level);
        return new IntraclassEstimate(form, Correlation(f), f, numerator, denominator, FisherF.UpperTail(f, numerator, denominator), interval);
    }

    // The raters are a sample: absolute agreement (p. 424). The limits need the degrees of freedom v of a combination of mean squares.
    private static IntraclassEstimate TwoWayRandom(RatingMeanSquares squares, double tail, double level)
    {
        double n = squares.Targets;
        double k = squares.Raters;
        (double between, double raters, double residual) = (squares.BetweenTargets, squares.BetweenRaters, squares.Residual);
        double icc = (between - residual) / (between + ((k - 1) * residual) + (k * (raters - residual) / n));
        double f = between / residual;
        double numerator = n - 1;
        double denominator = (n - 1) * (k - 1);

        // Nothing but raters differs: no target is told from another, and the combination has no degrees of freedom.
        ConfidenceInterval interval = residual + raters == 0 ? new ConfidenceInterval(1, 1, level)
            : residual + between == 0 ? new ConfidenceInterval(double.NaN, double.NaN, level)
            : TwoWayRandomLimits(squares, icc, tail, level);
        return new IntraclassEstimate(
            IntraclassForm.TwoWayRandomSingle, icc, f, numerator, denominator, FisherF.UpperTail(f, numerator, denominator), interval);
    }

    private static ConfidenceInterval TwoWayRandomLimits(RatingMeanSquares squares, double icc, double tail, double level)
    {
        double n = squares.Targets;
        double k = squares.Raters;
        (double between, double raters, double residual) = (squares.BetweenTargets, squares.BetweenRaters, squares.Residual);

        // The ratio of raters to residual may be infinite; both squares are multiplied by the residual instead.
        double fromRaters = k * icc * raters;
        double fromResidual = ((n * (1 + ((k - 1) * icc))) - (k * icc)) * residual;
        double degrees = (k - 1) * (n - 1) * Square(fromRaters + fromResidual) / (((n - 1) * Square(fromRaters)) + Square(fromResidual));

        // A correlation below zero can bring them down to zero, where the quantiles are zero and infinite: the limits hold on to numbers.
        degrees = degrees > LeastDegrees ? degrees : LeastDegrees;
        double other = (k * raters) + (((k * n) - k - n) * residual);
        double upperPoint = FisherF.UpperQuantile(tail, n - 1, degrees);
        double lowerPoint = FisherF.UpperQuantile(tail, degrees, n - 1);
        return new ConfidenceInterval(
            n * (between - (upperPoint * residual)) / ((upperPoint * other) + (n * between)),
            n * ((lowerPoint * between) - residual) / (other + (n * lowerPoint * between)),
            level);
    }

    // Spearman and Brown: the reliability of the mean of k raters (p. 426).
    private static IntraclassEstimate Averaged(IntraclassEstimate single, IntraclassForm form, int k)
    {
        double Stepped(double icc) => k * icc / (1 + ((k - 1) * icc));
        return single with
        {
            Form = form,
            Value = Stepped(single.Value),
            Interval = single.Interval with { Lower = Stepped(single.Interval.Lower), Upper = Stepped(single.Interval.Upper) },
        };
    }

    private static double Square(double value) => value * value;
}
