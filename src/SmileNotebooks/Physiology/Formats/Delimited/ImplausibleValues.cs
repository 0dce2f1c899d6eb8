using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Counts values that no measurement has, such as 1e44 where a recorder overflowed: they are read as NaN.</summary>
internal sealed class ImplausibleValues(double limit, ImmutableArray<(string Name, TextColumnUse Use)> columns)
{
    private readonly SortedDictionary<int, (int Count, long Line, double Value)> _byColumn = [];

    /// <summary>One sentence for each column that has such values.</summary>
    public IEnumerable<string> Remarks => _byColumn.Select(one => FormattableString.Invariant(
        $"{columns[one.Key].Name}: {one.Value.Count:#,0} value{(one.Value.Count == 1 ? "" : "s")} beyond {limit:R}, the first {one.Value.Value:R} in line {one.Value.Line:#,0}, read as NaN."));

    /// <summary>Counts one.</summary>
    /// <returns>NaN.</returns>
    public double Count(int column, long line, double value)
    {
        _byColumn[column] = _byColumn.TryGetValue(column, out var first) ? first with { Count = first.Count + 1 } : (1, line, value);
        return double.NaN;
    }
}
