// The observations of a design laid out as participants by cells: what every computation of the analysis of variance starts from.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Means of each participant in each cell of the within-participant factors, with each participant's group.</summary>
internal sealed class AnovaDesign
{
    public required ImmutableArray<DesignFactor> Within { get; init; }

    public required ImmutableArray<DesignFactor> Between { get; init; }

    public required ImmutableArray<string> Participants { get; init; }

    /// <summary>For each participant the group: the cell of the between-participant factors, the last factor running fastest.</summary>
    public required int[] Groups { get; init; }

    /// <summary>[cells x participants]: the participants of a cell lie side by side; cells with the last factor running fastest.</summary>
    public required double[] Values { get; init; }

    /// <summary>What was measured; empty where the values are a matrix without a name.</summary>
    public string ValueName { get; init; } = "";

    /// <summary>How many observations were averaged with others of their participant and cell.</summary>
    public int Averaged { get; init; }

    public DroppedRows Dropped { get; init; } = DroppedRows.None;

    public int CellCount => DesignFactor.CellCount(Within);

    public int GroupCount => DesignFactor.CellCount(Between);

    public int ErrorDegrees => Participants.Length - GroupCount;

    /// <summary>How many participants each group has.</summary>
    public int[] GroupSizes()
    {
        int[] sizes = new int[GroupCount];
        foreach (int group in Groups)
        {
            sizes[group]++;
        }

        return sizes;
    }

    /// <summary>The mean of each group in a cell.</summary>
    public double[] GroupMeans(int cell)
    {
        int[] sizes = GroupSizes();
        double[] means = new double[sizes.Length];
        for (int i = 0; i < Groups.Length; i++)
        {
            means[Groups[i]] += Values[(cell * Groups.Length) + i] / sizes[Groups[i]];
        }

        return means;
    }

    /// <exception cref="ArgumentException">A group is empty (all such are listed), or there are no more participants than groups.</exception>
    public AnovaDesign Checked()
    {
        foreach (DesignFactor factor in Within.Concat(Between))
        {
            if (factor.Levels.Length < 2)
            {
                string found = factor.Levels.IsEmpty ? "no level" : $"one level, '{factor.Levels[0]}'";
                throw new ArgumentException($"Factor '{factor.Name}' has {found}; at least 2 are needed.");
            }
        }

        if (Participants.IsEmpty)
        {
            throw new ArgumentException($"No participant has an observation in each of the {CellCount} cells of {string.Join(" x ", Within.Select(factor => factor.Name))}.");
        }

        ImmutableArray<string> names = DesignFactor.CellNames(Between);
        string[] empty = [.. GroupSizes().Select((size, group) => (size, group)).Where(cell => cell.size == 0).Select(cell => names[cell.group])];
        if (empty.Length > 0)
        {
            string factors = string.Join(" x ", Between.Select(factor => factor.Name));
            throw new ArgumentException($"{empty.Length} of {GroupCount} cells of {factors} have no participant: {string.Join(", ", empty)}.");
        }

        return ErrorDegrees > 0 ? this : throw new ArgumentException(
            $"{Participants.Length} {(Participants.Length == 1 ? "participant" : "participants")} in {GroupCount} {(GroupCount == 1 ? "group" : "groups")} leave no degree of freedom for error; "
            + $"at least {GroupCount + 1} participants are needed.");
    }
}
