namespace SmileNotebooks;

/// <summary>Columns of a series as the measures of smiles want them.</summary>
internal static class FaceValues
{
    private const double Highest = 5;

    // A regression may overshoot its scale; a number beyond this is none of an intensity.
    private const double Absurd = 1e6;

    /// <summary>An action unit, brought to 0 to 5; the mean of its sides where there is no column for both. Null where there is none.</summary>
    public static double[]? Unit(FaceSeries series, int number)
    {
        double scale = Highest / series.IntensityMaximum;
        if (series.Has(FaceColumns.ActionUnit(number)))
        {
            return [.. series[FaceColumns.ActionUnit(number)].Select(value => Math.Abs(value) < Absurd ? value * scale : double.NaN)];
        }

        (double[]? right, double[]? left) = Sides(series, number);
        return right is null || left is null ? null : [.. right.Zip(left, (one, other) => (one + other) / 2)];
    }

    /// <summary>The sides of AU12 or AU6, brought to 0 to 5; null where the series has none.</summary>
    public static (double[]? Right, double[]? Left) Sides(FaceSeries series, int number)
    {
        double scale = Highest / series.IntensityMaximum;
        (string right, string left) = number == 12
            ? (FaceColumns.LipCornerPullerRight, FaceColumns.LipCornerPullerLeft)
            : (FaceColumns.CheekRaiserRight, FaceColumns.CheekRaiserLeft);
        return (number is 6 or 12) && series.Has(right) && series.Has(left)
            ? ([.. series[right].Select(value => value * scale)], [.. series[left].Select(value => value * scale)])
            : (null, null);
    }

    /// <summary>A column; null where the series has none of this name.</summary>
    public static double[]? Column(FaceSeries series, string name) => series.Has(name) ? [.. series[name]] : null;

    /// <summary>The mean of two columns where both are measured, and the one that is where the other is not; null where the series has neither.</summary>
    public static double[]? Mean(FaceSeries series, string right, string left)
    {
        if (!series.Has(right) && !series.Has(left))
        {
            return null;
        }

        if (!series.Has(right) || !series.Has(left))
        {
            return [.. series[series.Has(right) ? right : left]];
        }

        return [.. series[right].Zip(series[left], (one, other) => double.IsFinite(one) && double.IsFinite(other) ? (one + other) / 2 : double.IsFinite(one) ? one : other)];
    }
}
