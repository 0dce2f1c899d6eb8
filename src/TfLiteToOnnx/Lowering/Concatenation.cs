// CONCATENATION: tensors one after the other along an axis.
using TfLiteToOnnx.Model;
using TfLiteToOnnx.Onnx;
using TfLiteToOnnx.Reading;

namespace TfLiteToOnnx.Lowering;

/// <summary>Becomes Concat; channels-first if every part is or is a constant.</summary>
internal static class Concatenation
{
    private const int OptionsType = 10;
    private const int MaximumParts = 1024;
    private static readonly FlatField AxisField = new(0, "axis");
    private static readonly FlatField Activation = new(1, "fused_activation_function");

    public static void Lower(OperatorSite site)
    {
        site.Require(1, MaximumParts);
        FlatTable options = site.Options(OptionsType) ?? throw site.Malformed("builtin_options", "none", "ConcatenationOptions");
        int rank = site.OutputShape.Rank;
        int axis = site.Axis(options.Int32(AxisField), rank);
        int[] parts = [.. Enumerable.Range(0, site.InputCount).Select(site.FloatInput)];
        RequireShapes(site, parts, axis);

        bool nchw = parts.Any(site.Values.IsNchw) && parts.All(p => site.Values.IsNchw(p) || site.Values.IsConstant(p));
        string[] names = [.. parts.Select(part => nchw ? site.Values.Nchw(part) : site.Values.Stored(part))];
        string output = nchw ? site.Values.NameNchw(site.Output) : site.Values.NameStored(site.Output);
        int onnxAxis = nchw ? Layout.ToStored[axis] : axis;
        FusedActivation.Emit(
            site, options.UInt8(Activation), output, "Concat", names, OnnxAttribute.Integer("axis", onnxAxis));
    }

    private static void RequireShapes(OperatorSite site, int[] parts, int axis)
    {
        long total = 0;
        foreach (int part in parts)
        {
            TensorShape shape = site.Values.Model.Tensors[part].Shape;
            if (shape.Rank != site.OutputShape.Rank)
            {
                throw site.Malformed("inputs", $"shape {shape}", $"{site.OutputShape.Rank} dimensions");
            }

            int[] expected = site.OutputShape.Dimensions.ToArray();
            expected[axis] = shape[axis];
            site.RequireShape("inputs", shape, expected);
            total += shape[axis];
        }

        if (total != site.OutputShape[axis])
        {
            throw site.Malformed($"output axis {axis}", $"{site.OutputShape[axis]}", $"{total}");
        }
    }
}
