// TransformLandmarks, version 2: points times a matrix.
using TfLiteToOnnx.Model;
using TfLiteToOnnx.Onnx;

namespace TfLiteToOnnx.Lowering.MediaPipe;

/// <summary>MediaPipe's custom operator (mediapipe/util/tflite/operations/transform_landmarks.cc): p' = A p + t for points [1, N, 2].</summary>
internal static class TransformLandmarks
{
    public static void Lower(OperatorSite site)
    {
        site.Require(2, 2);
        TensorShape points = site.Shape(0);
        if (points.Rank != 3 || points[0] != 1 || points[2] != 2)
        {
            throw site.Unsupported($"its points have shape {points}, only [1, N, 2] is");
        }

        site.RequireShape("matrix", site.Shape(1), 1, 4, 4);
        site.RequireOutputShape(points.Dimensions);
        OnnxGraph graph = site.Graph;
        (string rotation, string translation) = TransformMatrix.Parts(graph, site.Values.Stored(site.FloatInput(1)));
        string rotated = graph.Add("MatMul", [site.Values.Stored(site.FloatInput(0)), rotation]);
        graph.AddTo(site.Values.NameStored(site.Output), "Add", [rotated, translation]);
    }
}
