// The formatter convention of .NET Interactive: hosts find this attribute by its name, so no host is referenced.
namespace SmileNotebooks;

/// <summary>Says which type makes the formatters that show values of the marked type in a notebook.</summary>
/// <remarks>A host recognises the attribute by the name of its class and the names and types of its members
/// (.NET Interactive, "formatters by convention"): neither may change. On an assembly it brings formatters for types of others, each
/// with a property <c>Type Type</c>; of hosts, SmileNotebooks' own alone looks there.</remarks>
/// <param name="formatterSourceType">A type with a parameterless constructor and a method
/// <c>IEnumerable&lt;object&gt; CreateTypeFormatters()</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Assembly)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>MIME types to show, the best first. A host that is given none uses text/html alone.</summary>
    /// <remarks>.NET Interactive sends an empty text where a formatter says no: only types that every such value has belong here.</remarks>
    public string[] PreferredMimeTypes { get; set; } = [];
}
