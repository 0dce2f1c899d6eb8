// A parameter's value as C# of the declared type.
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace SmileNotebooks.Host;

internal static partial class ParameterLiteral
{
    /// <exception cref="ParameterException">The variable cannot take the value.</exception>
    public static string Of(DeclaredParameter parameter, ParameterValue value)
    {
        if (value.IsNull)
        {
            return IsValueType(parameter.Type) ? throw Unfit(parameter, value, "a value") : "null";
        }

        if (ElementType(parameter.Type) is not { } element)
        {
            return value.IsTyped ? Scalar(parameter, parameter.Type, value, value.Text, null) : Json(parameter, parameter.Type, value, value.AsJson()!.Value);
        }

        return value.AsJson() is { ValueKind: JsonValueKind.Array } array
            ? Json(parameter, parameter.Type, value, array)
            : throw Unfit(parameter, value, $"an array such as {(element == "string" ? "[\"a\", \"b\"]" : "[1, 2]")}");
    }

    private static string Json(DeclaredParameter parameter, string type, ParameterValue value, JsonElement json)
    {
        if (ElementType(type) is { } element && json.ValueKind == JsonValueKind.Array)
        {
            return $"[{string.Join(", ", json.EnumerateArray().Select(item => Json(parameter, element, value, item)))}]";
        }

        return json.ValueKind switch
        {
            JsonValueKind.Null when !IsValueType(type) => "null",
            JsonValueKind.String => Scalar(parameter, type, value, json.GetString()!, JsonValueKind.String),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => Scalar(parameter, type, value, json.GetRawText(), json.ValueKind),
            JsonValueKind.Object => throw Unfit(parameter, value, "a number, text, true, false, null, or an array of them; an object cannot be given"),
            _ => throw Unfit(parameter, value, Expected(type) ?? throw Unsupported(parameter, value)),
        };
    }

    /// <param name="parameter">The variable.</param>
    /// <param name="type">Its type, or that of its elements.</param>
    /// <param name="value">The whole value, for messages.</param>
    /// <param name="text">The text of this part of it.</param>
    /// <param name="kind">What JSON says that the text is; null if it was typed and may be anything.</param>
    private static string Scalar(DeclaredParameter parameter, string type, ParameterValue value, string text, JsonValueKind? kind)
    {
        string expected = Expected(type) ?? throw Unsupported(parameter, value);
        bool isText = kind == JsonValueKind.String;
        string bare = type.TrimEnd('?');
        bool mayBe = kind is null || bare switch
        {
            "string" => isText,
            "bool" => kind is JsonValueKind.True or JsonValueKind.False,
            "double" or "float" => kind == JsonValueKind.Number || (isText && text is "NaN" or "Infinity" or "-Infinity"), // JSON has no numbers for these
            _ => kind == JsonValueKind.Number,
        };
        return (mayBe ? Literal(bare, text) : null) ?? throw Unfit(parameter, value, expected);
    }

    private static string? Literal(string type, string text)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        const NumberStyles Real = NumberStyles.Float;
        return type switch
        {
            "string" => SymbolDisplay.FormatLiteral(text, quote: true),
            "bool" when bool.TryParse(text, out bool flag) => flag ? "true" : "false",
            "int" when int.TryParse(text, NumberStyles.Integer, culture, out int number) => number.ToString(culture),
            "long" when long.TryParse(text, NumberStyles.Integer, culture, out long number) => number.ToString(culture) + "L",
            "double" when double.TryParse(text, Real, culture, out double number) => Special("double", number) ?? number.ToString("R", culture) + "d",
            "float" when float.TryParse(text, Real, culture, out float number) => Special("float", number) ?? number.ToString("R", culture) + "f",
            "decimal" when decimal.TryParse(text, Real, culture, out decimal number) => number.ToString(culture) + "m",
            _ => null,
        };
    }

    private static string? Special(string type, double number) =>
        double.IsNaN(number) ? $"{type}.NaN"
        : double.IsPositiveInfinity(number) ? $"{type}.PositiveInfinity"
        : double.IsNegativeInfinity(number) ? $"{type}.NegativeInfinity" : null;

    /// <returns>What a value of the type looks like; null of a type that cannot be given from outside.</returns>
    private static string? Expected(string type) => type.TrimEnd('?') switch
    {
        "string" => "text (in JSON, in quotes)",
        "bool" => "true or false",
        "int" or "long" => "a whole number in its range",
        "double" or "float" or "decimal" => "a number such as 0.5",
        { } other when ElementType(other) is { } element && Expected(element) is not null => "an array",
        _ => null,
    };

    private static bool IsValueType(string type) => type is "bool" or "int" or "long" or "float" or "double" or "decimal";

    private static string? ElementType(string type)
    {
        string bare = type.TrimEnd('?');
        return bare.EndsWith("[]", StringComparison.Ordinal) ? bare[..^2]
            : Sequence().Match(bare) is { Success: true } match ? match.Groups["element"].Value : null;
    }

    private static ParameterException Unfit(DeclaredParameter parameter, ParameterValue value, string expected) =>
        new($"{Place(value)}Parameter {parameter.Name} is {Article(parameter.Type)} {parameter.Type}: found {value.Shown}, expected {expected}.");

    private static ParameterException Unsupported(DeclaredParameter parameter, ParameterValue value) => new(
        $"{Place(value)}Parameter {parameter.Name} is {Article(parameter.Type)} {parameter.Type}; only string, bool, int, long, float, double, decimal and arrays or lists of them can be given from outside.");

    private static string Place(ParameterValue value) => value.Origin.Length == 0 ? "" : $"{value.Origin}: ";

    private static string Article(string type) => type[0] is 'i' or 'I' or 'A' ? "an" : "a";

    // What a collection expression can make.
    [GeneratedRegex(@"^(?:System\.Collections\.(?:Generic|Immutable)\.)?(?:List|IList|IReadOnlyList|ICollection|IReadOnlyCollection|IEnumerable|HashSet|ImmutableArray|ImmutableList)<(?<element>.+)>$")]
    private static partial Regex Sequence();
}
