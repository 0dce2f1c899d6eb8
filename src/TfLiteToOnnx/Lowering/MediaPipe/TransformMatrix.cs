// The part of a [1, 4, 4] matrix that acts on points of a plane.
using TfLiteToOnnx.Onnx;

namespace TfLiteToOnnx.Lowering.MediaPipe;

/// <summary>Takes p' = A p + t out of a homogeneous matrix, for points that are rows.</summary>
internal static class TransformMatrix
{
    /// <summary>Adds nodes that map points [1, N, 2] and returns the name of the result.</summary>
    public static string Apply(OnnxGraph graph, string matrix, string points)
    {
        (string rotation, string translation) = Parts(graph, matrix);
        return graph.Add("Add", [graph.Add("MatMul", [points, rotation]), translation]);
    }

    /// <summary>The transpose of A as [1, 2, 2] and t as [1, 1, 2].</summary>
    public static (string Rotation, string Translation) Parts(OnnxGraph graph, string matrix)
    {
        string axes = graph.Integers(1, 2);
        string rotation = graph.Add("Slice", [matrix, graph.Integers(0, 0), graph.Integers(2, 2), axes]);
        string translation = graph.Add("Slice", [matrix, graph.Integers(0, 3), graph.Integers(2, 4), axes]);
        return (
            graph.Add("Transpose", [rotation], OnnxAttribute.Integers("perm", 0, 2, 1)),
            graph.Add("Reshape", [translation, graph.Integers(1, 1, 2)]));
    }
}
