// RELU, LOGISTIC, NEG, SQRT, RSQRT: functions of single elements.
namespace TfLiteToOnnx.Lowering;

/// <summary>Each is one ONNX node, or two, in whichever order of dimensions its input exists.</summary>
internal static class Unary
{
    public static void Relu(OperatorSite site) => Lower(site, "Relu");

    public static void Logistic(OperatorSite site) => Lower(site, "Sigmoid");

    public static void Negate(OperatorSite site) => Lower(site, "Neg");

    public static void SquareRoot(OperatorSite site) => Lower(site, "Sqrt");

    public static void ReciprocalSquareRoot(OperatorSite site) => Lower(site, "Sqrt", "Reciprocal");

    private static void Lower(OperatorSite site, params string[] operatorTypes)
    {
        site.Require(1, 1);
        int tensor = site.FloatInput(0);
        site.RequireOutputShape(site.Shape(0).Dimensions);
        bool nchw = site.Values.IsNchw(tensor);
        string value = nchw ? site.Values.Nchw(tensor) : site.Values.Stored(tensor);
        foreach (string operatorType in operatorTypes[..^1])
        {
            value = site.Graph.Add(operatorType, [value]);
        }

        string output = nchw ? site.Values.NameNchw(site.Output) : site.Values.NameStored(site.Output);
        site.Graph.AddTo(output, operatorTypes[^1], [value]);
    }
}
