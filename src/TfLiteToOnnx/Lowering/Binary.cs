// ADD, SUB, MUL, DIV, SQUARED_DIFFERENCE: functions of two elements, with broadcasting and fused activation.
using TfLiteToOnnx.Model;
using TfLiteToOnnx.Onnx;
using TfLiteToOnnx.Reading;

namespace TfLiteToOnnx.Lowering;

/// <summary>Channels-first if an operand is; otherwise in the file's order.</summary>
internal static class Binary
{
    private const int NoOptions = 0;
    private const int AddOptions = 11;
    private const int MulOptions = 21;
    private const int SubOptions = 28;
    private const int DivOptions = 29;
    private static readonly FlatField Activation = new(0, "fused_activation_function");

    public static void Add(OperatorSite site) => Lower(site, "Add", AddOptions);

    public static void Subtract(OperatorSite site) => Lower(site, "Sub", SubOptions);

    public static void Multiply(OperatorSite site) => Lower(site, "Mul", MulOptions);

    public static void Divide(OperatorSite site) => Lower(site, "Div", DivOptions);

    public static void SquaredDifference(OperatorSite site)
    {
        (string left, string right, string output) = Operands(site);
        string difference = site.Graph.Add("Sub", [left, right]);
        site.Graph.AddTo(output, "Mul", [difference, difference]);
    }

    private static void Lower(OperatorSite site, string operatorType, int optionsType)
    {
        (string left, string right, string output) = Operands(site);
        int activation = site.Options(optionsType)?.UInt8(Activation) ?? NoOptions;
        FusedActivation.Emit(site, activation, output, operatorType, [left, right]);
    }

    private static (string Left, string Right, string Output) Operands(OperatorSite site)
    {
        site.Require(2, 2);
        int left = site.FloatInput(0);
        int right = site.FloatInput(1);
        TensorShape shape = Broadcasting.Shape(site, site.Shape(0), site.Shape(1));
        site.RequireOutputShape(shape.Dimensions);
        bool nchw = (site.Values.IsNchw(left) || site.Values.IsNchw(right)) && CanBeNchw(site, left) && CanBeNchw(site, right);
        return nchw
            ? (Nchw(site, left), Nchw(site, right), site.Values.NameNchw(site.Output))
            : (site.Values.Stored(left), site.Values.Stored(right), site.Values.NameStored(site.Output));
    }

    private static bool CanBeNchw(OperatorSite site, int tensor)
    {
        int rank = site.Values.Model.Tensors[tensor].Shape.Rank;
        return rank == Layout.ImageRank || (rank < Layout.ImageRank && site.Values.IsConstant(tensor));
    }

    private static string Nchw(OperatorSite site, int tensor) =>
        site.Values.IsConstant(tensor) ? Broadcasting.NchwConstant(site, tensor) : site.Values.Nchw(tensor);
}
