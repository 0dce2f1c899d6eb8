namespace SmileNotebooks;

/// <summary>The landmarks of a table, by number.</summary>
internal sealed class FacePoints
{
    private readonly FaceTable _table;
    private readonly int _count;
    private readonly string[] _x;
    private readonly string[] _y;

    private FacePoints(FaceTable table, int count)
    {
        _table = table;
        _count = count;
        _x = [.. Enumerable.Range(0, count).Select(i => $"x_{i}")];
        _y = [.. Enumerable.Range(0, count).Select(i => $"y_{i}")];
    }

    /// <summary>Null where some or all of the columns are missing.</summary>
    public static FacePoints? In(FaceTable table, int count) =>
        Enumerable.Range(0, count).All(i => table.Has($"x_{i}") && table.Has($"y_{i}")) ? new FacePoints(table, count) : null;

    /// <summary>The points of one row, pixels, as complex numbers: x to the right, y down.</summary>
    public System.Numerics.Complex[] Of(CsvRow row)
    {
        System.Numerics.Complex[] points = new System.Numerics.Complex[_count];
        for (int i = 0; i < _count; i++)
        {
            points[i] = new(_table.Number(row, _x[i]), _table.Number(row, _y[i]));
        }

        return points;
    }
}
