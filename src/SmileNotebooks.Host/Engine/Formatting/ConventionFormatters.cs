// Formatters that a library brings for its own types, by convention of names and with no reference to any notebook host: the
// convention of .NET Interactive (docs/formatting.md there). An attribute class named TypeFormatterSourceAttribute names a source
// type; that has CreateTypeFormatters(); each formatter has MimeType and bool Format(object, TextWriter), and may have Type.
// Ours alone: on an assembly, the attribute brings formatters for types of others, which have Type and take the place of those that the type has itself.
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
    private static readonly ConcurrentDictionary<Assembly, ImmutableArray<Formatter>> s_broughtBy = new();
    private static Formatter[]? s_brought;

    static ConventionFormatters() => AppDomain.CurrentDomain.AssemblyLoad += (_, _) => s_brought = null;

    private delegate bool Format(object instance, TextWriter writer);

    /// <summary>Adds every MIME type that the value's own formatters can write.</summary>
    public static void AddTo(ImmutableSortedDictionary<string, string>.Builder data, object value)
    {
        ImmutableArray<Formatter> brought = [.. Brought().Where(formatter => formatter.Handles(value.GetType()))];
        foreach (Formatter formatter in brought.IsEmpty ? s_formatters.GetOrAdd(value.GetType(), FormattersOf) : brought)
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
    private static ImmutableArray<Formatter> FormattersOf(Type type) => [.. AttributesOf(type).SelectMany(MadeBy).Where(formatter => formatter.Handles(type))];

    // Looked up for each value, and so kept until an assembly is loaded.
    private static Formatter[] Brought() => s_brought ??= [.. AppDomain.CurrentDomain.GetAssemblies().SelectMany(assembly => BroughtBy(assembly))];

    private static ImmutableArray<Formatter> BroughtBy(Assembly assembly) => assembly.IsDynamic ? [] : s_broughtBy.GetOrAdd(assembly, _ =>
        [.. assembly.GetCustomAttributesData().Any(data => data.AttributeType.Name == AttributeName)
            ? assembly.GetCustomAttributes(inherit: false).OfType<Attribute>().Where(IsSource).SelectMany(MadeBy).Where(formatter => formatter.Type is not null)
            : []]);

    /// <summary>What a source makes, the preferred MIME types first.</summary>
    private static IEnumerable<Formatter> MadeBy(Attribute attribute)
    {
        Type source = attribute.GetType().GetProperty("FormatterSourceType")?.GetValue(attribute) as Type
            ?? throw Broken(attribute.GetType(), "has no property `Type FormatterSourceType`");
        object instance = source.IsValueType || source.GetConstructor(Type.EmptyTypes) is not null
            ? Activator.CreateInstance(source)!
            : throw Broken(source, "has no constructor without parameters");
        IEnumerable created = source.GetMethod("CreateTypeFormatters", Type.EmptyTypes)?.Invoke(instance, null) as IEnumerable
            ?? throw Broken(source, "has no method `IEnumerable<object> CreateTypeFormatters()`");
        string[] preferred = attribute.GetType().GetProperty("PreferredMimeTypes")?.GetValue(attribute) as string[] ?? [];
        return created.Cast<object>().Select(FormatterOf).OrderBy(formatter => Array.IndexOf(preferred, formatter.MimeType) is >= 0 and int rank ? rank : int.MaxValue);
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
            .Where(IsSource);
    }

    private static bool IsSource(Attribute attribute) => attribute.GetType().Name == AttributeName;

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
