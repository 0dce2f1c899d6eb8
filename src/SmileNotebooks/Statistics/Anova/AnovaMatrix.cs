// A design given as a matrix of participants by cells.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class AnovaMatrix
{
    public static AnovaDesign Design(double[,] values, IReadOnlyList<DesignFactor> within, IReadOnlyList<(string Name, Factor Levels)> between)
    {
        (int participants, int cells) = (values.GetLength(0), values.GetLength(1));
        if (cells != DesignFactor.CellCount(within))
        {
            throw new ArgumentException($"The matrix has {cells} columns; the within-participant factors have {DesignFactor.CellCount(within)} cells.", nameof(values));
        }

        AnovaLayout.CheckFactors([.. within.Select(factor => factor.Name)], [.. between.Select(factor => factor.Name)]);

        int[] groups = new int[participants];
        foreach ((string name, Factor factor) in between)
        {
            AddFactor(groups, name, factor);
        }

        return new AnovaDesign
        {
            Within = [.. within],
            Between = [.. between.Select(factor => new DesignFactor(factor.Name, factor.Levels.Levels))],
            Participants = [.. Enumerable.Range(0, participants).Select(participant => $"{participant}")],
            Groups = groups,
            Values = ByCell(values),
        }.Checked();
    }

    private static void AddFactor(int[] groups, string name, Factor factor)
    {
        if (factor.Codes.Length != groups.Length)
        {
            throw new ArgumentException($"Factor '{name}' has {factor.Codes.Length} rows; the matrix has {groups.Length} participants.");
        }

        for (int i = 0; i < groups.Length; i++)
        {
            groups[i] = factor.Codes[i] == Factor.Missing
                ? throw new ArgumentException($"Row {i}: '{name}' is missing.")
                : (groups[i] * factor.Levels.Length) + factor.Codes[i];
        }
    }

    private static double[] ByCell(double[,] values)
    {
        (int participants, int cells) = (values.GetLength(0), values.GetLength(1));
        double[] byCell = new double[values.Length];
        for (int participant = 0; participant < participants; participant++)
        {
            for (int cell = 0; cell < cells; cell++)
            {
                double value = values[participant, cell];
                byCell[(cell * participants) + participant] = double.IsFinite(value) ? value
                    : throw new ArgumentException(FormattableString.Invariant($"Row {participant}, column {cell}: {value}; a finite number is needed."), nameof(values));
            }
        }

        return byCell;
    }
}
