// Reads tests/oracles/statistics/clusters.
using System.Globalization;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Tests.Statistics.Clusters;

internal static class ClusterOracle
{
    private static readonly Lazy<JsonNode> s_mne = new(() => JsonNode.Parse(File.ReadAllText(PathOf("mne.json")))!);

    public static JsonNode Case(string name) => s_mne.Value["cases"]!.AsArray().Single(one => (string)one!["case"]! == name)!;

    /// <summary>A table with a heading: [rows, columns].</summary>
    public static double[,] Read(string file)
    {
        string[] lines = File.ReadAllLines(PathOf(file))[1..];
        int columns = lines[0].Split(',').Length;
        double[,] values = new double[lines.Length, columns];
        for (int row = 0; row < lines.Length; row++)
        {
            string[] cells = lines[row].Split(',');
            for (int column = 0; column < columns; column++)
            {
                values[row, column] = double.Parse(cells[column], CultureInfo.InvariantCulture);
            }
        }

        return values;
    }

    /// <summary>Rows of a table: [from, to).</summary>
    public static double[,] Rows(double[,] values, int from, int to, double plus = 0)
    {
        double[,] rows = new double[to - from, values.GetLength(1)];
        for (int row = from; row < to; row++)
        {
            for (int column = 0; column < values.GetLength(1); column++)
            {
                rows[row - from, column] = values[row, column] + plus;
            }
        }

        return rows;
    }

    /// <summary>A table whose columns run over samples and then channels as [participants, samples, channels].</summary>
    public static double[,,] WithChannels(double[,] values, int channels)
    {
        double[,,] cube = new double[values.GetLength(0), values.GetLength(1) / channels, channels];
        Buffer.BlockCopy(values, 0, cube, 0, sizeof(double) * values.Length);
        return cube;
    }

    private static string PathOf(string file) => Repository.PathOf("tests", "oracles", "statistics", "clusters", file);
}
