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

    /// <summary>The display of a type or of its nearest base type; null if there is none.</summary>
    public static ValueDisplay? For(Type type) => Displays.GetOrAdd(type, Find);

    private static ValueDisplay? Find(Type type)
    {
        for (Type? candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (DisplayTypes.TryGetValue(candidate, out Type? displayType))
            {
                return (ValueDisplay)Activator.CreateInstance(displayType)!;
            }
        }

        return null;
    }
}
