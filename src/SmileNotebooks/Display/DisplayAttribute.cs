// The registry is the assembly's own metadata: nothing has to run before a lookup, whichever host loads the assembly and how.
namespace SmileNotebooks;

/// <summary>Says which class shows values of a type; stands in the file of that class.</summary>
/// <param name="valueType">The type of the values; types derived from it are shown in the same way.</param>
/// <param name="displayType">A <see cref="ValueDisplay"/> with a parameterless constructor.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class DisplayAttribute(Type valueType, Type displayType) : Attribute
{
    public Type ValueType { get; } = valueType;

    public Type DisplayType { get; } = displayType;
}
