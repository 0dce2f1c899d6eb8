// Columns from records: each public property becomes a column of its name.
using System.Globalization;
using System.Reflection;

namespace SmileNotebooks;

public sealed partial class DataColumns
{
    /// <summary>Makes a column of each public property: numbers become numeric columns (null: NaN), strings, enums and booleans become factors.
    /// The levels of an enum are those declared, in their order; those of strings the distinct ones, sorted by ordinal value; those of a boolean False, True.
    /// Properties of other types are left out.</summary>
    /// <param name="rows">One record a row.</param>
    /// <exception cref="ArgumentException">The type has no property that can be a column.</exception>
    public static DataColumns From<T>(IEnumerable<T> rows)
    {
        IReadOnlyList<T> list = rows as IReadOnlyList<T> ?? [.. rows];
        Column[] columns = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .Select(property => ColumnOf(property, list))
            .OfType<Column>()
            .ToArray();
        return columns.Length == 0
            ? throw new ArgumentException($"{typeof(T).Name} has no public property that is a number, a string, an enum or a boolean.", nameof(rows))
            : new DataColumns([.. columns], list.Count);
    }

    internal static double Number(object? value) => value switch
    {
        null => double.NaN,
        double number => number,
        Half half => (double)half,
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };

    private static Column? ColumnOf<T>(PropertyInfo property, IReadOnlyList<T> rows)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type.IsEnum ? new Column(property.Name, null, Labelled(property, rows, DeclaredNames(type)))
            : type == typeof(bool) ? new Column(property.Name, null, Labelled(property, rows, [bool.FalseString, bool.TrueString]))
            : type == typeof(string) ? new Column(property.Name, null, Labelled(property, rows, null))
            : IsNumber(type) ? new Column(property.Name, Numbers(property, rows), null)
            : null;
    }

    internal static bool IsNumber(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal || type == typeof(Half);

    // Enum.GetNames sorts by unsigned value; fields come in the order of declaration.
    internal static string[] DeclaredNames(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(field => field.MetadataToken).Select(field => field.Name)];

    private static Factor Labelled<T>(PropertyInfo property, IReadOnlyList<T> rows, string[]? levels) =>
        SmileNotebooks.Factor.From(rows.Select(row => property.GetValue(row)?.ToString()), levels);

    private static double[] Numbers<T>(PropertyInfo property, IReadOnlyList<T> rows)
    {
        double[] values = new double[rows.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Number(property.GetValue(rows[i]));
        }

        return values;
    }
}
