// The random effects of one grouping factor: which row belongs to which level, and with which coefficients.
namespace SmileNotebooks;

/// <summary>All random-effect terms of one grouping factor, as one block of columns for each level.</summary>
/// <remarks>Columns are scaled to unit root mean square, so that the elements of the relative covariance factor are of one order.</remarks>
internal sealed class GroupingBlock
{
    public GroupingBlock(string name, int levels, int[] codes, IReadOnlyList<double[]> columns, IEnumerable<(int Row, int Column)> pattern)
    {
        Name = name;
        Levels = levels;
        Codes = codes;
        Pattern = [.. pattern];
        Scales = [.. columns.Select(RootMeanSquare)];
        Columns = [.. columns.Select((column, i) => Scaled(column, 1 / Scales[i]))];
    }

    public string Name { get; }

    public int Levels { get; }

    /// <summary>Level of each row, from zero.</summary>
    public int[] Codes { get; }

    /// <summary>Scaled coefficient columns, [width][rows].</summary>
    public double[][] Columns { get; }

    public double[] Scales { get; }

    /// <summary>Places of the free elements in the lower triangle of the relative covariance factor, column by column.</summary>
    public (int Row, int Column)[] Pattern { get; }

    public int Width => Columns.Length;

    /// <summary>The relative covariance factor [width, width], column-major, on the scaled columns.</summary>
    public double[] Factor(ReadOnlySpan<double> theta)
    {
        double[] factor = new double[Width * Width];
        for (int i = 0; i < Pattern.Length; i++)
        {
            factor[Pattern[i].Row + (Pattern[i].Column * Width)] = theta[i];
        }

        return factor;
    }

    private static double RootMeanSquare(double[] column)
    {
        double largest = column.Length == 0 ? 0 : column.Max(Math.Abs);
        if (largest == 0)
        {
            return 1;
        }

        double sum = 0.0;
        foreach (double value in column)
        {
            sum += value / largest * (value / largest);
        }

        return largest * Math.Sqrt(sum / column.Length);
    }

    private static double[] Scaled(double[] column, double factor) =>
        factor == 1 ? column : Array.ConvertAll(column, value => value * factor);
}
