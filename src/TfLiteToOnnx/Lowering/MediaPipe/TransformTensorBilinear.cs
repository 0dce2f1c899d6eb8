// TransformTensorBilinear, version 2: a rotated crop of an image.
using TfLiteToOnnx.Model;
using TfLiteToOnnx.Onnx;
using TfLiteToOnnx.Reading;

namespace TfLiteToOnnx.Lowering.MediaPipe;

/// <summary>MediaPipe's custom operator (mediapipe/util/tflite/operations/transform_tensor_bilinear.cc).</summary>
/// <remarks>
/// Crop pixel (x, y) is sampled at M (x + 0.5, y + 0.5) - 0.5, bilinearly, and is 0 where that lies outside
/// [0, W - 1] x [0, H - 1]: there the original does not blend with a border. GridSample with align_corners = 0 has the
/// same half pixels; it does blend, so a mask removes what it makes outside.
/// </remarks>
internal static class TransformTensorBilinear
{
    private const int MaximumCrop = 1024;

    public static void Lower(OperatorSite site)
    {
        site.Require(2, 2);
        TensorShape image = site.ImageShape(0);
        site.RequireShape("matrix", site.Shape(1), 1, 4, 4);
        FlexMap options = FlexMap.Read(site.Step.CustomOptions, $"{site.Step}");
        int height = options.Int32("output_height");
        int width = options.Int32("output_width");
        if (image[0] != 1 || height is < 1 or > MaximumCrop || width is < 1 or > MaximumCrop)
        {
            throw site.Malformed("options", $"a crop of {width} x {height} from {image}", $"1 to {MaximumCrop} each, from one image");
        }

        site.RequireOutputShape(1, height, width, image[3]);
        Emit(site, image, height, width);
    }

    private static void Emit(OperatorSite site, TensorShape image, int height, int width)
    {
        OnnxGraph graph = site.Graph;
        string centres = graph.Floats(PixelCentres(height, width), 1, height * width, 2);
        string samples = TransformMatrix.Apply(graph, site.Values.Stored(site.FloatInput(1)), centres);
        string toGrid = graph.Floats([2f / image[2], 2f / image[1]], 1, 1, 2);
        string grid = graph.Add("Sub", [graph.Add("Mul", [samples, toGrid]), graph.Floats([1f])]);
        string shaped = graph.Add("Reshape", [grid, graph.Integers(1, height, width, 2)]);
        string sampled = graph.Add(
            "GridSample",
            [site.Values.Nchw(site.FloatInput(0)), shaped],
            OnnxAttribute.Text("mode", "bilinear"),
            OnnxAttribute.Text("padding_mode", "zeros"),
            OnnxAttribute.Integer("align_corners", 0));
        string mask = graph.Add("Reshape", [InsideMask(graph, samples, image), graph.Integers(1, 1, height, width)]);
        graph.AddTo(site.Values.NameNchw(site.Output), "Mul", [sampled, mask]);
    }

    /// <summary>1 where both coordinates lie between the centres of the first and the last pixel, otherwise 0.</summary>
    private static string InsideMask(OnnxGraph graph, string samples, TensorShape image)
    {
        string fromFirst = graph.Add("GreaterOrEqual", [samples, graph.Floats([0.5f])]);
        string toLast = graph.Add("LessOrEqual", [samples, graph.Floats([image[2] - 0.5f, image[1] - 0.5f], 1, 1, 2)]);
        string inside = graph.Add("Cast", [graph.Add("And", [fromFirst, toLast])], OnnxAttribute.Integer("to", (long)OnnxType.Float));
        return graph.Add("ReduceMin", [inside], OnnxAttribute.Integers("axes", 2), OnnxAttribute.Integer("keepdims", 0));
    }

    private static float[] PixelCentres(int height, int width)
    {
        float[] centres = new float[height * width * 2];
        for (int i = 0; i < height * width; i++)
        {
            centres[2 * i] = (i % width) + 0.5f;
            centres[(2 * i) + 1] = (i / width) + 0.5f;
        }

        return centres;
    }
}
