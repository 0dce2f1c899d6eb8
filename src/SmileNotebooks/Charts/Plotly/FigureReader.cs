// Reads figures as plotly.js takes them. What has a property here goes into it where it is then written as it was read; all else goes into Raw: nothing is lost.
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace SmileNotebooks.Charts;

/// <summary>Makes figures of Plotly's JSON.</summary>
internal static class FigureReader
{
    // Beyond it a double no longer has every whole number.
    private const double MostExact = 9007199254740992;

    private static readonly string[] Parts = ["data", "layout", "config", "frames"];

    private static readonly Dictionary<string, Type> TraceTypes = typeof(Trace).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsPublic: true } && type.IsSubclassOf(typeof(Trace)) && type != typeof(OtherTrace))
        .ToDictionary(type => ((Trace)Activator.CreateInstance(type)!).Type);

    public static Figure Read(string json)
    {
        JsonObject figure = Parse(json);
        if (figure.FirstOrDefault(part => !Parts.Contains(part.Key)) is { Key: { } unknown })
        {
            throw Problem($"a part '{unknown}'", "data, layout, config and frames alone");
        }

        if (figure["data"] is not (null or JsonArray) || figure["layout"] is not (null or JsonObject) || figure["config"] is not (null or JsonObject) || figure["frames"] is not (null or JsonArray))
        {
            throw Problem("a part of another kind", "arrays of data and frames, objects of layout and config");
        }

        Trace[] traces = [.. ItemsOf(figure["data"], "data").Select(TraceOf)];
        return new Figure(traces)
        {
            Layout = Whole<Layout>(figure["layout"] ?? new JsonObject()),
            Config = Whole<Config>(figure["config"] ?? new JsonObject()),
            Frames = figure["frames"] is null ? null : [.. ItemsOf(figure["frames"], "frames").Select(Whole<Frame>)],
        };
    }

    private static JsonObject Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject ?? throw Problem("no object", "an object with data and layout");
        }
        catch (JsonException problem)
        {
            throw new ArgumentException($"A figure's JSON cannot be read: {problem.Message}", problem);
        }
    }

    private static IEnumerable<JsonObject> ItemsOf(JsonNode? node, string part) => ((JsonArray?)node ?? []).Select((item, at) =>
        item as JsonObject ?? throw Problem($"no object at {part}[{at}]", "an object for each"));

    private static ArgumentException Problem(string found, string expected) => new($"A figure's JSON: found {found}, expected {expected}.");

    // A part of a figure always is of its type: those of them that say no are only found within.
    private static T Whole<T>(JsonNode node)
        where T : PlotlyObject, new() => (T)PartOf(typeof(T), (JsonObject)node)!;

    private static Trace TraceOf(JsonObject node) =>
        node["type"] is JsonValue kind && kind.TryGetValue(out string? name) && TraceTypes.TryGetValue(name, out Type? type) && PartOf(type, node) is Trace trace
            ? trace
            : (Trace)PartOf(typeof(OtherTrace), node)!;

    /// <summary>An object of Plotly's; null where it would be written with an option that was not read.</summary>
    private static object? PartOf(Type type, JsonObject node)
    {
        object part = Activator.CreateInstance(type)!;
        Dictionary<string, object?> raw = node.ToDictionary(option => option.Key, option => (object?)option.Value, StringComparer.Ordinal);
        JsonPropertyInfo? rest = null;
        foreach (JsonPropertyInfo property in FigureJson.TypeOf(type).Properties)
        {
            if (property.IsExtensionData)
            {
                rest = property;
            }
            else if (property.Set is not null && node.TryGetPropertyValue(property.Name, out JsonNode? option) && ValueOf(property.PropertyType, option) is { } value)
            {
                property.Set(part, value);
                raw.Remove(property.Name);
            }
            else if (property.Set is not null && IsNullable(property.PropertyType))
            {
                property.Set(part, null);
            }
            else if (property.Get?.Invoke(part) is { } constant)
            {
                if (!(constant is string text && node[property.Name] is JsonValue same && same.TryGetValue(out string? read) && read == text))
                {
                    return null;
                }

                raw.Remove(property.Name);
            }
        }

        if (raw.Count > 0)
        {
            rest!.Set!(part, raw.ToDictionary(option => option.Key, option => (object?)(option.Value as JsonNode)?.DeepClone()));
        }

        return part;
    }

    /// <summary>The value of an option; null where a property of the type would not be written as it was read.</summary>
    private static object? ValueOf(Type declared, JsonNode? node)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        return node switch
        {
            null => null,
            _ when type == typeof(Values) => ValuesOf(node),
            _ when type == typeof(Value) => SingleOf(node),
            JsonObject part when type == typeof(Template) => new Template(part.ToJsonString()),
            JsonObject part when type.IsAssignableTo(typeof(PlotlyObject)) => PartOf(type, part),
            JsonObject part => RecordOf(type, part),
            JsonArray items when type == typeof(ColorScale) => ScaleOf(items),
            JsonArray items when type == typeof(IReadOnlyList<IReadOnlyList<double>>) => RowsOf(items),
            JsonArray items when type.IsGenericType => ListOf(type, items),
            JsonValue value when type == typeof(double) => NumberOf(value),
            JsonValue value when type == typeof(int) => value.TryGetValue(out int whole) ? whole : null,
            JsonValue value when type == typeof(bool) => value.TryGetValue(out bool holds) ? holds : null,
            JsonValue value when type == typeof(string) => value.TryGetValue(out string? text) ? text : null,
            JsonValue value when type.IsEnum => MemberOf(type, value),
            _ => null,
        };
    }

    private static double? NumberOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out double number) && double.IsFinite(number)
        && Math.Abs(number) < MostExact ? number : null;

    // A text that is null is a gap, and no answer is no value at all.
    private static Value? SingleOf(JsonNode? node) =>
        node is null ? new Value?((string?)null)
        : NumberOf(node) is double number ? new Value?(number)
        : node is JsonValue value && value.TryGetValue(out string? text) ? new Value?(text)
        : default(Value?);

    private static Values? ValuesOf(JsonNode node)
    {
        if (node is not JsonArray array)
        {
            return SingleOf(node) is Value single ? Values.Single(single) : null;
        }

        Value?[] items = [.. array.Select(SingleOf)];
        return items.Contains(null) ? null : [.. items.Select(item => item!.Value)];
    }

    private static ColorScale? ScaleOf(JsonArray items)
    {
        (double? At, string? Color)[] stops =
            [.. items.Select(item => item is JsonArray { Count: 2 } stop ? (NumberOf(stop[0]), stop[1] is JsonValue color && color.TryGetValue(out string? name) ? name : null) : (null, null))];
        return stops.All(stop => stop is { At: not null, Color: not null }) ? new([.. stops.Select(stop => (stop.At!.Value, stop.Color!))]) : null;
    }

    private static double[][]? RowsOf(JsonArray items)
    {
        double?[]?[] rows = [.. items.Select(row => row is JsonArray cells ? cells.Select(cell => cell is null ? double.NaN : NumberOf(cell)).ToArray() : null)];
        return rows.All(row => row is not null && !row.Contains(null)) ? [.. rows.Select(row => row!.Select(cell => cell!.Value).ToArray())] : null;
    }

    // Arrays of parts, of numbers and of anything (arguments of a step).
    private static object? ListOf(Type type, JsonArray items)
    {
        Type item = type.GetGenericArguments()[0];
        object?[] read = [.. items.Select(one => item == typeof(object) ? one?.DeepClone() : item == typeof(Trace) && one is JsonObject part ? TraceOf(part) : ValueOf(item, one))];
        if (item != typeof(object) && read.Contains(null))
        {
            return null;
        }

        Array array = Array.CreateInstance(item, read.Length);
        read.CopyTo(array, 0);
        return type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? typeof(ImmutableArray).GetMethods().Single(method => method.Name == nameof(ImmutableArray.Create) && method.GetParameters() is [{ ParameterType.IsArray: true }])
                .MakeGenericMethod(item).Invoke(null, [array])
            : type.IsInstanceOfType(array) ? array : null;
    }

    // Vectors, timings: their parameters are all that they have.
    private static object? RecordOf(Type type, JsonObject part)
    {
        ConstructorInfo? constructor = type.GetConstructors() is [ConstructorInfo only] ? only : null;
        ParameterInfo[] parameters = constructor?.GetParameters() ?? [];
        object?[] values = [.. parameters.Select(parameter => ValueOf(parameter.ParameterType, part[FigureJson.NameOf(parameter.Name!)]))];
        return parameters.Length > 0 && parameters.Length == part.Count && !values.Contains(null) ? constructor!.Invoke(values) : null;
    }

    // What is written for it says whether it is the one.
    private static object? MemberOf(Type type, JsonValue value) => value.TryGetValue(out string? text)
        ? Enum.GetValues(type).Cast<object>().FirstOrDefault(member => (string?)JsonNode.Parse(FigureJson.Write(member)) == text)
        : null;

    private static bool IsNullable(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
}
