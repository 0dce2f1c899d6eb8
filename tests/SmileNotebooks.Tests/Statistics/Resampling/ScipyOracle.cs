// Reads tests/oracles/statistics/resampling.
using System.Globalization;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Tests.Statistics.Resampling;

internal static class ScipyOracle
{
    private static readonly Lazy<JsonNode> s_scipy = new(() => JsonNode.Parse(File.ReadAllText(PathOf("scipy.json")))!);

    public static JsonNode Permutation(string name) => s_scipy.Value["permutation"]!.AsArray().Single(one => (string)one!["case"]! == name)!;

    public static JsonNode Bootstrap(string name, BootstrapMethod method, double level) =>
        s_scipy.Value["bootstrap"]!.AsArray().Single(one => (string)one!["case"]! == name && (string)one["method"]! == (method == BootstrapMethod.BCa ? "BCa" : "percentile") && (double)one["level"]! == level)!;

    /// <summary>A column of a table, by its place.</summary>
    public static double[] Column(string file, int column) =>
        [.. File.ReadLines(PathOf(file)).Skip(1).Select(line => double.Parse(line.Split(',')[column], CultureInfo.InvariantCulture))];

    private static string PathOf(string file) => Repository.PathOf("tests", "oracles", "statistics", "resampling", file);
}
