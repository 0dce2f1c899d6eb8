using System.Collections.Concurrent;
using System.Reflection;

namespace SmileNotebooks;

/// <summary>Finds the display of a value.</summary>
internal static class ValueDisplays
{
    private static readonly Dictionary<Type, Type> DisplayTypes = typeof(ValueDisplays).Assembly
        .GetCustomAttributes<DisplayAttribute>()
        .ToDictionary(display => display.ValueType, display => display.DisplayType);

    private static readonly ConcurrentDictionary<Type, ValueDisplay?> Displays = new();

    /// <summary>The display of a type, of its nearest base type, or of an interface of it; null if there is none.</summary>
    public static ValueDisplay? For(Type type) => Displays.GetOrAdd(type, Find);

    private static ValueDisplay? Find(Type type)
    {
        foreach (Type candidate in Bases(type).Concat(type.GetInterfaces()))
        {
            if (DisplayTypes.TryGetValue(candidate, out Type? displayType))
            {
                return (ValueDisplay)Activator.CreateInstance(displayType)!;
            }
        }

        return null;
    }

    private static IEnumerable<Type> Bases(Type type)
    {
        for (Type? each = type; each is not null; each = each.BaseType)
        {
            yield return each;
        }
    }
}
