// Landmarks2TransformMatrix, version 2: the rotated rectangle around some points, as a matrix from crop pixels to points.
using TfLiteToOnnx.Model;
using TfLiteToOnnx.Onnx;
using TfLiteToOnnx.Reading;

namespace TfLiteToOnnx.Lowering.MediaPipe;

/// <summary>MediaPipe's custom operator (mediapipe/util/tflite/operations/landmarks_to_transform_matrix.cc).</summary>
/// <remarks>
/// Two points give the rotation, the bounding box of the rotated subset gives size and centre. The original goes through
/// the angle; here cosine and sine come straight from the difference of the two points, which needs no arctangent (ONNX
/// has no atan2). Points are rows, so a rotation R is applied as p R^T.
/// </remarks>
internal static class LandmarksToTransformMatrix
{
    public static void Lower(OperatorSite site)
    {
        site.Require(1, 1);
        TensorShape points = site.Shape(0);
        if (points.Rank != 3 || points[0] != 1 || points[2] < 2)
        {
            throw site.Malformed("input 0", $"shape {points}", "[1, points, 2 or more]");
        }

        site.RequireOutputShape(1, 4, 4);
        TransformMatrixOptions options = TransformMatrixOptions.Read(FlexMap.Read(site.Step.CustomOptions, $"{site.Step}"), points[1], site);
        Emit(site, options);
    }

    private static void Emit(OperatorSite site, TransformMatrixOptions options)
    {
        OnnxGraph graph = site.Graph;
        string plane = graph.Add(
            "Slice", [site.Values.Stored(site.FloatInput(0)), graph.Integers(0), graph.Integers(2), graph.Integers(2)]);
        string rotation = Rotation(graph, plane, options);
        string inverse = graph.Add("Transpose", [rotation], OnnxAttribute.Integers("perm", 0, 2, 1));
        (string size, string centre) = Box(graph, plane, rotation, inverse, options.Subset);

        // Crop pixel (x, y) goes to centre + A ((x, y) - half the crop), A = R^T diag(scale * size / crop).
        string perPixel = graph.Floats([options.ScaleX / options.Width, options.ScaleY / options.Height], 1, 1, 2);
        string linear = graph.Add("Mul", [rotation, graph.Add("Mul", [size, perPixel])]);
        string half = graph.Floats([-options.Width / 2f, -options.Height / 2f], 1, 2, 1);
        string column = graph.Add("Reshape", [centre, graph.Integers(1, 2, 1)]);
        string translation = graph.Add("Add", [column, graph.Add("MatMul", [linear, half])]);
        string rows = graph.Add("Concat", [linear, graph.Floats([0f, 0f], 1, 2, 1), translation], OnnxAttribute.Integer("axis", 2));
        string rest = graph.Floats([0f, 0f, 1f, 0f, 0f, 0f, 0f, 1f], 1, 2, 4);
        graph.AddTo(site.Values.NameStored(site.Output), "Concat", [rows, rest], OnnxAttribute.Integer("axis", 1));
    }

    /// <summary>R^T as [1, 2, 2], where R turns the line from the left to the right point into the target direction.</summary>
    private static string Rotation(OnnxGraph graph, string plane, TransformMatrixOptions options)
    {
        OnnxAttribute alongPoints = OnnxAttribute.Integer("axis", 1);
        string right = graph.Add("Gather", [plane, graph.Integers(options.RightPoint)], alongPoints);
        string left = graph.Add("Gather", [plane, graph.Integers(options.LeftPoint)], alongPoints);
        string difference = graph.Add("Sub", [right, left]);
        string length = graph.Add("ReduceL2", [difference], OnnxAttribute.Integers("axes", 2), OnnxAttribute.Integer("keepdims", 1));
        string direction = graph.Add("Div", [difference, length]);

        // With u the direction and t the target angle, (c, s) = (cos, sin)(t - angle of u) is linear in u;
        // this is the matrix from u to (c, s, -s, c), the elements of R^T.
        float cos = MathF.Cos(options.TargetAngle);
        float sin = MathF.Sin(options.TargetAngle);
        string fromDirection = graph.Floats([cos, sin, -sin, cos, sin, -cos, cos, sin], 2, 4);
        return graph.Add("Reshape", [graph.Add("MatMul", [direction, fromDirection]), graph.Integers(1, 2, 2)]);
    }

    /// <summary>Size and centre, [1, 1, 2] each, of the subset's box in the rotated frame; the centre is rotated back.</summary>
    private static (string Size, string Centre) Box(OnnxGraph graph, string plane, string rotation, string inverse, int[] subset)
    {
        string chosen = graph.Add("Gather", [plane, graph.Integers(subset)], OnnxAttribute.Integer("axis", 1));
        string rotated = graph.Add("MatMul", [chosen, rotation]);
        OnnxAttribute[] overPoints = [OnnxAttribute.Integers("axes", 1), OnnxAttribute.Integer("keepdims", 1)];
        string highest = graph.Add("ReduceMax", [rotated], overPoints);
        string lowest = graph.Add("ReduceMin", [rotated], overPoints);
        string middle = graph.Add("Mul", [graph.Add("Add", [highest, lowest]), graph.Floats([0.5f])]);
        return (graph.Add("Sub", [highest, lowest]), graph.Add("MatMul", [middle, inverse]));
    }
}
