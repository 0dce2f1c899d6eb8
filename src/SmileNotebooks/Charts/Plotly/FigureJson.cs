// Writes figures as plotly.js reads them: names in lower case, unset options left out, gaps (NaN, infinity) as null.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SmileNotebooks.Charts;

/// <summary>How figures become JSON.</summary>
internal static class FigureJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = new LowerCase(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Readable base64 and Greek letters. Whoever puts the JSON into HTML escapes '<' (FigureHtml does).
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseOptionsGivenTwice } },
        Converters =
        {
            new GapConverter(),
            new ValueConverter(),
            new ValuesConverter(),
            new ColorScaleConverter(),
            new TraceConverter(),
            new TemplateConverter(),
            new JsonStringEnumConverter(new LowerCase()),
        },
    };

    public static string Write(object part) => JsonSerializer.Serialize(part, part.GetType(), Options);

    /// <summary>The properties of a type with the names under which they are written.</summary>
    public static JsonTypeInfo TypeOf(Type type) => Options.GetTypeInfo(type);

    /// <summary>Plotly's name of a property that has no name of its own there.</summary>
    public static string NameOf(string property) => Options.PropertyNamingPolicy!.ConvertName(property);

    private static void RefuseOptionsGivenTwice(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object && type.Type.IsAssignableTo(typeof(PlotlyObject)))
        {
            type.OnSerializing = part => RefuseOptionsGivenTwice((PlotlyObject)part, type);
        }
    }

    private static void RefuseOptionsGivenTwice(PlotlyObject part, JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (part.Raw is not null && part.Raw.ContainsKey(property.Name) && property.Get?.Invoke(part) is not null)
            {
                throw new ArgumentException(
                    $"{part.GetType().Name}: '{property.Name}' is set by its property and again in Raw. Set it once.");
            }
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private sealed class LowerCase : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.ToLowerInvariant();
    }

    /// <summary>A converter of a type that is only ever written.</summary>
    private abstract class WriteOnly<T> : JsonConverter<T>
    {
        public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Figures are written, not read.");
    }

    private sealed class GapConverter : WriteOnly<double>
    {
        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
            WriteNumber(writer, value);
    }

    private sealed class ValueConverter : WriteOnly<Value>
    {
        public override void Write(Utf8JsonWriter writer, Value value, JsonSerializerOptions options)
        {
            if (value.Text is string text)
            {
                writer.WriteStringValue(text);
            }
            else
            {
                WriteNumber(writer, value.Number);
            }
        }
    }

    private sealed class ValuesConverter : WriteOnly<Values>
    {
        public override void Write(Utf8JsonWriter writer, Values value, JsonSerializerOptions options)
        {
            if (value.IsSingle)
            {
                JsonSerializer.Serialize(writer, value[0], options);
                return;
            }

            writer.WriteStartArray();
            foreach (Value item in value)
            {
                JsonSerializer.Serialize(writer, item, options);
            }

            writer.WriteEndArray();
        }
    }

    private sealed class ColorScaleConverter : WriteOnly<ColorScale>
    {
        public override void Write(Utf8JsonWriter writer, ColorScale value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach ((double at, string color) in value.Stops)
            {
                writer.WriteStartArray();
                WriteNumber(writer, at);
                writer.WriteStringValue(color);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }
    }

    /// <summary>Writes a trace with the options of its own type.</summary>
    private sealed class TraceConverter : WriteOnly<Trace>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(Trace);

        public override void Write(Utf8JsonWriter writer, Trace value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }

    private sealed class TemplateConverter : WriteOnly<Template>
    {
        public override void Write(Utf8JsonWriter writer, Template value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json);
    }
}
