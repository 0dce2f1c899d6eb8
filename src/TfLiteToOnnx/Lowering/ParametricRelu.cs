// PRELU: negative elements times a slope, one for each channel or each element.
using TfLiteToOnnx.Model;
using TfLiteToOnnx.Onnx;

namespace TfLiteToOnnx.Lowering;

/// <summary>Becomes PRelu; or, for slopes of an image's channels, x + (1 - slope) relu(-x).</summary>
/// <remarks>
/// ONNX Runtime keeps images in blocks of channels between convolutions, and reorders them on both sides of a PRelu,
/// which it only knows for plain order: more than half the time of a face mesh. Depthwise convolutions by one pixel stay in
/// blocks and take the Relu and the Add into themselves. Where channels are too few or too many for blocks it stays PRelu.
/// </remarks>
internal static class ParametricRelu
{
    public static void Lower(OperatorSite site)
    {
        site.Require(2, 2);
        int tensor = site.FloatInput(0);
        int slope = site.ConstantInput(1);
        TensorShape shape = site.Shape(0);
        site.RequireOutputShape(shape.Dimensions);
        site.RequireShape("slope broadcast to the input", Broadcasting.Shape(site, shape, site.Shape(1)), shape.Dimensions);
        if (!site.Values.IsNchw(tensor))
        {
            string stored = site.Values.Stored(tensor);
            site.Graph.AddTo(site.Values.NameStored(site.Output), "PRelu", [stored, site.Values.Stored(slope)]);
            return;
        }

        string input = site.Values.Nchw(tensor);
        string output = site.Values.NameNchw(site.Output);
        if (StaysInBlocks(site, slope, shape[3]))
        {
            EmitInBlocks(site, input, output, slope, shape[3]);
        }
        else
        {
            site.Graph.AddTo(output, "PRelu", [input, Broadcasting.NchwConstant(site, slope)]);
        }
    }

    private static bool StaysInBlocks(OperatorSite site, int slope, int channels) =>
        Blocks.CanFill(channels) && site.Shape(1).ElementCount == channels && site.Shape(1)[site.Shape(1).Rank - 1] == channels;

    private static void EmitInBlocks(OperatorSite site, string input, string output, int slope, int channels)
    {
        OnnxAttribute depthwise = OnnxAttribute.Integer("group", channels);
        string minusOne = site.Values.Constant(slope, "minus one", _ => site.Graph.Floats(Filled(channels, -1f), channels, 1, 1, 1));
        string factors = site.Values.Constant(
            slope, "one minus slope", slopes => site.Graph.Floats(Array.ConvertAll(slopes, s => 1 - s), channels, 1, 1, 1));
        string negative = site.Graph.Add("Relu", [site.Graph.Add("Conv", [input, minusOne], depthwise)]);
        site.Graph.AddTo(output, "Add", [input, site.Graph.Add("Conv", [negative, factors], depthwise)]);
    }

    private static float[] Filled(int count, float value)
    {
        float[] values = new float[count];
        Array.Fill(values, value);
        return values;
    }
}
