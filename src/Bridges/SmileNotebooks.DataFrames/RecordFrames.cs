// Flat records of any kind: episodes of a smile, effects of studies, means of participants, records of a notebook's own.
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Data.Analysis;

namespace SmileNotebooks.DataFrames;

/// <summary>Lists of records as data frames, and back: a column for each property that makes the record.</summary>
/// <remarks>Properties are numbers, words, booleans, dates, members of enumerations (as words), or these or nothing (<c>int?</c>). NaN of a property that is always a number is missing, hence null. What is
/// computed of other properties gets no column.</remarks>
public static class RecordFrames
{
    /// <summary>A row a record.</summary>
    /// <param name="records">The records.</param>
    /// <typeparam name="T">Their type, such as <see cref="SmileEpisode"/>, <see cref="StudyEffect"/>, <see cref="ParticipantMean"/>, <see cref="Exclusion"/>.</typeparam>
    /// <exception cref="TableException">A property is of a type that no column has; the message names it.</exception>
    public static DataFrame ToDataFrame<T>(this IEnumerable<T> records)
        where T : notnull
    {
        T[] rows = [.. records];
        FrameWriter writer = new(NameOf<T>());
        foreach (PropertyInfo property in Properties<T>())
        {
            writer.Add(ColumnOf(property, [.. rows.Select(row => property.GetValue(row))]));
        }

        return writer.Frame;
    }

    /// <summary>The records that a frame is. Columns that the record has not are passed over.</summary>
    /// <param name="frame">A frame with a column for each property that makes the record, of the same name.</param>
    /// <typeparam name="T">The type of the records.</typeparam>
    /// <exception cref="TableException">A column is not there, or a cell is missing or of another kind. The message names column, row (from 0), found and expected.</exception>
    public static ImmutableArray<T> ToRecords<T>(this DataFrame frame)
        where T : notnull
    {
        FrameReader reader = new(frame ?? throw new ArgumentNullException(nameof(frame)), NameOf<T>());
        PropertyInfo[] properties = [.. Properties<T>()];
        reader.Require([.. properties.Select(property => property.Name)]);
        ConstructorInfo? constructor = ConstructorOf<T>();
        NullabilityInfoContext nullability = new();
        HashSet<string> optional = [.. properties.Where(property => nullability.Create(property).ReadState == NullabilityState.Nullable).Select(property => property.Name)];
        return [.. Enumerable.Range(0, reader.Rows).Select(row => Make(row))];

        T Make(int row)
        {
            Dictionary<string, object?> values = properties.ToDictionary(property => property.Name, property => ValueOf(reader, row, property, optional.Contains(property.Name)), StringComparer.OrdinalIgnoreCase);
            object record = constructor is null ? Activator.CreateInstance<T>() : constructor.Invoke([.. constructor.GetParameters().Select(parameter => values[parameter.Name!])]);
            foreach (PropertyInfo property in properties.Where(property => property.CanWrite))
            {
                property.SetValue(record, values[property.Name]);
            }

            return (T)record;
        }
    }

    private static string NameOf<T>() => $"{typeof(T).Name} records";

    private static IEnumerable<PropertyInfo> Properties<T>()
    {
        string[] parameters = [.. (ConstructorOf<T>()?.GetParameters() ?? []).Select(parameter => parameter.Name!)];
        return typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && (property.CanWrite || parameters.Contains(property.Name, StringComparer.OrdinalIgnoreCase)));
    }

    // The one whose parameters are properties: not that which copies a record.
    private static ConstructorInfo? ConstructorOf<T>() => typeof(T).GetConstructors()
        .Where(constructor => constructor.GetParameters() is { Length: > 0 } parameters
            && parameters.All(parameter => typeof(T).GetProperties().Any(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) && property.PropertyType == parameter.ParameterType)))
        .MaxBy(constructor => constructor.GetParameters().Length);

    private static DataFrameColumn ColumnOf(PropertyInfo property, object?[] values)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        bool isMeasured = property.PropertyType == typeof(double);
        string name = property.Name;
        return type switch
        {
            _ when type == typeof(string) || type.IsEnum => new StringDataFrameColumn(name, values.Select(value => value?.ToString())),
            _ when type == typeof(bool) => new BooleanDataFrameColumn(name, values.Select(value => (bool?)value)),
            _ when type == typeof(double) => new DoubleDataFrameColumn(name, values.Select(value => isMeasured && double.IsNaN((double)value!) ? null : (double?)value)),
            _ when type == typeof(float) => new SingleDataFrameColumn(name, values.Select(value => (float?)value)),
            _ when type == typeof(decimal) => new DecimalDataFrameColumn(name, values.Select(value => (decimal?)value)),
            _ when type == typeof(int) => new Int32DataFrameColumn(name, values.Select(value => (int?)value)),
            _ when type == typeof(uint) => new UInt32DataFrameColumn(name, values.Select(value => (uint?)value)),
            _ when type == typeof(long) => new Int64DataFrameColumn(name, values.Select(value => (long?)value)),
            _ when type == typeof(ulong) => new UInt64DataFrameColumn(name, values.Select(value => (ulong?)value)),
            _ when type == typeof(short) => new Int16DataFrameColumn(name, values.Select(value => (short?)value)),
            _ when type == typeof(ushort) => new UInt16DataFrameColumn(name, values.Select(value => (ushort?)value)),
            _ when type == typeof(byte) => new ByteDataFrameColumn(name, values.Select(value => (byte?)value)),
            _ when type == typeof(sbyte) => new SByteDataFrameColumn(name, values.Select(value => (sbyte?)value)),
            _ when type == typeof(DateTime) => new DateTimeDataFrameColumn(name, values.Select(value => (DateTime?)value)),
            _ => throw new TableException($"a data frame of {property.DeclaringType!.Name} records", $"column {name}", $"a property of the type {type.Name}", "numbers, words, booleans, dates or members of an enumeration"),
        };
    }

    private static object? ValueOf(FrameReader reader, int row, PropertyInfo property, bool isOptional)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        string name = property.Name;
        object? value = type switch
        {
            _ when type == typeof(string) => reader.Text(row, name),
            _ when type.IsEnum => MemberOf(reader, row, name, type),
            _ when type == typeof(bool) => reader.Flag(row, name),
            _ when type == typeof(double) => reader.Number(row, name) ?? (isOptional ? null : double.NaN),
            _ when type == typeof(float) || type == typeof(decimal) || type == typeof(DateTime) => Same(reader, row, name, type),
            _ => reader.Whole(row, name, type),
        };
        return value is null && !isOptional ? throw reader.Problem(row, name, "nothing", $"a value of the type {type.Name}") : value;
    }

    private static object? MemberOf(FrameReader reader, int row, string name, Type type) => reader.Text(row, name) is not { } text ? null
        : Enum.TryParse(type, text, out object? member) && member.ToString() == text ? member
        : throw reader.Problem(row, name, $"\"{text}\"", $"one of {string.Join(", ", Enum.GetNames(type))}");

    private static object? Same(FrameReader reader, int row, string name, Type type) => reader.Any(row, name) is not { } value || type.IsInstanceOfType(value)
        ? reader.Any(row, name)
        : throw reader.Problem(row, name, $"{value} ({value.GetType().Name})", $"a value of the type {type.Name}");
}
