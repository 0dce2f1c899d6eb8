// Models of ML.NET's trainers: the same numbers as ML.NET's own, wherever they are computed.
using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;
using SmileNotebooks;
using SmileNotebooks.MLNet;

namespace Bridges.Tests.MLNet;

public sealed class MLNetModelTests : IDisposable
{
    private const double Slope = 0.83;
    private const double Intercept = -0.21;

    private readonly string _folder = Directory.CreateTempSubdirectory("mlnet-").FullName;

    public static TheoryData<string, int> Models => new()
    {
        { MLNetSamples.Lbfgs, 1 }, { MLNetSamples.Lbfgs, 12 }, { MLNetSamples.Sdca, 1 }, { MLNetSamples.Sdca, 12 },
        { MLNetSamples.FastTree, 1 }, { MLNetSamples.FastTree, 12 }, { MLNetSamples.LightGbm, 1 }, { MLNetSamples.LightGbm, 12 },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Our_onnx_file_and_the_zip_of_ML_NET_give_the_same_probabilities_on_common_and_on_extreme_rows(string trainer, int features)
    {
        TrainingSet training = MLNetSamples.Curved(1, 600, features);
        MLNetModel model = MLNetSamples.Fit(trainer, training);
        double[][] rows = MLNetSamples.Rows(features, 2_000);
        model.Save(PathOf("model.zip"), Slope, Intercept);
        ImmutableArray<MLNetPrediction> theirs = MLNetPipeline.Load(PathOf("model.zip")).Predict(rows);

        using SmileClassifier classifier = Saved(model, training);
        double?[] ours = [.. classifier.Classify(MLNetSamples.Table(model.Features, rows), new() { Contributions = false, MostBeyondRange = double.PositiveInfinity }).Select(row => row.Probability)];

        Assert.All(ours.Index(), row => Assert.Equal(theirs[row.Index].Probability, row.Item!.Value, 1e-5));
        Assert.True(theirs.Max(row => row.Probability) - theirs.Min(row => row.Probability) > 0.2);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Log_odds_are_those_of_ML_NETs_probability_and_its_saved_pipeline_is_its_own(string trainer, int features)
    {
        MLNetModel model = MLNetSamples.Fit(trainer, MLNetSamples.Curved(2, 400, features));
        double[][] rows = [.. MLNetSamples.Rows(features, 500).Where((_, row) => row % 10 != 0)];
        model.Save(PathOf("model.zip"));
        MLNetPipeline loaded = MLNetPipeline.Load(PathOf("model.zip"));

        ImmutableArray<MLNetPrediction> saved = loaded.Predict(rows);

        Assert.Equal(model.Features, loaded.Features);
        Assert.All(rows.Index(), row => Assert.Equal(saved[row.Index].Probability, MLNetSamples.Probability(model.LogOdds(row.Item)), 1e-5));
        Assert.Equal(
            Scores(model.Transformer, model.Features, rows), saved.Select(row => row.Score));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void ML_NETs_own_onnx_export_agrees_with_ML_NET_in_onnx_runtime(string trainer, int features)
    {
        MLNetModel model = MLNetSamples.Fit(trainer, MLNetSamples.Curved(3, 400, features));
        double[][] rows = [.. MLNetSamples.Rows(features, 500).Where((_, row) => row % 10 != 0)];
        model.Save(PathOf("model.zip"), Slope, Intercept);
        model.ExportOnnx(PathOf("theirs.onnx"), Slope, Intercept);
        ImmutableArray<MLNetPrediction> theirs = MLNetPipeline.Load(PathOf("model.zip")).Predict(rows);

        using InferenceSession session = new(PathOf("theirs.onnx"));
        using RunOptions options = new();
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(rows.SelectMany(row => row).ToArray(), [rows.Length, features]);
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(options, ["Features"], [input], ["Score.output", "Probability.output"]);
        float[] scores = outputs[0].GetTensorDataAsSpan<float>().ToArray();
        float[] probabilities = outputs[1].GetTensorDataAsSpan<float>().ToArray();

        Assert.Equal(["Features"], session.InputMetadata.Keys);
        Assert.Equal(["Probability.output", "Score.output"], session.OutputMetadata.Keys.Order(StringComparer.Ordinal));
        Assert.All(theirs.Index(), row => Assert.Equal(row.Item.Score, scores[row.Index], 1e-5f * (1 + Math.Abs(row.Item.Score))));
        Assert.All(theirs.Index(), row => Assert.Equal(row.Item.Probability, probabilities[row.Index], 1e-5f));
    }

    [Theory]
    [InlineData(MLNetSamples.Lbfgs)]
    [InlineData(MLNetSamples.Sdca)]
    [InlineData(MLNetSamples.FastTree)]
    [InlineData(MLNetSamples.LightGbm)]
    public void A_large_mean_with_a_small_spread_loses_no_digits(string trainer)
    {
        // Milliseconds since 1970 that differ by milliseconds: single precision would hold none of the differences.
        const double Since = 1_700_000_000_000;
        MLNetModel plain = MLNetSamples.Fit(trainer, MLNetSamples.Curved(4, 300, 3));
        TrainingSet far = MLNetSamples.Curved(4, 300, 3, (column, value) => column == 1 ? Since + value : value);
        MLNetModel model = MLNetSamples.Fit(trainer, far);
        using SmileClassifier classifier = Saved(model, far);

        foreach (double[] row in MLNetSamples.Rows(3, 200).Where((_, row) => row % 10 != 0))
        {
            double[] moved = [row[0], Since + row[1], row[2]];
            Assert.Equal(plain.LogOdds(row), model.LogOdds(moved), 0.02);
            Assert.Equal(
                MLNetSamples.Probability((Slope * model.LogOdds(moved)) + Intercept),
                classifier.Classify(model.Features, new FeatureRow([.. moved]), options: new() { Contributions = false, MostBeyondRange = double.PositiveInfinity }).Probability!.Value, 1e-5);
        }
    }

    [Fact]
    public void Names_of_any_characters_come_back()
    {
        ImmutableArray<string> names = ["a b|c,é\"\n", "", "Features", "Label;Score", "\u7b11\u9854", "x\ty"];
        TrainingSet training = MLNetSamples.Curved(5, 200, names.Length, names: names);
        MLNetModel model = MLNetSamples.Fit(MLNetSamples.LightGbm, training);

        model.Save(PathOf("model.zip"));
        using SmileClassifier classifier = Saved(model, training);

        Assert.Equal(names, MLNetPipeline.Load(PathOf("model.zip")).Features);
        Assert.Equal(names, classifier.Features);
    }

    [Fact]
    public void A_table_is_read_by_the_names_of_its_features_and_what_is_missing_is_named()
    {
        MLNetModel model = MLNetSamples.Fit(MLNetSamples.Lbfgs, MLNetSamples.Curved(6, 200, 3));
        model.Save(PathOf("model.zip"));
        MLNetPipeline pipeline = MLNetPipeline.Load(PathOf("model.zip"));

        MLNetPrediction inOrder = pipeline.Predict([[0.5, 1, -1]]).Single();

        Assert.Equal(inOrder, pipeline.Predict(MLNetSamples.Table(["x3", "other", "x2", "x1"], [[-1, 9, 1, 0.5]])).Single());
        TableException missing = Assert.Throws<TableException>(() => pipeline.Predict(MLNetSamples.Table(["x2"], [[1]])));
        Assert.Contains("no x1, x3", missing.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => model.LogOdds([1, 2]));
    }

    [Fact]
    public void What_is_no_zip_of_ours_is_refused_with_its_path()
    {
        File.WriteAllText(PathOf("text.zip"), "no model");
        File.WriteAllBytes(PathOf("nothing.zip"), []);
        using (System.IO.Compression.ZipArchive empty = System.IO.Compression.ZipFile.Open(PathOf("empty.zip"), System.IO.Compression.ZipArchiveMode.Create))
        {
            empty.CreateEntry("readme.txt");
        }

        Microsoft.ML.MLContext context = new(seed: 1);
        Microsoft.ML.IDataView other = context.Data.LoadFromEnumerable([new Other { A = 1 }, new Other { A = 2 }]);
        context.Model.Save(Microsoft.ML.TransformExtensionsCatalog.CopyColumns(context.Transforms, "B", "A").Fit(other), other.Schema, PathOf("other.zip"));
        MLNetSamples.Fit(MLNetSamples.Lbfgs, MLNetSamples.Curved(1, 50, 2)).Save(PathOf("whole.zip"));
        File.WriteAllBytes(PathOf("half.zip"), File.ReadAllBytes(PathOf("whole.zip"))[..500]);

        Assert.Contains("no such file", Refused("missing.zip"), StringComparison.Ordinal);
        Assert.Contains("no column Features", Refused("other.zip"), StringComparison.Ordinal);
        Assert.All(["text.zip", "nothing.zip", "empty.zip", "half.zip"], name => Assert.Contains("ML.NET does not load", Refused(name), StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_nothing_behind()
    {
        MLNetModel model = MLNetSamples.Fit(MLNetSamples.Lbfgs, MLNetSamples.Curved(1, 50, 2));
        Directory.CreateDirectory(PathOf("folder.zip"));

        Assert.Throws<SmileModelException>(() => model.Save(PathOf("folder.zip")));

        Assert.Equal([PathOf("folder.zip")], Directory.EnumerateFileSystemEntries(_folder));
        model.Save(PathOf("new/deep/model.zip"));
        Assert.True(File.Exists(PathOf("new/deep/model.zip")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<float> Scores(Microsoft.ML.ITransformer transformer, ImmutableArray<string> features, double[][] rows)
    {
        Microsoft.ML.MLContext context = new(seed: 7);
        Microsoft.ML.Data.SchemaDefinition schema = Microsoft.ML.Data.SchemaDefinition.Create(typeof(Row));
        schema["Features"].ColumnType = new Microsoft.ML.Data.VectorDataViewType(Microsoft.ML.Data.NumberDataViewType.Double, features.Length);
        return Microsoft.ML.Data.ColumnCursorExtensions.GetColumn<float>(transformer.Transform(context.Data.LoadFromEnumerable(rows.Select(row => new Row { Features = row }), schema)), "Score");
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private string Refused(string name)
    {
        string message = Assert.Throws<SmileModelException>(() => MLNetPipeline.Load(PathOf(name))).Message;
        Assert.StartsWith(PathOf(name), message, StringComparison.Ordinal);
        return message;
    }

    private SmileClassifier Saved(MLNetModel model, TrainingSet training)
    {
        using (SmileClassifier made = SmileClassifier.Of(
            model, ModelCard.Of("curved", "genuine", model, training, "tests") with { CalibrationSlope = Slope, CalibrationIntercept = Intercept }))
        {
            made.Save(PathOf("ours"));
        }

        return SmileClassifier.Load(PathOf("ours.onnx"));
    }

    private sealed class Other
    {
        public float A { get; set; }
    }

    private sealed class Row
    {
        public double[] Features { get; set; } = [];
    }
}
