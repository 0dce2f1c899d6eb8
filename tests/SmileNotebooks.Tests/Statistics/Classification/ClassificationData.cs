// The stored data sets of classification.
namespace SmileNotebooks.Tests.Statistics.Classification;

internal static class ClassificationData
{
    public static NamedValues FromR { get; } = new(OracleTable.Read("classification", "expected.csv"));

    public static NamedValues FromPython { get; } = new(OracleTable.Read("classification", "scikit-learn.csv"));

    /// <summary>All columns of a table: numbers where every cell is one, else labels.</summary>
    public static DataColumns Columns(string name) => OracleTable.Read("classification", $"{name}.csv").ToDataColumns();

    public static bool[] Outcomes(DataColumns columns, string name) => [.. columns.Numeric(name).ToArray().Select(value => value == 1)];

    public static double[,] Matrix(DataColumns columns, params string[] names)
    {
        double[,] matrix = new double[columns.RowCount, names.Length];
        for (int column = 0; column < names.Length; column++)
        {
            ReadOnlySpan<double> values = columns.Numeric(names[column]);
            for (int row = 0; row < values.Length; row++)
            {
                matrix[row, column] = values[row];
            }
        }

        return matrix;
    }
}
