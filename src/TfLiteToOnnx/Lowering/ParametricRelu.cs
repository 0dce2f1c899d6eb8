// PRELU: negative elements times a slope, one for each channel or each element.
using TfLiteToOnnx.Model;

namespace TfLiteToOnnx.Lowering;

/// <summary>Becomes PRelu; the constant slope broadcasts to the image as in TensorFlow Lite.</summary>
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
        if (site.Values.IsNchw(tensor))
        {
            string input = site.Values.Nchw(tensor);
            site.Graph.AddTo(site.Values.NameNchw(site.Output), "PRelu", [input, Broadcasting.NchwConstant(site, slope)]);
        }
        else
        {
            string input = site.Values.Stored(tensor);
            site.Graph.AddTo(site.Values.NameStored(site.Output), "PRelu", [input, site.Values.Stored(slope)]);
        }
    }
}
