// The third model of a face_landmarker.task bundle: 146 landmarks to 52 blendshapes.
namespace SmileNotebooks;

/// <summary>Blendshapes of a mesh. Not thread-safe: one a worker.</summary>
internal sealed class BlendshapeModel(Network network) : IDisposable
{
    private readonly float[] _output = network.Output(OutputName);

    private const string OutputName = "StatefulPartitionedCall:0";

    /// <summary>The points of the mesh that the model takes, in its order.</summary>
    private static ReadOnlySpan<int> InputPoints =>
    [
        0, 1, 4, 5, 6, 7, 8, 10, 13, 14, 17, 21, 33, 37, 39, 40, 46, 52, 53, 54, 55, 58, 61, 63, 65, 66, 67, 70, 78,
        80, 81, 82, 84, 87, 88, 91, 93, 95, 103, 105, 107, 109, 127, 132, 133, 136, 144, 145, 146, 148, 149, 150, 152,
        153, 154, 155, 157, 158, 159, 160, 161, 162, 163, 168, 172, 173, 176, 178, 181, 185, 191, 195, 197, 234, 246,
        249, 251, 263, 267, 269, 270, 276, 282, 283, 284, 285, 288, 291, 293, 295, 296, 297, 300, 308, 310, 311, 312,
        314, 317, 318, 321, 323, 324, 332, 334, 336, 338, 356, 361, 362, 365, 373, 374, 375, 377, 378, 379, 380, 381,
        382, 384, 385, 386, 387, 388, 389, 390, 397, 398, 400, 402, 405, 409, 415, 454, 466, 468, 469, 470, 471, 472,
        473, 474, 475, 476, 477,
    ];

    /// <param name="landmarks">478 points of the bundle's own landmark model, in pixels.</param>
    public Blendshapes Measure(ReadOnlySpan<Point3> landmarks)
    {
        for (int i = 0; i < InputPoints.Length; i++)
        {
            Point3 point = landmarks[InputPoints[i]];
            network.Input[2 * i] = point.X;
            network.Input[(2 * i) + 1] = point.Y;
        }

        network.Run();
        return new Blendshapes(_output);
    }

    public void Dispose() => network.Dispose();
}
