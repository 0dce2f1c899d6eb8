// MEAN, SUM: over the axes that a constant names.
using TfLiteToOnnx.Model;
using TfLiteToOnnx.Onnx;
using TfLiteToOnnx.Reading;

namespace TfLiteToOnnx.Lowering;

/// <summary>Becomes ReduceMean or ReduceSum; their axes are an attribute of the one and an input of the other in opset 17.</summary>
internal static class Reduction
{
    private const int OptionsType = 27;
    private static readonly FlatField KeepDimensions = new(0, "keep_dims");

    public static void Mean(OperatorSite site) => Lower(
        site, (output, input, axes, keep) => site.Graph.AddTo(output, "ReduceMean", [input], OnnxAttribute.Integers("axes", axes), keep));

    public static void Sum(OperatorSite site) => Lower(
        site, (output, input, axes, keep) => site.Graph.AddTo(output, "ReduceSum", [input, site.Graph.Integers(axes)], keep));

    private static void Lower(OperatorSite site, Action<string, string, int[], OnnxAttribute> emit)
    {
        site.Require(2, 2);
        int tensor = site.FloatInput(0);
        TensorShape shape = site.Shape(0);
        bool keep = site.Options(OptionsType)?.Bool(KeepDimensions) ?? false;
        int[] axes = [.. site.Integers(1).Select(axis => site.Axis(axis, shape.Rank)).Distinct().Order()];
        site.RequireOutputShape(Reduced(shape, axes, keep));

        OnnxAttribute keepAttribute = OnnxAttribute.Integer("keepdims", keep ? 1 : 0);
        if (keep && site.Values.IsNchw(tensor))
        {
            string input = site.Values.Nchw(tensor);
            emit(site.Values.NameNchw(site.Output), input, [.. axes.Select(axis => Layout.ToStored[axis]).Order()], keepAttribute);
        }
        else
        {
            string input = site.Values.Stored(tensor);
            emit(site.Values.NameStored(site.Output), input, axes, keepAttribute);
        }
    }

    private static int[] Reduced(TensorShape shape, int[] axes, bool keep)
    {
        List<int> result = [];
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            if (!axes.Contains(axis))
            {
                result.Add(shape[axis]);
            }
            else if (keep)
            {
                result.Add(1);
            }
        }

        return [.. result];
    }
}
