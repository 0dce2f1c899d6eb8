// What a value is made of, for showing it: its public properties and fields.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SmileNotebooks.Host;

/// <summary>A public property or field.</summary>
internal sealed record ValueMember(string Name, Func<object, object?> Get);

internal static class ValueMembers
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<ValueMember>> s_members = new();
    private static readonly ConcurrentDictionary<Type, bool> s_ownText = new();

    public static ImmutableArray<ValueMember> Of(Type type) => s_members.GetOrAdd(type, static type =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && IsShowable(property.PropertyType))
            .DistinctBy(property => property.Name)
            .Select(property => new ValueMember(property.Name, value => Read(() => property.GetValue(value)))),
        .. type.GetFields(BindingFlags.Public | BindingFlags.Instance)
            .Where(field => IsShowable(field.FieldType))
            .Select(field => new ValueMember(field.Name, field.GetValue)),
    ]);

    /// <summary>True of a single thing that has no parts to show: numbers, text, dates, enums, types, ...</summary>
    public static bool IsScalar(object? value) => value is null or string or Enum or Type or Delegate or Task
        || value.GetType() is { IsPrimitive: true }
        || (value is IFormattable && IsOfFramework(value.GetType()))
        || (value is not System.Collections.IEnumerable and not ITuple && IsOfFramework(value.GetType()) && HasOwnText(value.GetType()) && !IsPair(value.GetType()))
        || (value is System.Collections.IEnumerable && HasOwnText(value.GetType()));

    /// <summary>
    /// True if the type says itself how it reads. What the compiler writes for records and anonymous types does not count: it
    /// follows references without end.
    /// </summary>
    public static bool HasOwnText(Type type) => s_ownText.GetOrAdd(type, static type =>
    {
        MethodInfo method = type.GetMethod(nameof(ToString), Type.EmptyTypes)!;
        Type declaring = method.DeclaringType!;
        return declaring != typeof(object) && declaring != typeof(ValueType)
            && !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !declaring.IsDefined(typeof(CompilerGeneratedAttribute));
    });

    public static bool IsPair(Type type) =>
        (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)) || type == typeof(System.Collections.DictionaryEntry);

    private static bool IsOfFramework(Type type) => type.Assembly == typeof(object).Assembly
        || type.Assembly.GetName().Name!.StartsWith("System.", StringComparison.Ordinal);

    private static bool IsShowable(Type type) => !type.IsByRefLike && !type.IsByRef && !type.IsPointer;

    // A property that throws is shown as that: it must not hide the others.
    private static object? Read(Func<object?> get)
    {
        try
        {
            return get();
        }
        catch (TargetInvocationException e)
        {
            return new Unreadable(e.InnerException ?? e);
        }
    }
}

/// <summary>A property that threw.</summary>
internal sealed class Unreadable(Exception exception)
{
    public override string ToString() => $"(threw {exception.GetType().Name})";
}
