// The rows of a table that a formula can use, and what became of the others.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The complete rows of a table as far as a formula needs them. Immutable.</summary>
public sealed class ModelFrame
{
    private ModelFrame(Formula formula, DataColumns data, DroppedRows dropped)
    {
        Formula = formula;
        Data = data;
        Dropped = dropped;
    }

    /// <summary>The formula that the rows are complete for.</summary>
    public Formula Formula { get; }

    /// <summary>The rows kept, in their order, with all columns of the table.</summary>
    public DataColumns Data { get; }

    /// <summary>The rows left out.</summary>
    public DroppedRows Dropped { get; }

    /// <summary>The response in each row kept.</summary>
    public double[] Response() => Formula.Response.Evaluate(Data);

    /// <summary>Takes the rows in which the response and every variable of the formula, grouping factors too, is finite and labelled.</summary>
    /// <param name="formula">The model.</param>
    /// <param name="data">The table.</param>
    /// <param name="missing">What to do with other rows. Default: fail.</param>
    /// <param name="participant">The column of participants, for <see cref="MissingValues.DropParticipants"/>; default: the first grouping factor.</param>
    /// <exception cref="ArgumentException">A value is missing under <see cref="MissingValues.Fail"/> (row, variable and value are named), no row is left,
    /// a column is absent, or participants are to be dropped and none are known.</exception>
    public static ModelFrame From(Formula formula, DataColumns data, MissingValues missing = MissingValues.Fail, string? participant = null)
    {
        bool[] incomplete = new bool[data.RowCount];
        Mark(formula.Response, data, incomplete, missing);
        foreach (FormulaVariable variable in formula.Variables)
        {
            Mark(variable, data, incomplete, missing);
        }

        if (missing == MissingValues.DropParticipants)
        {
            participant ??= formula.RandomTerms.FirstOrDefault()?.Grouping[0]
                ?? throw new ArgumentException("To drop participants, name the column that holds them.", nameof(participant));
        }

        (int[] kept, DroppedRows dropped) = MissingRows.Split(incomplete, participant is null ? null : data.Factor(participant), missing);
        return kept.Length > 0
            ? new ModelFrame(formula, dropped.Count == 0 ? data : data.Rows(kept), dropped)
            : throw new ArgumentException("No complete row is left.", nameof(data));
    }

    private static void Mark(FormulaVariable variable, DataColumns data, bool[] incomplete, MissingValues missing)
    {
        if (variable.IsFactor(data))
        {
            MissingRows.Mark(variable.Name, variable.Factor(data), incomplete, missing);
        }
        else
        {
            MissingRows.Mark(variable.Name, variable.Evaluate(data), incomplete, missing);
        }
    }
}
