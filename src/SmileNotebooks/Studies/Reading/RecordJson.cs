// A place in a JSON file: each value is asked for by name and kind, and what was not asked for is an error, so that a misspelt field cannot drop a number unseen.
using System.Text.Json;
using System.Text.Unicode;

namespace SmileNotebooks;

/// <summary>An object within a file of records.</summary>
internal sealed class RecordJson
{
    private readonly string _path;
    private readonly string _place;
    private readonly JsonElement _element;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private RecordJson(string path, string place, JsonElement element)
    {
        (_path, _place, _element) = (path, place, element);
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Error(null, $"a JSON {Kind(element)}", "an object");
        }

        foreach (IGrouping<string, JsonProperty> name in element.EnumerateObject().GroupBy(property => property.Name).Where(name => name.Count() > 1))
        {
            throw Error(name.Key, "the field twice", "each field once");
        }
    }

    /// <summary>Reads a file that holds one object.</summary>
    public static RecordJson OpenObject(string path, string expected) => new(path, "", Parse(path, expected));

    /// <summary>Reads a file that holds a list of objects.</summary>
    public static IEnumerable<RecordJson> OpenList(string path, string expected)
    {
        JsonElement root = Parse(path, expected);
        return root.ValueKind == JsonValueKind.Array
            ? root.EnumerateArray().Select((item, at) => new RecordJson(path, $"[{at}]", item))
            : throw new TableException(path, null, $"a JSON {Kind(root)}", expected);
    }

    public bool Has(string name) => _element.TryGetProperty(name, out _);

    public string Text(string name) => TextOrNull(name) ?? throw Missing(name, "text");

    public string? TextOrNull(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Trim().Length > 0 ? text
        : throw Error(name, Shown(value), "text that is not empty");

    public double Number(string name) => NumberOrNull(name) ?? throw Missing(name, "a number");

    public double? NumberOrNull(string name) =>
        Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number) ? number
        : throw Error(name, Shown(value), "a finite number");

    public int? CountOrNull(string name) =>
        NumberOrNull(name) is not { } number ? null
        : number is > 0 and < int.MaxValue && Math.Floor(number) == number ? (int)number
        : throw Error(name, Apa.Number(number), "a whole number of at least 1");

    public bool Flag(string name) =>
        Find(name) is not { } value ? false
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Error(name, Shown(value), "true or false");

    public T Choice<T>(string name, IReadOnlyDictionary<string, T> choices)
    {
        string text = Text(name);
        return choices.TryGetValue(text, out T? choice) ? choice : throw Error(name, $"\"{text}\"", $"one of {string.Join(", ", choices.Keys)}");
    }

    public string[] Texts(string name) =>
    [
        .. List(name).Select((item, at) => item.ValueKind == JsonValueKind.String && item.GetString() is { Length: > 0 } text ? text : throw Error($"{name}[{at}]", Shown(item), "text that is not empty")),
    ];

    public double[] Numbers(string name) =>
    [
        .. List(name).Select((item, at) => item.ValueKind == JsonValueKind.Number && item.TryGetDouble(out double number) && double.IsFinite(number) ? number : throw Error($"{name}[{at}]", Shown(item), "a finite number")),
    ];

    public RecordJson[] Objects(string name) => [.. List(name).Select((item, at) => new RecordJson(_path, Place($"{name}[{at}]"), item))];

    /// <summary>An object of the same file; null where there is none.</summary>
    public RecordJson? ObjectOrNull(string name) => Find(name) is { } value ? new RecordJson(_path, Place(name), value) : null;

    /// <summary>The year of CSL's date-parts, <c>[[2000]]</c> or <c>[[2000, 1, 31]]</c>.</summary>
    public int YearOf(string name) =>
        List(name) is [{ ValueKind: JsonValueKind.Array } date] && date.GetArrayLength() > 0 && date[0].ValueKind == JsonValueKind.Number && date[0].TryGetInt32(out int year)
            ? year
            : throw Error(name, Find(name) is { } value ? Shown(value) : "nothing", "a year, as in [[2000]]");

    /// <summary>The names of the fields.</summary>
    public IEnumerable<string> Names => _element.EnumerateObject().Select(property => property.Name);

    /// <exception cref="TableException">The object has a field that nobody asked for.</exception>
    public void CheckAllRead()
    {
        string? unknown = Names.FirstOrDefault(name => !_asked.Contains(name));
        if (unknown is not null)
        {
            throw Error(null, $"the field \"{unknown}\"", $"only {string.Join(", ", _asked.Order(StringComparer.Ordinal))}");
        }
    }

    public TableException Error(string? name, string found, string expected) => new(_path, Place(name) is { Length: > 0 } place ? place : null, found, expected);

    public TableException Missing(string name, string expected) => Error(name, "nothing", expected);

    private static JsonElement Parse(string path, string expected)
    {
        try
        {
            byte[] text = File.ReadAllBytes(path);
            using JsonDocument document = Utf8.IsValid(text) ? JsonDocument.Parse(text) : throw new TableException(path, null, "bytes that are no UTF-8", expected);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            string place = exception.LineNumber is { } line ? FormattableString.Invariant($"line {line + 1}") : "line 1";
            throw new TableException(path, place, "text that is no JSON", expected, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TableException(path, null, File.Exists(path) ? $"an error while reading ({exception.Message.TrimEnd('.')})" : "no such file", expected, exception);
        }
    }

    private JsonElement[] List(string name) =>
        Find(name) is not { } value ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()]
        : throw Error(name, Shown(value), "a list");

    private JsonElement? Find(string name)
    {
        _asked.Add(name);
        return _element.TryGetProperty(name, out JsonElement value) ? value : null;
    }

    private string Place(string? name) => _place.Length == 0 ? name ?? "" : name is null ? _place : $"{_place}.{name}";

    private static string Kind(JsonElement value) => value.ValueKind.ToString().ToLowerInvariant();

    private static string Shown(JsonElement value)
    {
        const int Longest = 40;
        string text = value.GetRawText();
        return text.Length <= Longest ? text : $"{text[..Longest]}...";
    }
}
