// From a long table, a row an observation, to participants by cells; what is missing is listed.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class AnovaLayout
{
    private const int MostListed = 20;

    public static AnovaDesign Of(DataColumns data, string value, string? participant, IReadOnlyList<string> within, IReadOnlyList<string> between, MissingValues missing)
    {
        CheckFactors(within, between);
        if (participant is null && within.Count > 0)
        {
            throw new ArgumentException("Factors within participants need the column of participants.", nameof(participant));
        }

        string[] labelled = participant is null ? [.. within, .. between] : [.. within, .. between, participant];
        DataColumns all = WithFactors(data, labelled);
        (data, DroppedRows dropped) = Complete(all, value, participant, labelled, missing);
        CheckLevels(all, data, [.. within, .. between]);
        Factor[] withinFactors = [.. within.Select(name => data.Factor(name).WithoutEmptyLevels())];
        Factor[] betweenFactors = [.. between.Select(name => data.Factor(name).WithoutEmptyLevels())];
        Factor participants = participant is null ? EachRow(data.RowCount) : data.Factor(participant).WithoutEmptyLevels();
        int[] groups = GroupOfParticipants(participants, betweenFactors, between);
        int[] cells = CellOfRows(withinFactors, data.RowCount);
        int cellCount = withinFactors.Aggregate(1, (count, factor) => count * factor.Levels.Length);
        (double[] sums, int[] counts) = SumByCell(data.Numeric(value), participants, cells, cellCount);
        DesignFactor[] withinNames = [.. within.Select((name, i) => new DesignFactor(name, withinFactors[i].Levels))];

        bool[] complete = CompleteParticipants(participants, counts, cellCount);
        if (!complete.All(whole => whole))
        {
            if (missing != MissingValues.DropParticipants)
            {
                throw MissingCells(participants, counts, cellCount, DesignFactor.CellNames(withinNames));
            }

            (participants, groups, sums, counts, dropped) = Without(complete, participants, groups, sums, counts, dropped, data.RowCount);
        }

        return new AnovaDesign
        {
            Within = [.. withinNames],
            Between = [.. between.Select((name, i) => new DesignFactor(name, betweenFactors[i].Levels))],
            Participants = participants.Levels,
            Groups = groups,
            Values = [.. sums.Zip(counts, (sum, count) => sum / count)],
            ValueName = value,
            Averaged = counts.Where(count => count > 1).Sum(),
            Dropped = dropped,
        }.Checked();
    }

    /// <exception cref="ArgumentException">There is no factor, or one is given twice.</exception>
    public static void CheckFactors(IReadOnlyList<string> within, IReadOnlyList<string> between)
    {
        if (within.Count + between.Count == 0)
        {
            throw new ArgumentException("An analysis of variance needs a factor, within or between participants.", nameof(within));
        }

        string? twice = within.Concat(between).GroupBy(name => name).FirstOrDefault(names => names.Count() > 1)?.Key;
        if (twice is not null)
        {
            throw new ArgumentException($"Factor '{twice}' is given twice.", nameof(within));
        }
    }

    // A level that no row is left of would make another design than the one asked for.
    private static void CheckLevels(DataColumns all, DataColumns complete, string[] names)
    {
        foreach (string name in names)
        {
            string? lost = all.Factor(name).WithoutEmptyLevels().Levels.Except(complete.Factor(name).WithoutEmptyLevels().Levels).FirstOrDefault();
            if (lost is not null)
            {
                throw new ArgumentException($"No complete row of {name} '{lost}' is left: mend its rows, or take them out of the data to analyse the other levels.");
            }
        }
    }

    // Numbers that number levels become factors once.
    private static DataColumns WithFactors(DataColumns data, IEnumerable<string> names) => names.Aggregate(data, (table, name) => table.With(name, table.Factor(name)));

    private static (DataColumns Data, DroppedRows Dropped) Complete(DataColumns data, string value, string? participant, string[] factors, MissingValues missing)
    {
        bool[] incomplete = new bool[data.RowCount];
        MissingRows.Mark(value, data.Numeric(value), incomplete, missing);
        foreach (string factor in factors)
        {
            MissingRows.Mark(factor, data.Factor(factor), incomplete, missing);
        }

        (int[] kept, DroppedRows dropped) = MissingRows.Split(incomplete, participant is null ? null : data.Factor(participant), missing);
        return kept.Length == 0 ? throw new ArgumentException("No complete row is left.", nameof(data))
            : (dropped.Count == 0 ? data : data.Rows(kept), dropped);
    }

    private static Factor EachRow(int rows) => new([.. Enumerable.Range(0, rows).Select(row => $"{row}")], [.. Enumerable.Range(0, rows)]);

    private static int[] GroupOfParticipants(Factor participants, Factor[] between, IReadOnlyList<string> names)
    {
        int[] groups = new int[participants.Levels.Length];
        int[] level = new int[groups.Length];
        for (int i = 0; i < between.Length; i++)
        {
            Array.Fill(level, Factor.Missing);
            for (int row = 0; row < participants.Codes.Length; row++)
            {
                int participant = participants.Codes[row], code = between[i].Codes[row];
                if (level[participant] != Factor.Missing && level[participant] != code)
                {
                    throw new ArgumentException($"Row {row}: participant '{participants.Levels[participant]}' has {names[i]} '{between[i].Levels[code]}', and "
                        + $"'{between[i].Levels[level[participant]]}' before: a factor between participants has one level a participant.");
                }

                level[participant] = code;
            }

            for (int participant = 0; participant < groups.Length; participant++)
            {
                groups[participant] = (groups[participant] * between[i].Levels.Length) + level[participant];
            }
        }

        return groups;
    }

    private static int[] CellOfRows(Factor[] within, int rows)
    {
        int[] cells = new int[rows];
        foreach (Factor factor in within)
        {
            ReadOnlySpan<int> codes = factor.Codes.AsSpan();
            for (int row = 0; row < rows; row++)
            {
                cells[row] = (cells[row] * factor.Levels.Length) + codes[row];
            }
        }

        return cells;
    }

    private static (double[] Sums, int[] Counts) SumByCell(ReadOnlySpan<double> values, Factor participants, int[] cells, int cellCount)
    {
        int participantCount = participants.Levels.Length;
        double[] sums = new double[cellCount * participantCount];
        int[] counts = new int[sums.Length];
        for (int row = 0; row < values.Length; row++)
        {
            int place = (cells[row] * participantCount) + participants.Codes[row];
            sums[place] += values[row];
            counts[place]++;
        }

        return (sums, counts);
    }

    private static bool[] CompleteParticipants(Factor participants, int[] counts, int cellCount)
    {
        int participantCount = participants.Levels.Length;
        bool[] complete = new bool[participantCount];
        for (int participant = 0; participant < participantCount; participant++)
        {
            complete[participant] = true;
            for (int cell = 0; cell < cellCount; cell++)
            {
                complete[participant] &= counts[(cell * participantCount) + participant] > 0;
            }
        }

        return complete;
    }

    private static ArgumentException MissingCells(Factor participants, int[] counts, int cellCount, ImmutableArray<string> cellNames)
    {
        int participantCount = participants.Levels.Length;
        string[] missing = [.. from participant in Enumerable.Range(0, participantCount)
                               from cell in Enumerable.Range(0, cellCount)
                               where counts[(cell * participantCount) + participant] == 0
                               select $"{participants.Levels[participant]} {cellNames[cell]}"];
        string listed = string.Join(", ", missing.Take(MostListed));
        return new ArgumentException($"{missing.Length} of {counts.Length} cells have no observation: {listed}"
            + (missing.Length > MostListed ? $" and {missing.Length - MostListed} more" : "")
            + ". Every participant needs every cell; choose to drop participants, or fit a mixed model.");
    }

    private static (Factor Participants, int[] Groups, double[] Sums, int[] Counts, DroppedRows Dropped) Without(
        bool[] complete, Factor participants, int[] groups, double[] sums, int[] counts, DroppedRows dropped, int rows)
    {
        int[] kept = [.. Enumerable.Range(0, complete.Length).Where(participant => complete[participant])];
        int[] keptRows = [.. Enumerable.Range(0, rows + dropped.Count).Except(dropped.Rows)];
        IEnumerable<int> alsoDropped = keptRows.Where((_, row) => !complete[participants.Codes[row]]);
        IEnumerable<string> left = participants.Levels.Where((_, participant) => !complete[participant]);
        DroppedRows all = new([.. dropped.Rows.Concat(alsoDropped).Order()], [.. dropped.Participants.Concat(left).Distinct()]);
        int[] places = [.. Enumerable.Range(0, sums.Length).Where(place => complete[place % complete.Length])];
        return (new Factor([.. kept.Select(participant => participants.Levels[participant])], []),
            [.. kept.Select(participant => groups[participant])],
            [.. places.Select(place => sums[place])],
            [.. places.Select(place => counts[place])],
            all);
    }
}
