// Labels dealt anew so that people stay people: the null hypothesis of a table with several smiles of each.
namespace SmileNotebooks;

internal static class PersonLabels
{
    /// <summary>Labels that have nothing to do with the features, but lie among people as the real ones do: each person's labels are put in random order, people in
    /// random order, and all that is dealt out again to the people in their own order. People with equally many smiles exchange their labels as they are; the number
    /// of smiles of each class stays.</summary>
    /// <param name="labels">One a row.</param>
    /// <param name="groups">The person of each row.</param>
    /// <param name="random">Moves on.</param>
    public static bool[] Shuffled(ReadOnlySpan<bool> labels, ReadOnlySpan<int> groups, ref RandomStream random)
    {
        SortedDictionary<int, List<int>> rowsOf = [];
        for (int row = 0; row < labels.Length; row++)
        {
            if (!rowsOf.TryGetValue(groups[row], out List<int>? rows))
            {
                rowsOf.Add(groups[row], rows = []);
            }

            rows.Add(row);
        }

        bool[] dealt = new bool[labels.Length];

        Deal([.. rowsOf.Values.Select(rows => rows.ToArray())], labels, dealt, ref random);
        return dealt;
    }

    private static void Deal(int[][] people, ReadOnlySpan<bool> labels, bool[] dealt, ref RandomStream random)
    {
        int[][] donors = [.. people];
        random.Shuffle(donors.AsSpan());
        bool[] stream = new bool[people.Sum(rows => rows.Length)];
        int filled = 0;
        foreach (int[] rows in donors)
        {
            Span<bool> own = stream.AsSpan(filled, rows.Length);
            for (int i = 0; i < rows.Length; i++)
            {
                own[i] = labels[rows[i]];
            }

            random.Shuffle(own);
            filled += rows.Length;
        }

        int next = 0;
        foreach (int[] rows in people)
        {
            foreach (int row in rows)
            {
                dealt[row] = stream[next++];
            }
        }
    }
}
