// The five face models, converted and run.
using TfLiteToOnnx.Tests.Support;

namespace TfLiteToOnnx.Tests;

public sealed class FaceModelTests
{
    public static TheoryData<string> Models => FaceModels.All;

    [Theory]
    [MemberData(nameof(Models))]
    public void Converts_and_runs(string model)
    {
        byte[] tflite = FaceModels.Read(model);
        byte[] onnx = TfLiteConverter.ToOnnx(tflite);
        int[] shape = model switch
        {
            FaceModels.Detector => [1, 128, 128, 3],
            FaceModels.BundleMesh => [1, 256, 256, 3],
            FaceModels.Blendshapes => [1, 146, 2],
            _ => [1, 192, 192, 3],
        };
        float[] input = new float[shape.Aggregate(1, (a, b) => a * b)];
        for (int i = 0; i < input.Length; i++)
        {
            input[i] = i * 7919 % 256 / 255f;
        }

        foreach ((string name, Values value) in OnnxRun.Run(onnx, new Values(shape, input)))
        {
            Assert.All(value.Elements, x => Assert.True(float.IsFinite(x), name));
            TestContext.Current.TestOutputHelper!.WriteLine($"{name} [{string.Join(",", value.Shape)}] {string.Join(" ", value.Elements.Take(5))}");
        }
    }
}
