using System.Buffers.Binary;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

/// <summary>The values of a trace along one axis, however plotly.js takes them.</summary>
/// <param name="Count">How many there are; those of a grid all counted.</param>
/// <param name="Extent">The least and the greatest number, or the first and the last text; null if there is neither.</param>
internal sealed partial record FigureValues(int Count, (string Least, string Most)? Extent)
{
    /// <summary>Reads an array, an array of arrays, or plotly.js's typed array; null if it is none of them.</summary>
    public static FigureValues? Read(JsonNode? node) => node switch
    {
        JsonArray array => OfList([.. array.SelectMany(item => item is JsonArray row ? row : (IEnumerable<JsonNode?>)[item])]),
        JsonObject typed => OfNumbers(Typed(Text(typed["dtype"]), Text(typed["bdata"]))),
        _ => null,
    };

    /// <summary>A text without plotly's small set of tags, such as &lt;br&gt; and &lt;b&gt;; null if it is none.</summary>
    public static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? Spaces().Replace(Tags().Replace(text, " "), " ").Trim() : null;

    private static FigureValues OfList(List<JsonNode?> items)
    {
        FigureValues numbers = OfNumbers(items.Select(item => item is JsonValue value && value.TryGetValue(out double number) ? number : double.NaN)) with { Count = items.Count };
        List<string> texts = numbers.Extent is null ? [.. items.Select(Text).OfType<string>()] : [];
        return texts.Count > 0 ? numbers with { Extent = (texts[0], texts[^1]) } : numbers;
    }

    private static FigureValues OfNumbers(IEnumerable<double> values)
    {
        int count = 0;
        (double least, double most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values)
        {
            count++;
            if (double.IsFinite(value))
            {
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
            }
        }

        return new(count, least <= most ? (FigureText.Number(least), FigureText.Number(most)) : null);
    }

    // plotly.js reference, "typed arrays": base64 of little-endian numbers.
    private static IEnumerable<double> Typed(string? type, string? base64)
    {
        byte[] bytes = new byte[(base64 ?? "").Length];
        if (!Convert.TryFromBase64String(base64 ?? "", bytes, out int length))
        {
            yield break;
        }

        int size = type switch { "f8" => 8, "f4" or "i4" or "u4" => 4, "i2" or "u2" => 2, "i1" or "u1" or "u1c" => 1, _ => int.MaxValue };
        for (int at = 0; at + (long)size <= length; at += size)
        {
            yield return Number(type!, bytes.AsSpan(at, size));
        }
    }

    private static double Number(string type, ReadOnlySpan<byte> bytes) => type switch
    {
        "f8" => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        "f4" => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        "i4" => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        "u4" => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        "i2" => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        "u2" => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        "i1" => (sbyte)bytes[0],
        _ => bytes[0],
    };

    [GeneratedRegex("</?[a-z][^<>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
