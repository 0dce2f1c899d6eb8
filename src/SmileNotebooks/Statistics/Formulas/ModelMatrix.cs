// From formula and data to columns of numbers. The rule of which factors of a term are coded by contrasts and which by an indicator of each level:
// by contrasts where an earlier term spans the term without that factor (Chambers and Hastie, 1992, section 2.4).
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The model matrix of a formula's fixed part, or of the effects of a random term: [rows, columns], with names as R gives them. Immutable.</summary>
public sealed class ModelMatrix
{
    private readonly double[] _values;
    private readonly ModelMatrixLayout _layout;

    internal ModelMatrix(ModelMatrixLayout layout, double[] values, int rowCount)
    {
        _layout = layout;
        _values = values;
        RowCount = rowCount;
    }

    /// <summary>How many rows: those of the data.</summary>
    public int RowCount { get; }

    /// <summary>How many columns, the constant among them.</summary>
    public int ColumnCount => ColumnNames.Length;

    /// <summary>The values column by column: rows x columns, a column's rows side by side.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The columns' names as R gives them: <c>(Intercept)</c>, <c>emotionhappy</c>, <c>emotionhappy:age</c>.</summary>
    public ImmutableArray<string> ColumnNames => _layout.ColumnNames;

    /// <summary>For each column the index of its term in <see cref="Terms"/>; -1 for the constant.</summary>
    public ImmutableArray<int> TermOfColumn => _layout.TermOfColumn;

    /// <summary>The terms in hierarchical order, the constant not among them.</summary>
    public ImmutableArray<FormulaTerm> Terms => _layout.Terms;

    /// <summary>Whether the first column is the constant.</summary>
    public bool HasIntercept => _layout.HasIntercept;

    /// <summary>The levels of each factor that has columns, by the variable's name.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Levels => _layout.Levels;

    /// <summary>The array that <see cref="Values"/> shows, for routines of this library; never written to.</summary>
    internal double[] Array => _values;

    /// <summary>The matrix of a formula's fixed part. Levels that no row has get no column.</summary>
    /// <exception cref="ArgumentException">A missing value (row and variable are named), a factor of one level, or no such column.</exception>
    public static ModelMatrix Of(Formula formula, DataColumns data, ModelMatrixOptions? options = null) =>
        ModelMatrixLayout.For(formula, formula.HasIntercept, formula.FixedTerms, data, options ?? new ModelMatrixOptions()).Fill(data);

    /// <summary>The matrix of the effects that a random term lets vary: left of its bar.</summary>
    /// <exception cref="ArgumentException">As for the fixed part.</exception>
    public static ModelMatrix Of(Formula formula, RandomTerm term, DataColumns data, ModelMatrixOptions? options = null) =>
        ModelMatrixLayout.For(formula, term.HasIntercept, term.Terms, data, options ?? new ModelMatrixOptions()).Fill(data);

    /// <summary>The same columns for other rows: factors keep the levels and the coding that they have here.</summary>
    /// <exception cref="ArgumentException">A label that the factor does not have here, a missing value, or no such column.</exception>
    public ModelMatrix ForRows(DataColumns data) => _layout.Fill(data);

    /// <summary>What the doubles of <see cref="Values"/> leave off, for the rows that the matrix was made of.</summary>
    internal double[] LowParts(DataColumns data) => _layout.LowParts(data, this);

    /// <summary>One column: a value a row.</summary>
    public ReadOnlySpan<double> Column(int column) => _values.AsSpan(column * RowCount, RowCount);

    /// <summary>The columns of a term, which stand side by side: the first and one past the last.</summary>
    /// <param name="term">Index in <see cref="Terms"/>; -1 for the constant.</param>
    public (int First, int End) ColumnsOf(int term)
    {
        int first = TermOfColumn.IndexOf(term);
        return first < 0 ? (0, 0) : (first, TermOfColumn.LastIndexOf(term) + 1);
    }
}
