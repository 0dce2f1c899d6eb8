using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Smiles.Classification;

public sealed class LabelledClipsTests : IDisposable
{
    private static readonly FeatureTableOptions s_options = new() { Label = "genuine", Person = "subject", Clip = "clip" };

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-clips-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_highest_smile_of_a_clip_is_taken_and_clips_without_one_are_named()
    {
        FeatureTable list = LabelledClips.LoadTableOrList(Written("clip,subject,genuine,camera\ntwo.mp4,1,1,left\nnone.mp4,2,0,left\nbroken.mp4,3,0,right\none.mp4,4,0,right\n"), s_options);

        MeasuredClips measured = LabelledClips.Measure(list, clip => clip switch
        {
            "two.mp4" => [Series(clip, 1.5, 3)],
            "none.mp4" => [Series(clip)],
            "broken.mp4" => throw new VideoException(clip, null, "no video stream, only audio", "a video"),
            _ => [Series(clip, 2)],
        });

        Assert.Equal(SmileFeatures.OfClip, measured.Table.Features);
        Assert.Equal(["two.mp4", "one.mp4"], measured.Table.Rows.Select(row => row.Clip));
        Assert.Equal([true, false], measured.Table.Rows.Select(row => row.Label));
        Assert.Equal("left", measured.Table.Rows[0].Context["camera"]);
        int apex = SmileFeatures.OfClip.IndexOf("au12_apex");
        Assert.Equal(3, measured.Table.Rows[0].Values[apex], 0.3);
        Assert.Equal(2, measured.Table.Rows[1].Values[apex], 0.3);
        Assert.Equal(["none.mp4", "broken.mp4"], measured.WithoutSmile.Select(clip => clip.Clip));
        Assert.Contains("no smile", measured.WithoutSmile[0].Why, StringComparison.Ordinal);
        Assert.Contains("only audio", measured.WithoutSmile[1].Why, StringComparison.Ordinal);
        Assert.Equal([("none.mp4", "2", false), ("broken.mp4", "3", false)], measured.Table.LeftOut.Select(clip => (clip.Clip, clip.Person!, clip.Label!.Value)));
    }

    [Theory]
    [InlineData("a.mp4,1,1\nb.mp4,2,0\na.mp4,1,0\n", "line 4, column clip: the clip 'a.mp4' again, as in line 2, with genuine '1' there and '0' here; expected each clip once.")]
    [InlineData("x/../a.mp4,1,1\nb.mp4,2,0\na.mp4,3,1\n", "line 4, column clip: the clip 'a.mp4' again, as in line 2, with subject '1' there and '3' here; expected each clip once.")]
    public void A_clip_that_is_listed_twice_is_refused(string rows, string words) =>
        Assert.EndsWith(words, Assert.Throws<TableException>(() => LabelledClips.LoadTableOrList(Written($"clip,subject,genuine\n{rows}"), s_options)).Message, StringComparison.Ordinal);

    [Fact]
    public void In_a_table_with_features_a_clip_may_have_several_smiles() =>
        Assert.Equal(3, LabelledClips.LoadTableOrList(Written("clip,subject,genuine,x\na.mp4,1,1,2\na.mp4,1,1,4\nb.mp4,2,0,3\n"), s_options).Rows.Length);

    [Fact]
    public void Of_several_people_the_one_who_is_found_most_is_measured()
    {
        FeatureTable list = LabelledClips.LoadTableOrList(Written("clip,subject,genuine\na.mp4,1,1\nb.mp4,2,0\n"), s_options);
        FaceSeries passing = Series("a.mp4", 4);
        passing = passing with { Face = 1, Columns = passing.Columns.SetItem("AU12_r", [.. passing.Columns["AU12_r"].Select((value, at) => at < 20 ? value : double.NaN)]) };

        MeasuredClips measured = LabelledClips.Measure(list, clip => [passing, Series(clip, 2)]);

        Assert.Equal(2, measured.Table.Rows[0].Values[SmileFeatures.OfClip.IndexOf("au12_apex")], 0.3);
    }

    [Fact]
    public void A_list_in_which_nobody_smiles_is_an_error_that_says_why()
    {
        FeatureTable list = LabelledClips.LoadTableOrList(Written("clip,subject,genuine\na.mp4,1,1\nb.mp4,2,0\n"), s_options);

        Assert.Contains("no smile in 2 clips (a.mp4: no face)", Assert.Throws<TableException>(() => LabelledClips.Measure(list, _ => [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_with_features_is_no_list() =>
        Assert.Equal(["x"], LabelledClips.LoadTableOrList(Written("clip,subject,genuine,x\na.mp4,1,1,2\nb.mp4,2,0,3\n"), s_options).Features);

    private string Written(string text)
    {
        string path = Path.Combine(_folder, "list.csv");
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>AU12 at 25 frames a second: two seconds of rest, then each smile rises for .8 s, stays for 1 s and falls for 1.2 s, with two seconds of rest behind it.</summary>
    private static FaceSeries Series(string clip, params double[] heights)
    {
        List<double> values = [.. Enumerable.Repeat(0.0, 50)];
        foreach (double height in heights)
        {
            values.AddRange(Enumerable.Range(1, 20).Select(at => height * (1 - Math.Cos(Math.PI * at / 20)) / 2));
            values.AddRange(Enumerable.Repeat(height, 25));
            values.AddRange(Enumerable.Range(1, 30).Select(at => height * (1 + Math.Cos(Math.PI * at / 30)) / 2));
            values.AddRange(Enumerable.Repeat(0.0, 50));
        }

        values.AddRange(Enumerable.Repeat(0.0, 50));
        return new FaceSeries
        {
            Clip = clip,
            Face = 0,
            Source = FaceSeriesSource.SmileNotebooks,
            IntensityMaximum = 5,
            Times = [.. values.Select((_, at) => at / 25.0)],
            Frames = [.. Enumerable.Range(0, values.Count)],
            Columns = ImmutableSortedDictionary<string, ImmutableArray<double>>.Empty.Add("AU12_r", [.. values]),
        };
    }
}
