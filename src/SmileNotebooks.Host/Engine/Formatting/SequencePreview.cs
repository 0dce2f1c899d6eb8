// The first elements of a sequence and how many there are, from one pass: it may be lazy, costly, endless.
using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics;

namespace SmileNotebooks.Host;

/// <summary>The beginning of a sequence.</summary>
/// <param name="Items">The first elements, by default at most <see cref="MostItems"/>.</param>
/// <param name="Count">How many there are, or (if not <paramref name="CountIsExact"/>) how many were counted.</param>
/// <param name="CountIsExact">False where counting was given up.</param>
internal sealed record SequencePreview(ImmutableArray<object?> Items, long Count, bool CountIsExact)
{
    public const int MostItems = 50;
    private const int MostCounted = 10_000;
    private static readonly TimeSpan s_longestCount = TimeSpan.FromMilliseconds(250);

    /// <summary>What follows the first elements: <c>3 more</c>, <c>more</c>, or null if nothing.</summary>
    public string? Rest => Count == Items.Length && CountIsExact ? null
        : CountIsExact ? FormattableString.Invariant($"{Count - Items.Length:#,0} more") : "more";

    /// <summary>The same sequence with fewer of its first elements.</summary>
    public SequencePreview Head(int most) => Items.Length <= most ? this : this with { Items = Items[..most] };

    public static bool IsSequence(object? value) => value is IEnumerable and not string && !ValueMembers.HasOwnText(value.GetType());

    /// <summary>Reads the beginning of a sequence.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="most">The most elements to keep. Those beyond <see cref="MostItems"/> are kept only if they come quickly.</param>
    public static SequencePreview Of(IEnumerable sequence, int most = MostItems)
    {
        // A matrix is a sequence of rows, not of numbers.
        if (sequence is Array { Rank: 2 } matrix)
        {
            return new SequencePreview([.. Enumerable.Range(0, Math.Min(most, matrix.GetLength(0))).Select(row => (object?)Row(matrix, row))], matrix.GetLength(0), true);
        }

        long? known = (sequence as ICollection)?.Count ?? GenericCount(sequence);
        ImmutableArray<object?>.Builder items = ImmutableArray.CreateBuilder<object?>();
        long counted = 0;
        long start = Stopwatch.GetTimestamp();
        IEnumerator enumerator = sequence.GetEnumerator();
        using IDisposable? disposal = enumerator as IDisposable;
        while (enumerator.MoveNext())
        {
            counted++;
            bool isSlow = Stopwatch.GetElapsedTime(start) > s_longestCount;
            if (items.Count < Math.Min(most, MostItems) || (items.Count < most && !isSlow))
            {
                items.Add(enumerator.Current);
            }
            else if (known is not null || counted > MostCounted || isSlow)
            {
                return new SequencePreview(items.ToImmutable(), known ?? counted, known is not null);
            }
        }

        return new SequencePreview(items.ToImmutable(), counted, true);
    }

    private static object?[] Row(Array matrix, int row)
    {
        int first = matrix.GetLowerBound(1);
        return [.. Enumerable.Range(first, matrix.GetLength(1)).Select(column => matrix.GetValue(row + matrix.GetLowerBound(0), column))];
    }

    private static long? GenericCount(IEnumerable sequence) =>
        sequence.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>))
            ?.GetProperty("Count")?.GetValue(sequence) is int count ? count : null;
}
