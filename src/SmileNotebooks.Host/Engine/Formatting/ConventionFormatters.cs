// Formatters that a library brings for its own types, by convention of names and with no reference to any notebook host: the
// convention of .NET Interactive (docs/formatting.md there). An attribute class named TypeFormatterSourceAttribute names a source
// type; that has CreateTypeFormatters(); each formatter has MimeType and bool Format(object, TextWriter), and may have Type.
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace SmileNotebooks.Host;

internal static class ConventionFormatters
{
    private const string AttributeName = "TypeFormatterSourceAttribute";
    private static readonly ConcurrentDictionary<Type, ImmutableArray<Formatter>> s_formatters = new();

    private delegate bool Format(object instance, TextWriter writer);

    /// <summary>Adds every MIME type that the value's own formatters can write.</summary>
    public static void AddTo(ImmutableSortedDictionary<string, string>.Builder data, object value)
    {
        foreach (Formatter formatter in s_formatters.GetOrAdd(value.GetType(), FormattersOf))
        {
            if (!data.ContainsKey(formatter.MimeType) && formatter.Text(value) is { } text)
            {
                data[formatter.MimeType] = text;
            }
        }
    }

    /// <summary>The value in the MIME types of its own formatters alone; empty if it has none.</summary>
    public static MimeBundle BundleOf(object value)
    {
        ImmutableSortedDictionary<string, string>.Builder data = ImmutableSortedDictionary.CreateBuilder<string, string>();
        AddTo(data, value);
        return new MimeBundle(data.ToImmutable());
    }

    /// <exception cref="InvalidOperationException">The library does not follow the convention; the message says where.</exception>
    private static ImmutableArray<Formatter> FormattersOf(Type type)
    {
        ImmutableArray<Formatter>.Builder formatters = ImmutableArray.CreateBuilder<Formatter>();
        foreach (Attribute attribute in AttributesOf(type))
        {
            Type source = attribute.GetType().GetProperty("FormatterSourceType")?.GetValue(attribute) as Type
                ?? throw Broken(attribute.GetType(), "has no property `Type FormatterSourceType`");
            object instance = Activator.CreateInstance(source)!;
            IEnumerable created = source.GetMethod("CreateTypeFormatters", Type.EmptyTypes)?.Invoke(instance, null) as IEnumerable
                ?? throw Broken(source, "has no method `IEnumerable<object> CreateTypeFormatters()`");
            string[] preferred = attribute.GetType().GetProperty("PreferredMimeTypes")?.GetValue(attribute) as string[] ?? [];
            formatters.AddRange(created.Cast<object>().Select(FormatterOf).Where(formatter => formatter.Handles(type))
                .OrderBy(formatter => Array.IndexOf(preferred, formatter.MimeType) is >= 0 and int rank ? rank : int.MaxValue));
        }

        return formatters.ToImmutable();
    }

    // The most derived type's formatters come first, and the first of a MIME type that can write a value wins.
    private static IEnumerable<Attribute> AttributesOf(Type type)
    {
        List<Type> types = [];
        for (Type? each = type; each is not null; each = each.BaseType)
        {
            types.Add(each);
        }

        return types.Concat(type.GetInterfaces())
            .SelectMany(each => each.GetCustomAttributes(inherit: false).OfType<Attribute>())
            .Where(attribute => attribute.GetType().Name == AttributeName);
    }

    private static Formatter FormatterOf(object formatter)
    {
        Type type = formatter.GetType();
        string mimeType = type.GetProperty("MimeType")?.GetValue(formatter) as string ?? throw Broken(type, "has no property `string MimeType`");
        MethodInfo format = type.GetMethod("Format", [typeof(object), typeof(TextWriter)]) is { } method && method.ReturnType == typeof(bool)
            ? method
            : throw Broken(type, "has no method `bool Format(object instance, TextWriter writer)`");
        return new Formatter(mimeType, type.GetProperty("Type")?.GetValue(formatter) as Type, format.CreateDelegate<Format>(formatter));
    }

    private static InvalidOperationException Broken(Type type, string how) =>
        new($"{type.FullName} {how}, which the formatter convention ({AttributeName}) asks for.");

    private sealed record Formatter(string MimeType, Type? Type, Format Format)
    {
        public bool Handles(Type type) => Type is null || Type.IsAssignableFrom(type);

        public string? Text(object value)
        {
            using StringWriter writer = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
            return Format(value, writer) ? writer.ToString() : null;
        }
    }
}
