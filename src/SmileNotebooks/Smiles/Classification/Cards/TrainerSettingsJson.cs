using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SmileNotebooks;

/// <summary>Settings as an object of numbers.</summary>
internal sealed class TrainerSettingsJson : JsonConverter<TrainerSettings>
{
    public override TrainerSettings Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Dictionary<string, double> values = JsonSerializer.Deserialize<Dictionary<string, double>>(ref reader, options) ?? [];
        return new TrainerSettings(values.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    public override void Write(Utf8JsonWriter writer, TrainerSettings value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach ((string name, double number) in value.Values)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, number, options);
        }

        writer.WriteEndObject();
    }
}
