// Reference values by name, from a table of the columns name and value.
namespace SmileNotebooks.Tests.Statistics;

internal sealed class NamedValues(OracleTable table)
{
    private readonly Dictionary<string, double> _values =
        Enumerable.Range(0, table.RowCount).ToDictionary(row => table.Text(row, "name"), row => table.Number(row, "value"));

    public double this[string name] => _values[name];

    /// <summary>Asserts agreement with the value of a name.</summary>
    public void Match(string name, double actual, double share = 1e-8) => Close.Relative(this[name], actual, share, name);
}
