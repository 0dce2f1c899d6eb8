// JSON as it goes over the wire: read without ever throwing over a character, written into one array.
using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace SmileNotebooks.Host;

/// <summary>Reads and writes the JSON parts of messages.</summary>
internal static class JsonBytes
{
    /// <summary>Deepest nesting that is read. Deeper JSON is refused, before it could exhaust the stack.</summary>
    public const int MaxDepth = 128;

    /// <summary>A buffer that grew beyond this for one long message is not kept for the next.</summary>
    private const int KeptBuffer = 1 << 20;

    private static readonly JsonReaderOptions Reading = new() { MaxDepth = MaxDepth };

    // Front ends parse JSON, they do not paste it into a page: what is no control character goes as it is.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? s_writer;

    /// <summary>Reads an object. Bytes that are no UTF-8 and halves of surrogate pairs become U+FFFD; of fields of one name the last counts, as in Python.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="part">What it is, for the message.</param>
    /// <exception cref="JsonException">No JSON object, or one that is nested too deep.</exception>
    public static JsonObject Parse(ReadOnlyMemory<byte> json, string part)
    {
        try
        {
            Utf8JsonReader reader = new(LoneSurrogates.Replace(ValidUtf8(json)).Span, Reading);
            reader.Read();
            JsonObject value = reader.TokenType == JsonTokenType.StartObject ? ReadObject(ref reader) : throw new JsonException("it is no object");
            return reader.Read() ? throw new JsonException("something follows the object") : value;
        }
        catch (JsonException e)
        {
            throw new JsonException($"The {part} is malformed JSON: {e.Message}", e);
        }
    }

    /// <summary>What a function writes, in an array of its own.</summary>
    public static byte[] Write<T>(T state, Action<Utf8JsonWriter, T> write)
    {
        ArrayBufferWriter<byte> buffer = s_buffer ??= new ArrayBufferWriter<byte>(1024);
        Utf8JsonWriter writer = s_writer ??= new Utf8JsonWriter(buffer, Writing);
        try
        {
            write(writer, state);
            writer.Flush();
            return buffer.WrittenSpan.ToArray();
        }
        finally
        {
            if (buffer.Capacity > KeptBuffer)
            {
                s_buffer = null;
                s_writer = null;
            }
            else
            {
                buffer.ResetWrittenCount();
                writer.Reset(buffer);
            }
        }
    }

    private static ReadOnlyMemory<byte> ValidUtf8(ReadOnlyMemory<byte> json) =>
        Utf8.IsValid(json.Span) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));

    private static JsonNode? ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader),
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.String => JsonValue.Create(reader.GetString()),
        JsonTokenType.Null => null,

        // Kept as text, so that it can be read as any number type and goes out as it came in.
        _ => JsonValue.Create(JsonElement.ParseValue(ref reader)),
    };

    private static JsonObject ReadObject(ref Utf8JsonReader reader)
    {
        JsonObject value = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            reader.Read();
            value[name] = ReadValue(ref reader);
        }

        return value;
    }

    private static JsonArray ReadArray(ref Utf8JsonReader reader)
    {
        JsonArray value = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            value.Add(ReadValue(ref reader));
        }

        return value;
    }
}
