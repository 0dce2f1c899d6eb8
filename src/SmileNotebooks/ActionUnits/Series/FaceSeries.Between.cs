using System.Collections.Immutable;

namespace SmileNotebooks;

/// <content>Parts of a series.</content>
public sealed partial record FaceSeries
{
    /// <summary>The frames of a span of time.</summary>
    /// <param name="from">Seconds; frames shown then or later.</param>
    /// <param name="to">Seconds; frames shown before then.</param>
    /// <returns>A series with the same times and frame numbers; without frames where none lies in the span. Remarks that count frames still count those of the whole.</returns>
    /// <exception cref="ArgumentException"><paramref name="to"/> is before <paramref name="from"/>, or one of them is NaN.</exception>
    public FaceSeries Between(double from, double to)
    {
        if (!(from <= to))
        {
            throw new ArgumentException($"from is {from} s and to {to} s; expected from <= to.", nameof(to));
        }

        int first = FirstAt(from);
        int count = FirstAt(to) - first;
        return this with
        {
            Times = Times.Slice(first, count),
            Frames = Frames.Slice(first, count),
            Columns = Columns.ToImmutableSortedDictionary(column => column.Key, column => column.Value.Slice(first, count), Columns.KeyComparer),
        };
    }

    private int FirstAt(double time)
    {
        int at = Times.BinarySearch(time);
        return at < 0 ? ~at : at;
    }
}
