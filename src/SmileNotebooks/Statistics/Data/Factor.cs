using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SmileNotebooks;

/// <summary>A categorical column: for each row, which of its levels it has.</summary>
/// <param name="Levels">The names of the levels, each once, in the order in which tables and contrasts take them.</param>
/// <param name="Codes">For each row the index of its level; -1 where the label is missing.</param>
public sealed record Factor(ImmutableArray<string> Levels, ImmutableArray<int> Codes)
{
    /// <summary>The code of a row without a label.</summary>
    public const int Missing = -1;

    /// <summary>Makes a factor of labels. A null or empty label is missing.</summary>
    /// <param name="labels">One label a row.</param>
    /// <param name="levels">The levels in the order wanted; default: the distinct labels, sorted by ordinal value. Levels that no row has are kept.</param>
    /// <exception cref="ArgumentException">A label that is no level (its row is named), or a level given twice.</exception>
    public static Factor From(IEnumerable<string?> labels, IEnumerable<string>? levels = null)
    {
        string?[] rows = labels.ToArray();
        ImmutableArray<string> names = levels?.ToImmutableArray()
            ?? [.. rows.Where(label => !string.IsNullOrEmpty(label)).Select(label => label!).Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, int> codeOf = new(StringComparer.Ordinal);
        for (int code = 0; code < names.Length; code++)
        {
            if (!codeOf.TryAdd(names[code], code))
            {
                throw new ArgumentException($"The level '{names[code]}' is given twice.", nameof(levels));
            }
        }

        int[] codes = new int[rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            codes[row] = string.IsNullOrEmpty(rows[row]) ? Missing
                : codeOf.TryGetValue(rows[row]!, out int code) ? code
                : throw new ArgumentException($"Row {row}: '{rows[row]}' is none of the levels {string.Join(", ", names)}.", nameof(labels));
        }

        return new Factor(names, ImmutableCollectionsMarshal.AsImmutableArray(codes));
    }

    /// <summary>Makes a factor of numbers (participants 1, 2, ... say): its levels are the distinct numbers, ascending, written alike in every culture.
    /// What is not finite is missing.</summary>
    /// <param name="values">One number a row.</param>
    public static Factor From(ReadOnlySpan<double> values)
    {
        Dictionary<double, int> places = [];
        int[] codes = new int[values.Length];
        for (int row = 0; row < values.Length; row++)
        {
            if (!double.IsFinite(values[row]))
            {
                codes[row] = Missing;
            }
            else if (!places.TryGetValue(values[row], out codes[row]))
            {
                codes[row] = places.Count;
                places.Add(values[row], places.Count);
            }
        }

        double[] ascending = [.. places.Keys.Order()];
        int[] rank = new int[ascending.Length];
        for (int code = 0; code < ascending.Length; code++)
        {
            rank[places[ascending[code]]] = code;
        }

        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = codes[row] == Missing ? Missing : rank[codes[row]];
        }

        return new Factor([.. ascending.Select(value => value.ToString(CultureInfo.InvariantCulture))], ImmutableCollectionsMarshal.AsImmutableArray(codes));
    }

    /// <summary>The label of a row; null where it is missing.</summary>
    public string? LabelOf(int row) => Codes[row] == Missing ? null : Levels[Codes[row]];

    /// <summary>The same rows without the levels that none of them has.</summary>
    public Factor WithoutEmptyLevels()
    {
        int[] counts = new int[Levels.Length];
        foreach (int code in Codes)
        {
            if (code != Missing)
            {
                counts[code]++;
            }
        }

        if (counts.All(count => count > 0))
        {
            return this;
        }

        int[] kept = Enumerable.Range(0, Levels.Length).Where(code => counts[code] > 0).ToArray();
        return new Factor([.. kept.Select(code => Levels[code])], [.. Codes.Select(code => code == Missing ? Missing : Array.BinarySearch(kept, code))]);
    }

    /// <summary>The crossing of factors: its levels are the combinations that occur, the last factor running fastest, joined by ':'.</summary>
    /// <param name="factors">At least one factor; all of the same number of rows.</param>
    public static Factor Crossing(params IReadOnlyList<Factor> factors)
    {
        Factor crossed = factors[0].WithoutEmptyLevels();
        foreach (Factor factor in factors.Skip(1))
        {
            crossed = Crossing(crossed, factor);
        }

        return crossed;
    }

    private static Factor Crossing(Factor first, Factor second)
    {
        int levels = second.Levels.Length;
        long[] combined = new long[first.Codes.Length];
        SortedSet<long> occurring = [];
        for (int row = 0; row < combined.Length; row++)
        {
            (int a, int b) = (first.Codes[row], second.Codes[row]);
            combined[row] = a == Missing || b == Missing ? Missing : ((long)a * levels) + b;
            if (combined[row] != Missing)
            {
                occurring.Add(combined[row]);
            }
        }

        long[] ascending = [.. occurring];
        return new Factor(
            [.. ascending.Select(pair => $"{first.Levels[(int)(pair / levels)]}:{second.Levels[(int)(pair % levels)]}")],
            [.. combined.Select(pair => pair == Missing ? Missing : Array.BinarySearch(ascending, pair))]);
    }

    internal Factor Rows(ReadOnlySpan<int> rows)
    {
        int[] codes = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            codes[i] = Codes[rows[i]];
        }

        return new Factor(Levels, ImmutableCollectionsMarshal.AsImmutableArray(codes));
    }
}
