// What MNE reads from the recordings under tests/oracles/physiology.
using System.Globalization;

namespace SmileNotebooks.Tests.Physiology.Formats;

/// <summary>Channels and annotations as MNE gives them.</summary>
internal static class MneOracle
{
    public static string PathOf(params string[] parts) => Repository.PathOf(["tests", "oracles", "physiology", .. parts]);

    /// <summary>The rows of a table without its heading.</summary>
    public static IEnumerable<string[]> Rows(params string[] parts) => File.ReadLines(PathOf(parts)).Skip(1).Select(line => line.Split('\t'));

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static double[] Numbers(string text) => [.. text.Split(' ').Select(Number)];

    /// <summary>By what MNE multiplies samples to have volts.</summary>
    public static double Volts(string unit) => unit switch { "µV" => 1e-6, "mV" => 1e-3, "nV" => 1e-9, "µS" => 1e-6, _ => 1 };
}
