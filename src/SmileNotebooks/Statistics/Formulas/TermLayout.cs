// The columns of one term: each the product of a column of each of its variables.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A variable's share in a term: itself, or a factor's columns by contrasts or (Coding null) by an indicator of each level.</summary>
internal sealed record TermPart(string Variable, ImmutableArray<string>? Levels, ContrastCoding? Coding)
{
    public ImmutableArray<string> ColumnNames =>
        Levels is not ImmutableArray<string> levels ? [Variable]
        : Coding is null ? [.. levels.Select(level => Variable + level)]
        : [.. Enumerable.Range(0, levels.Length - 1).Select(column => Variable + Coding.ColumnSuffix(levels, column))];

    public static TermPart OfNumber(string variable) => new(variable, null, null);

    public static TermPart OfFactor(string variable, ImmutableArray<string> levels, ContrastCoding? coding) => new(variable, levels, coding);

    public double[][] FactorColumns(Factor factor)
    {
        int[] codes = CodesIn(factor);
        double[,] matrix = Coding?.Matrix(Levels!.Value.Length) ?? Indicators(Levels!.Value.Length);
        double[][] columns = new double[matrix.GetLength(1)][];
        for (int column = 0; column < columns.Length; column++)
        {
            columns[column] = new double[codes.Length];
            for (int row = 0; row < codes.Length; row++)
            {
                columns[column][row] = matrix[codes[row], column];
            }
        }

        return columns;
    }

    private static double[,] Indicators(int levels)
    {
        double[,] matrix = new double[levels, levels];
        for (int level = 0; level < levels; level++)
        {
            matrix[level, level] = 1;
        }

        return matrix;
    }

    // The rows' factor may have its levels in another order, or more of them than are used.
    private int[] CodesIn(Factor factor)
    {
        int[] codeOf = [.. factor.Levels.Select(level => Levels!.Value.IndexOf(level))];
        int[] codes = new int[factor.Codes.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            int code = factor.Codes[row];
            codes[row] = code == Factor.Missing
                ? throw new ArgumentException($"Row {row}: '{Variable}' has no label.")
                : codeOf[code] < 0 ? throw new ArgumentException($"Row {row}: '{factor.Levels[code]}' is none of the levels of '{Variable}': {string.Join(", ", Levels!.Value)}.")
                : codeOf[code];
        }

        return codes;
    }
}

internal sealed record TermLayout(ImmutableArray<TermPart> Parts)
{
    public ImmutableArray<string> ColumnNames { get; } = Names(Parts);

    private static ImmutableArray<string> Names(ImmutableArray<TermPart> parts)
    {
        IEnumerable<string> names = parts[0].ColumnNames;
        foreach (TermPart part in parts.Skip(1))
        {
            ImmutableArray<string> left = [.. names];
            names = part.ColumnNames.SelectMany(name => left.Select(first => $"{first}:{name}"));
        }

        return [.. names];
    }
}
