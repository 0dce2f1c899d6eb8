// Smiles of clips and of pictures, with how well they were seen.
using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Smiles.Classification;

public class ClipEvidenceTests
{
    [Fact]
    public void A_smile_of_a_series_is_classified_and_a_turned_small_or_covered_face_gives_reasons()
    {
        using SmileClassifier classifier = Make(["onset_duration_s", "au12_apex"], spread: 8);

        SmileClassification seen = Assert.Single(classifier.Classify(Series(yaw: 0.05, eyes: 90, confidence: 0.98)));
        SmileClassification unseen = Assert.Single(classifier.Classify(Series(yaw: -0.9, eyes: 12, confidence: 0.3)));

        Assert.Equal(SmileModelKind.Clip, classifier.Kind);
        Assert.True(seen.HasEvidence, seen.Sentence);
        Assert.Equal("clip.csv", seen.Clip);
        Assert.Contains(unseen.Reasons, reason => reason.StartsWith("the face is turned by 52 degrees", StringComparison.Ordinal));
        Assert.Contains(unseen.Reasons, reason => reason.StartsWith("the outer corners of the eyes are 12 pixels apart", StringComparison.Ordinal));
        Assert.Contains(unseen.Reasons, reason => reason.Contains("it may be covered", StringComparison.Ordinal));
    }

    [Fact]
    public void A_short_smile_is_not_judged()
    {
        using SmileClassifier classifier = Make(["onset_duration_s", "au12_apex"], spread: 8);
        SmileEpisode episode = SmileDynamics.Measure(Series(0, 90, 1)).Episodes.Single();

        SmileClassification found = classifier.Classify(episode, options: new() { LeastDuration = 30 });

        Assert.Contains(found.Reasons, reason => reason.StartsWith("the smile lasts", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_of_features_that_a_clip_has_not_is_refused_by_name()
    {
        using SmileClassifier classifier = Make(["onset_duration_s", "charm"], spread: 8);

        Assert.Equal(SmileModelKind.Table, classifier.Kind);
        Assert.Contains("no feature charm", Assert.Throws<TableException>(() => classifier.Classify(Series(0, 90, 1))).Message, StringComparison.Ordinal);
    }

    // Rest, a rise of a second to an AU12 of 3, a second there, a fall of a second, rest: 30 frames a second.
    private static FaceSeries Series(double yaw, double eyes, double confidence)
    {
        const int Count = 240;
        double[] au12 = new double[Count];
        for (int frame = 0; frame < Count; frame++)
        {
            double time = frame / 30.0;
            double rise = Math.Clamp(time - 2, 0, 1) - Math.Clamp(time - 4, 0, 1);
            au12[frame] = 3 * rise * rise * (3 - (2 * rise));
        }

        ImmutableArray<double> All(double value) => [.. Enumerable.Repeat(value, Count)];
        return new FaceSeries
        {
            Clip = "clip.csv",
            Face = 0,
            Source = FaceSeriesSource.Simulation,
            IntensityMaximum = 5,
            Times = [.. Enumerable.Range(0, Count).Select(frame => frame / 30.0)],
            Frames = [.. Enumerable.Range(0, Count)],
            Columns = ImmutableSortedDictionary<string, ImmutableArray<double>>.Empty.WithComparers(StringComparer.Ordinal)
                .Add(FaceColumns.ActionUnit(12), [.. au12]).Add(FaceColumns.Yaw, All(yaw)).Add(FaceColumns.EyeDistance, All(eyes)).Add(FaceColumns.Confidence, All(confidence)),
            Simulated = "a smooth rise and fall",
        };
    }

    private static SmileClassifier Make(ImmutableArray<string> features, double spread)
    {
        RandomStream random = new(1);
        double[,] values = new double[60, 2];
        bool[] labels = new bool[60];
        for (int row = 0; row < 60; row++)
        {
            values[row, 0] = spread * random.NextDouble();
            values[row, 1] = spread * random.NextDouble();
            labels[row] = values[row, 0] > spread * random.NextDouble();
        }

        TrainingSet training = new(features, values, labels, [.. Enumerable.Range(0, 60)]);
        ISmileModel model = new ElasticNetTrainer().Fit(training, [TrainerSettings.Of(("penalty", 0.01), ("mixing", 0.5))], 1).Single();
        return SmileClassifier.Of(model, ModelCard.Of("clips", "genuine", model, training, "tests"));
    }
}
