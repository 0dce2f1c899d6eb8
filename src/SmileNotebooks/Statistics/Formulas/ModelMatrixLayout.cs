// Which columns a model has and how each is made of the variables; filled for the rows at hand.
using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SmileNotebooks;

internal sealed class ModelMatrixLayout
{
    private readonly Formula _formula;
    private readonly ImmutableArray<TermLayout> _layouts;

    private ModelMatrixLayout(Formula formula, bool hasIntercept, ImmutableArray<FormulaTerm> terms, ImmutableArray<TermLayout> layouts)
    {
        _formula = formula;
        HasIntercept = hasIntercept;
        Terms = terms;
        _layouts = layouts;
        IEnumerable<int> ofTerms = layouts.SelectMany((layout, term) => Enumerable.Repeat(term, layout.ColumnNames.Length));
        TermOfColumn = [.. hasIntercept ? ofTerms.Prepend(-1) : ofTerms];
        IEnumerable<string> names = layouts.SelectMany(layout => layout.ColumnNames);
        ColumnNames = [.. hasIntercept ? names.Prepend("(Intercept)") : names];
        Levels = layouts.SelectMany(layout => layout.Parts).Where(part => part.Levels is not null)
            .DistinctBy(part => part.Variable).ToImmutableDictionary(part => part.Variable, part => part.Levels!.Value);
    }

    public bool HasIntercept { get; }

    public ImmutableArray<FormulaTerm> Terms { get; }

    public ImmutableArray<int> TermOfColumn { get; }

    public ImmutableArray<string> ColumnNames { get; }

    public ImmutableDictionary<string, ImmutableArray<string>> Levels { get; }

    public static ModelMatrixLayout For(Formula formula, bool hasIntercept, ImmutableArray<FormulaTerm> terms, DataColumns data, ModelMatrixOptions options)
    {
        bool indicatorsNeeded = !hasIntercept;
        ImmutableArray<TermLayout>.Builder layouts = ImmutableArray.CreateBuilder<TermLayout>(terms.Length);
        foreach (FormulaTerm term in terms)
        {
            List<TermPart> parts = [];
            foreach (string name in term.Variables)
            {
                FormulaVariable variable = formula.Variable(name);
                if (!variable.IsFactor(data))
                {
                    parts.Add(TermPart.OfNumber(name));
                    continue;
                }

                // The empty term counts as in the model; where there is no constant the first factor spans it instead.
                // A term before this one that contains the margin spans it too: c in a:c + b:c.
                FormulaTerm margin = new(term.Variables.Remove(name));
                bool contrasts = !indicatorsNeeded && (margin.Order == 0 || terms.Take(layouts.Count).Any(earlier => earlier.Contains(margin)));
                indicatorsNeeded = false;
                parts.Add(TermPart.OfFactor(name, LevelsOf(variable, data), contrasts ? options.CodingOf(name) : null));
            }

            layouts.Add(new TermLayout([.. parts]));
        }

        return new ModelMatrixLayout(formula, hasIntercept, terms, layouts.MoveToImmutable());
    }

    public ModelMatrix Fill(DataColumns data)
    {
        int rows = data.RowCount;
        double[] values = new double[rows * ColumnNames.Length];
        int column = 0;
        if (HasIntercept)
        {
            values.AsSpan(0, rows).Fill(1);
            column = 1;
        }

        Dictionary<(string Variable, bool Indicators), double[][]> columnsOfPart = [];
        foreach (TermLayout layout in _layouts)
        {
            double[][][] parts = [.. layout.Parts.Select(part => ColumnsOf(part, data, columnsOfPart))];
            for (int i = 0; i < layout.ColumnNames.Length; i++)
            {
                FillProduct(parts, i, values.AsSpan(column * rows, rows));
                column++;
            }
        }

        return new ModelMatrix(this, values, rows);
    }

    /// <summary>What the doubles of a matrix leave off its numeric columns and their products.</summary>
    public double[] LowParts(DataColumns data, ModelMatrix matrix)
    {
        double[] lows = new double[matrix.Array.Length];
        int column = HasIntercept ? 1 : 0;
        foreach (TermLayout layout in _layouts)
        {
            for (int i = 0; i < layout.ColumnNames.Length; i++)
            {
                DoubleDouble[] product = PreciseProduct(layout, i, data);
                for (int row = 0; row < data.RowCount; row++)
                {
                    int place = (column * data.RowCount) + row;
                    lows[place] = (double)(product[row] - matrix.Array[place]);
                }

                column++;
            }
        }

        return lows;
    }

    private DoubleDouble[] PreciseProduct(TermLayout layout, int index, DataColumns data)
    {
        DoubleDouble[] product = new DoubleDouble[data.RowCount];
        Array.Fill(product, 1);
        foreach (TermPart part in layout.Parts)
        {
            FormulaVariable variable = _formula.Variable(part.Variable);
            double[][]? columns = part.Levels is null ? null : part.FactorColumns(variable.Factor(data));
            double[] values = columns?[index % columns.Length] ?? variable.Evaluate(data);
            double[]? lows = columns is null ? variable.LowParts(data) : null;
            index /= columns?.Length ?? 1;
            for (int row = 0; row < product.Length; row++)
            {
                product[row] *= new DoubleDouble(values[row], lows?[row] ?? 0);
            }
        }

        return product;
    }

    // The first variable of a term runs fastest.
    private static void FillProduct(double[][][] parts, int index, Span<double> column)
    {
        parts[0][index % parts[0].Length].CopyTo(column);
        index /= parts[0].Length;
        foreach (double[][] part in parts.AsSpan(1))
        {
            double[] factor = part[index % part.Length];
            index /= part.Length;
            TensorPrimitives.Multiply(column, factor, column);
        }
    }

    private double[][] ColumnsOf(TermPart part, DataColumns data, Dictionary<(string Variable, bool Indicators), double[][]> known)
    {
        if (!known.TryGetValue((part.Variable, part.Coding is null), out double[][]? columns))
        {
            FormulaVariable variable = _formula.Variable(part.Variable);
            columns = part.Levels is null ? [Checked(variable, data)] : part.FactorColumns(variable.Factor(data));
            known.Add((part.Variable, part.Coding is null), columns);
        }

        return columns;
    }

    private static double[] Checked(FormulaVariable variable, DataColumns data)
    {
        double[] values = variable.Evaluate(data);
        int row = Array.FindIndex(values, value => !double.IsFinite(value));
        return row < 0 ? values : throw new ArgumentException(
            FormattableString.Invariant($"Row {row}: '{variable}' is {values[row]}; a finite number is needed."), nameof(data));
    }

    private static ImmutableArray<string> LevelsOf(FormulaVariable variable, DataColumns data)
    {
        ImmutableArray<string> levels = variable.Factor(data).WithoutEmptyLevels().Levels;
        return levels.Length >= 2 ? levels : throw new ArgumentException(levels.IsEmpty
            ? $"Factor '{variable}' has no level: every label is missing."
            : $"Factor '{variable}' has one level, '{levels[0]}'; at least 2 are needed.");
    }
}
