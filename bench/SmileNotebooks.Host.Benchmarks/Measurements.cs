// What a measuring program of a peer found: one JSON object a line, with round, server, what and value.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Benchmarks;

/// <summary>Measurements in rounds, in each of which every server had its turn.</summary>
internal sealed class Measurements
{
    private readonly JsonNode[] _found;

    private Measurements(JsonNode[] found) => _found = found;

    /// <param name="lines">The output of the program.</param>
    public static Measurements Parse(string lines) =>
        new([.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)]);

    /// <summary>The values of a server, by round.</summary>
    public double[] Of(string server, string what) =>
        [.. _found.Where(one => (string)one["what"]! == what && (string)one["server"]! == server).OrderBy(one => (int)one["round"]!).Select(one => (double)one["value"]!)];

    public double MedianOf(string server, string what) => Median(Of(server, what));

    /// <summary>The median over the rounds of the ratio within one: both had their turn within seconds, so that other work on the machine counts for both.</summary>
    public double RatioOf(string server, string other, string what) => Median([.. Of(server, what).Zip(Of(other, what), (a, b) => a / b)]);

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
