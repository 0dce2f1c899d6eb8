// The five face models: converted, run, and compared with what the originals give.
using System.Text.Json;
using TfLiteToOnnx.Tests.Support;

namespace TfLiteToOnnx.Tests;

public sealed class FaceModelTests
{
    public static TheoryData<string> Models => FaceModels.All;

    [Theory]
    [MemberData(nameof(Models))]
    public void Outputs_match_the_original_model(string model)
    {
        Dictionary<string, Values> outputs = OnnxRun.Run(TfLiteConverter.ToOnnx(FaceModels.Read(model)), OracleInput(model));
        foreach (JsonProperty expected in Oracle(model).GetProperty("outputs").EnumerateObject())
        {
            Compare(outputs[expected.Name], expected);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Outputs_have_the_names_of_the_original(string model)
    {
        Dictionary<string, Values> outputs = OnnxRun.Run(TfLiteConverter.ToOnnx(FaceModels.Read(model)), OracleInput(model));
        string[] expected = model switch
        {
            FaceModels.Detector => ["regressors", "classificators"],
            FaceModels.Mesh => ["conv2d_21", "conv2d_31"],
            FaceModels.AttentionMesh =>
            [
                "output_mesh_identity", "output_lips", "output_left_eye", "output_right_eye", "output_left_iris", "output_right_iris", "conv_faceflag",
            ],
            FaceModels.BundleMesh => ["Identity", "Identity_1", "Identity_2"],
            _ => ["StatefulPartitionedCall:0"],
        };
        Assert.Equal(expected, outputs.Keys);
        Assert.All(outputs.Values.SelectMany(o => o.Elements), element => Assert.True(float.IsFinite(element)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_same_model_gives_the_same_bytes(string model)
    {
        byte[] tflite = FaceModels.Read(model);
        Assert.Equal(TfLiteConverter.ToOnnx(tflite), TfLiteConverter.ToOnnx(tflite));
    }

    private static JsonElement Oracle(string model)
    {
        string path = Repository.PathOf("tests", "oracles", "tflite", $"{model}.json");
        return JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
    }

    private static Values OracleInput(string model)
    {
        JsonElement input = Oracle(model).GetProperty("input");
        int[] shape = input.GetProperty("shape").Deserialize<int[]>()!;
        double scale = input.GetProperty("scale").GetDouble();
        double offset = input.GetProperty("offset").GetDouble();
        float[] elements = new float[shape.Aggregate(1, (a, b) => a * b)];
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = (float)((i * 7919L % 10007 / 10006.0 * scale) + offset);
        }

        return new Values(shape, elements);
    }

    /// <summary>Within 2e-5 of the output's root mean square, the rounding of float32 sums over some fifty layers.</summary>
    private static void Compare(Values found, JsonProperty expected)
    {
        Assert.Equal(expected.Value.GetProperty("shape").Deserialize<int[]>(), found.Shape);
        double meanSquare = expected.Value.GetProperty("meanSquare").GetDouble();

        // ONNX Runtime's sigmoid is 0 below -18: 1e-7 of difference is none to a probability.
        double tolerance = Math.Max(2e-5 * Math.Sqrt(meanSquare), 1e-7);
        int stride = expected.Value.GetProperty("stride").GetInt32();
        double[] samples = expected.Value.GetProperty("samples").Deserialize<double[]>()!;
        double worst = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            double difference = Math.Abs(samples[i] - found.Elements[i * stride]);
            worst = Math.Max(worst, difference);
            Assert.True(difference <= tolerance, $"{expected.Name}[{i * stride}]: {found.Elements[i * stride]} instead of {samples[i]}");
        }

        Assert.Equal(expected.Value.GetProperty("mean").GetDouble(), found.Elements.Average(e => (double)e), tolerance);
        Assert.Equal(meanSquare, found.Elements.Average(e => (double)e * e), Math.Max(4e-5 * meanSquare, 1e-12));
        TestContext.Current.TestOutputHelper!.WriteLine($"{expected.Name}: largest difference {worst / Math.Sqrt(meanSquare):E1} of the root mean square");
    }
}
