namespace SmileNotebooks;

/// <summary>What a series must be for its smiles to be measured.</summary>
internal static class SeriesCheck
{
    /// <exception cref="ArgumentException">It is not; the message names the place.</exception>
    public static void Check(FaceSeries series)
    {
        for (int i = 0; i < series.Count; i++)
        {
            if (!double.IsFinite(series.Times[i]) || (i > 0 && series.Times[i] <= series.Times[i - 1]))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"{series.Clip}, face {series.Face}, row {i}: found the time {series.Times[i]} s{(i > 0 ? FormattableString.Invariant($" after {series.Times[i - 1]} s") : "")}, expected finite ascending times."));
            }
        }

        foreach ((string name, System.Collections.Immutable.ImmutableArray<double> values) in series.Columns)
        {
            if (values.Length != series.Count)
            {
                throw new ArgumentException($"{series.Clip}, face {series.Face}: found {values.Length} values in {name}, expected one for each of {series.Count} frames.");
            }
        }

        if (!(series.IntensityMaximum > 0 && double.IsFinite(series.IntensityMaximum)))
        {
            throw new ArgumentException(FormattableString.Invariant($"{series.Clip}, face {series.Face}: the greatest intensity is {series.IntensityMaximum}, expected a finite number above 0."));
        }
    }
}
