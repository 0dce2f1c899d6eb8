// Columns from records by selectors: each is named for the property that it takes.
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;

namespace SmileNotebooks;

internal sealed class SelectedColumns<T>(IReadOnlyList<T> rows)
{
    public DataColumns Data { get; private set; } = DataColumns.Empty;

    public string AddNumbers(Expression<Func<T, double>> selector)
    {
        string name = Free(NameOf(selector));
        Func<T, double> value = Getter(selector) ?? selector.Compile();
        double[] values = new double[rows.Count];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = value(rows[row]);
        }

        Data = Data.With(name, values);
        return name;
    }

    public string AddLabels(Expression<Func<T, object?>> selector)
    {
        string name = Free(NameOf(selector));
        Type type = TypeOf(selector);
        Func<T, object?> value = Member(selector) is PropertyInfo property ? row => property.GetValue(row) : selector.Compile();
        Data = type.IsEnum
            ? Data.With(name, rows.Select(row => value(row)?.ToString()), DataColumns.DeclaredNames(type))
            : DataColumns.IsNumber(type)
                ? Data.With(name, Factor.From(rows.Select(row => DataColumns.Number(value(row))).ToArray()))
                : Data.With(name, rows.Select(row => Convert.ToString(value(row), CultureInfo.InvariantCulture)));
        return name;
    }

    // A property of a class is read by its own method: compiling an expression takes longer than an analysis.
    private static Func<T, double>? Getter(LambdaExpression selector) =>
        !typeof(T).IsValueType && Member(selector) is PropertyInfo { GetMethod: MethodInfo getter } property && property.PropertyType == typeof(double)
            ? getter.CreateDelegate<Func<T, double>>()
            : null;

    private static Expression Body(LambdaExpression selector) => selector.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : selector.Body;

    private static MemberInfo? Member(LambdaExpression selector) => Body(selector) is MemberExpression { Expression: ParameterExpression } member ? member.Member : null;

    private static Type TypeOf(LambdaExpression selector) => Nullable.GetUnderlyingType(Body(selector).Type) ?? Body(selector).Type;

    private static string NameOf(LambdaExpression selector) => Body(selector) is MemberExpression member ? member.Member.Name : Body(selector).ToString();

    private string Free(string name) =>
        Data.Contains(name) ? throw new ArgumentException($"Two selectors take '{name}'; each column may be taken once.") : name;
}
