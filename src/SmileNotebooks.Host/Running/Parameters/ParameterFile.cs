// A file of parameters: one JSON object, a member a parameter.
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace SmileNotebooks.Host;

/// <summary>Reads parameters from JSON files.</summary>
public static class ParameterFile
{
    private static readonly JsonReaderOptions s_strict = new() { CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Reads a JSON object whose members are parameters: strings, numbers, true, false, null and arrays of them.</summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <returns>Name to value, which knows its line.</returns>
    /// <exception cref="ParameterException">The file is not such an object; the message says in which line and why.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static ImmutableSortedDictionary<string, ParameterValue> Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        ReadOnlySpan<byte> text = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes;
        try
        {
            return Members(text, path);
        }
        catch (InvalidOperationException error)
        {
            throw new ParameterException($"{path}: not sound JSON: {error.Message}"); // half a surrogate pair, which the parser does not look for
        }
        catch (JsonException error)
        {
            throw new ParameterException(
                text.Trim(" \t\r\n"u8).IsEmpty
                    ? $"{path}: the file is empty, expected a JSON object such as {{\"name\": 1}}."
                    : $"{path}, line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}: not JSON: {JsonFault.Of(error)}.");
        }
    }

    private static ImmutableSortedDictionary<string, ParameterValue> Members(ReadOnlySpan<byte> text, string path)
    {
        Utf8JsonReader reader = new(text, s_strict);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new ParameterException($"{path}, line {LineOf(text, reader)}: found {Kind(reader.TokenType)}, expected a JSON object such as {{\"name\": 1}}.");
        }

        ImmutableSortedDictionary<string, ParameterValue>.Builder values = ImmutableSortedDictionary.CreateBuilder<string, ParameterValue>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            string place = $"{path}, line {LineOf(text, reader)}";
            reader.Read();
            JsonElement value = JsonElement.ParseValue(ref reader);
            if (values.ContainsKey(name))
            {
                throw new ParameterException($"{place}: {name} is given twice.");
            }

            if (value.ValueKind == JsonValueKind.Object)
            {
                throw new ParameterException($"{place}: {name} is an object, expected a number, text, true, false, null, or an array of them.");
            }

            values.Add(name, ParameterValue.FromJson(value, place));
        }

        reader.Read(); // what stands behind the object is an error
        return values.ToImmutable();
    }

    private static int LineOf(ReadOnlySpan<byte> text, Utf8JsonReader reader) => 1 + text[..(int)reader.TokenStartIndex].Count((byte)'\n');

    private static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };
}
