// Columns of a data frame from rows, with the types that Data.Analysis has for them. What is missing is null.
using Microsoft.Data.Analysis;

namespace SmileNotebooks.DataFrames;

/// <summary>Gathers the columns of one frame, all of the same number of rows.</summary>
/// <param name="what">What errors call the frame, as "the trials".</param>
internal sealed class FrameWriter(string what)
{
    private readonly List<DataFrameColumn> _columns = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public DataFrame Frame => new(_columns);

    public FrameWriter Add(string name, IEnumerable<string?> values) => Add(new StringDataFrameColumn(Checked(name), values));

    public FrameWriter Add(string name, IEnumerable<int?> values) => Add(new Int32DataFrameColumn(Checked(name), values));

    public FrameWriter Add(string name, IEnumerable<bool?> values) => Add(new BooleanDataFrameColumn(Checked(name), values));

    public FrameWriter Add(string name, IEnumerable<double?> values) => Add(new DoubleDataFrameColumn(Checked(name), values));

    /// <summary>Numbers of which NaN is one that is missing.</summary>
    public FrameWriter AddMeasured(string name, IEnumerable<double> values) => Add(name, values.Select(value => double.IsNaN(value) ? (double?)null : value));

    public FrameWriter Add(DataFrameColumn column)
    {
        _columns.Add(column);
        return this;
    }

    /// <exception cref="TableException">There is a column of that name.</exception>
    private string Checked(string name) => _names.Add(name)
        ? name
        : throw new TableException($"a data frame of {what}", $"column {name}", "two columns of that name", "each name once; give one of them another before");
}
