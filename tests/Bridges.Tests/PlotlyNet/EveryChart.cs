// A chart of each function of Plotly.NET, called with the least that it needs.
using System.Reflection;
using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.TraceObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace Bridges.Tests.PlotlyNet;

internal static class EveryChart
{
    private static readonly string[] s_texts = ["a", "b", "c", "d"];
    private static readonly double[] s_numbers = [.5, 1.25, double.NaN, 1e-7];

    /// <summary>By the function's name, with a number where it has several forms.</summary>
    public static Dictionary<string, GenericChart> All { get; } = Make();

    private static Dictionary<string, GenericChart> Make()
    {
        Dictionary<string, GenericChart> charts = [];
        foreach (IGrouping<string, MethodInfo> functions in typeof(Chart).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).GroupBy(method => method.Name))
        {
            foreach ((int at, MethodInfo function) in functions.Index())
            {
                charts.Add(at == 0 ? functions.Key : $"{functions.Key} {at + 1}", Call(function));
            }
        }

        return charts;
    }

    private static GenericChart Call(MethodInfo function)
    {
        MethodInfo closed = function.IsGenericMethodDefinition ? function.MakeGenericMethod([.. function.GetGenericArguments().Select(TypeOf)]) : function;
        object?[] arguments = [.. closed.GetParameters().Select(parameter => ArgumentOf(parameter))];
        return (GenericChart)closed.Invoke(null, arguments)!;
    }

    private static Type TypeOf(Type argument) => argument.Name switch
    {
        "TextType" or "LabelsType" or "ParentsType" or "IdsType" or "IdType" or "KeysType" or "TLabel" => typeof(string),
        "IType" or "JType" or "KType" => typeof(int),
        _ => typeof(double),
    };

    private static object? ArgumentOf(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        bool isOptional = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);
        return parameter.IsOptional || isOptional ? (parameter.Name == "Name" ? new Optional<string>("name", true) : isOptional ? OptionalOf(parameter, type) : type.IsValueType ? Activator.CreateInstance(type) : null)
            : parameter.Name == "annotationText" ? new[] { s_texts, s_texts }
            : ValueOf(type);
    }

    // What has no other data takes them here.
    private static object OptionalOf(ParameterInfo parameter, Type type)
    {
        Type inner = type.GetGenericArguments()[0];
        return parameter.Name is "X" or "Y" or "A" or "B" or "C" or "Values" or "Label" or "ShowGrid" && ValueOf(inner) is { } value ? Activator.CreateInstance(type, value, true)! : Activator.CreateInstance(type)!;
    }

    private static object? ValueOf(Type type) => true switch
    {
        _ when type == typeof(IEnumerable<double>) => s_numbers,
        _ when type == typeof(IEnumerable<string>) => s_texts,
        _ when type == typeof(IEnumerable<int>) => new[] { 0, 1, 2, 0 },
        _ when type == typeof(IEnumerable<IEnumerable<double>>) => new[] { s_numbers, s_numbers },
        _ when type == typeof(IEnumerable<Dimension>) => new[] { DimensionOf("first"), DimensionOf("second") },
        _ when type == typeof(IEnumerable<GenericChart>) => new[] { Chart.Point<double, double, string>(s_numbers, s_numbers), Chart.Pie<double, string, string>(s_numbers) },
        _ when type == typeof(IEnumerable<ValueTuple<string, double>>) => new[] { ("a", 1.0), ("b", 2.0) },
        _ when type == typeof(IEnumerable<ValueTuple<int, int>>) => new[] { (0, 1), (1, 2) },
        _ when type == typeof(IEnumerable<ValueTuple<string, EncodedTypedArray>>) => new[] { ("a", EncodedTypedArray.ofFloat64Array(s_numbers, null)) },
        _ when type == typeof(EncodedTypedArray) => EncodedTypedArray.ofFloat64Array([1, 2, 3], null),
        _ when type == typeof(StyleParam.Mode) => StyleParam.Mode.Lines_Markers,
        _ when type == typeof(StyleParam.IndicatorMode) => StyleParam.IndicatorMode.NumberDeltaGauge,
        _ when type == typeof(TableCells) => Filled(new TableCells(), ("values", new[] { s_texts, s_texts })),
        _ when type == typeof(SankeyNodes) => Filled(new SankeyNodes(), ("label", s_texts)),
        _ when type == typeof(SankeyLinks) => Filled(new SankeyLinks(), ("source", new[] { 0 }), ("target", new[] { 1 }), ("value", new[] { 2.5 })),
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) => 2,
        _ when type == typeof(double) => 3.5,
        _ when type == typeof(object) => "https://example.org/map.json",
        _ => throw new NotSupportedException(type.ToString()),
    };

    private static Dimension DimensionOf(string label) => Filled(new Dimension(), ("label", label), ("values", s_numbers));

    private static T Filled<T>(T target, params (string Name, object Value)[] options)
        where T : DynamicObj.DynamicObj
    {
        foreach ((string name, object value) in options)
        {
            target.SetProperty(name, value);
        }

        return target;
    }
}
