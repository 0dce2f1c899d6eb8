// What a logistic regression is fitted to: standardised columns and outcomes. Standardising makes the fit as accurate for years as for microvolts.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Columns of predictors, centred where there is a constant and scaled to a mean square of 1, with the outcomes.</summary>
internal sealed class LogisticDesign
{
    private LogisticDesign(double[] columns, string[] names, double[] signs, bool hasConstant, double[] means, double[] scales)
    {
        Columns = columns;
        Names = names;
        Signs = signs;
        HasConstant = hasConstant;
        Means = means;
        Scales = scales;
    }

    /// <summary>The standardised columns one after another, the constant first where there is one.</summary>
    public double[] Columns { get; }

    public string[] Names { get; }

    /// <summary>1 for an event, -1 for none.</summary>
    public double[] Signs { get; }

    /// <summary>Whether the first column is the constant.</summary>
    public bool HasConstant { get; }

    /// <summary>What was subtracted from each column.</summary>
    public double[] Means { get; }

    /// <summary>What each column was then divided by.</summary>
    public double[] Scales { get; }

    /// <summary>What is added to each row's linear predictor; null for none.</summary>
    public double[]? Offset { get; init; }

    public int Rows => Signs.Length;

    public int Count => Names.Length;

    public int Events => Signs.Count(sign => sign > 0);

    /// <param name="columns">The columns one after another, raw; they are overwritten.</param>
    /// <param name="names">One a column.</param>
    /// <param name="outcomes">One a row.</param>
    /// <param name="hasConstant">Whether the first column is all ones.</param>
    public static LogisticDesign Of(double[] columns, string[] names, ReadOnlySpan<bool> outcomes, bool hasConstant)
    {
        double[] signs = new double[outcomes.Length];
        for (int i = 0; i < signs.Length; i++)
        {
            signs[i] = outcomes[i] ? 1 : -1;
        }

        double[] means = new double[names.Length];
        double[] scales = new double[names.Length];
        for (int j = 0; j < names.Length; j++)
        {
            Span<double> column = columns.AsSpan(j * signs.Length, signs.Length);
            (means[j], scales[j]) = hasConstant && j == 0 ? (0, 1) : Standardise(column, hasConstant);
        }

        return new LogisticDesign(columns, names, signs, hasConstant, means, scales);
    }

    /// <summary>The same outcomes with some of the columns.</summary>
    /// <param name="kept">Indices of columns, ascending.</param>
    /// <param name="offset">What is added to each row's linear predictor.</param>
    public LogisticDesign With(int[] kept, double[]? offset)
    {
        double[] columns = new double[kept.Length * Rows];
        for (int j = 0; j < kept.Length; j++)
        {
            Column(kept[j]).CopyTo(columns.AsSpan(j * Rows));
        }

        return new LogisticDesign(
            columns,
            [.. kept.Select(j => Names[j])],
            Signs,
            HasConstant && kept is [0, ..],
            [.. kept.Select(j => Means[j])],
            [.. kept.Select(j => Scales[j])])
        {
            Offset = offset,
        };
    }

    /// <summary>Some of the columns, scaled but not centred: their coefficients stay the same, and the constant becomes that of the raw columns.</summary>
    public LogisticDesign WithUncentred(int[] kept, double[] offset)
    {
        LogisticDesign design = With(kept, offset);
        for (int j = 0; j < kept.Length; j++)
        {
            TensorPrimitives.Add(design.Column(j), design.Means[j] / design.Scales[j], design.Column(j));
        }

        return design;
    }

    /// <summary>Every n-th row.</summary>
    public LogisticDesign EveryNth(int n)
    {
        int rows = (Rows + n - 1) / n;
        double[] columns = new double[Count * rows];
        for (int j = 0; j < Count; j++)
        {
            Thin(Column(j), n, columns.AsSpan(j * rows, rows));
        }

        double[] signs = new double[rows];
        Thin(Signs, n, signs);
        return new LogisticDesign(columns, Names, signs, HasConstant, Means, Scales);
    }

    public Span<double> Column(int column) => Columns.AsSpan(column * Rows, Rows);

    /// <summary>Coefficients of the raw columns from those of the standardised ones.</summary>
    public double[] Raw(ReadOnlySpan<double> standardised)
    {
        double[] raw = new double[Count];
        for (int j = 0; j < Count; j++)
        {
            raw[j] = standardised[j] / Scales[j];
            if (HasConstant && j > 0)
            {
                raw[0] -= raw[j] * Means[j];
            }
        }

        return raw;
    }

    /// <summary>The covariance of the raw coefficients, from that of the standardised ones.</summary>
    public double[] RawCovariance(double[] standardised)
    {
        // Raw = T standardised: T applied to each column, then to each row.
        double[] half = Transformed(standardised);
        double[] turned = new double[half.Length];
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < Count; j++)
            {
                turned[(j * Count) + i] = half[(i * Count) + j];
            }
        }

        return Transformed(turned);
    }

    private static void Thin(ReadOnlySpan<double> values, int n, Span<double> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] = values[i * n];
        }
    }

    private double[] Transformed(double[] rows)
    {
        double[] transformed = new double[rows.Length];
        for (int i = 0; i < Count; i++)
        {
            Raw(rows.AsSpan(i * Count, Count)).CopyTo(transformed, i * Count);
        }

        return transformed;
    }

    // A column without spread is divided by 1: the fit finds it to be a combination of the constant and says so.
    private static (double Mean, double Scale) Standardise(Span<double> column, bool centre)
    {
        double largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(column));
        if (largest == 0 || column.Length == 0)
        {
            return (0, 1);
        }

        double mean = centre ? TensorPrimitives.Sum<double>(column) / column.Length : 0;
        if (!double.IsFinite(mean))
        {
            mean = 0;
        }

        TensorPrimitives.Subtract(column, mean, column);
        double spread = TensorPrimitives.SumOfSquares<double>(column) / column.Length;
        double scale = spread is > 1e-290 and < 1e290 ? Math.Sqrt(spread) : Math.Abs(TensorPrimitives.MaxMagnitude<double>(column));
        if (scale <= 1e-14 * largest)
        {
            column.Clear();
            return (mean, 1);
        }

        TensorPrimitives.Divide(column, scale, column);
        return (mean, scale);
    }
}
