using System.Collections.Immutable;

namespace SmileNotebooks.Tests.FaceTables;

public sealed class SavedSeriesTests : TableText
{
    [Fact]
    public void A_saved_series_is_read_back_to_the_last_bit()
    {
        RandomStream random = new(5);
        double[] Odd() => [.. Enumerable.Range(0, 200).Select(_ => random.NextInt(5) switch
        {
            0 => double.NaN,
            1 => BitConverter.Int64BitsToDouble((long)(random.NextUInt64() & 0xFFEF_FFFF_FFFF_FFFF)),
            2 => -0.0,
            3 => double.Epsilon * random.NextInt(100),
            _ => random.NextGaussian(),
        })];
        FaceSeries series = new()
        {
            Clip = " a folder, with \"quotes\"/clip 笑.mp4",
            Face = 7,
            Source = FaceSeriesSource.PyFeat,
            IntensityMaximum = 1,
            Times = [.. Enumerable.Range(0, 200).Select(i => (i * i * .001) + (i / 3.0))],
            Frames = [.. Enumerable.Range(0, 200).Select(i => 11 + i + (i / 7))],
            Columns = new Dictionary<string, ImmutableArray<double>> { ["AU12_r"] = [.. Odd()], ["x_0"] = [.. Odd()], ["größe, \"q\""] = [.. Odd()] }.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Remarks = ["smoothed (one-euro)", " 3, of 200 frames; \"so\" "],
            Simulated = "simulated, seed 5",
        };
        string path = Path.Combine(Folder, "saved.csv");
        series.SaveCsv(path);
        Same(series, FaceSeries.Load(path, new FaceSeriesOptions { KeepLandmarks = true }));
        Same(series with { Columns = series.Columns.Remove("x_0") }, FaceSeries.Load(path));
        Assert.Equal(series.ToCsv(), File.ReadAllText(path));
    }

    [Fact]
    public void What_was_imported_is_read_back_as_it_was()
    {
        FaceSeries series = FaceSeries.Load(Write(OpenFace("1, 0, 0.00, 0.98, 1, 0, 0, 0, 1, 2, 1", "3, 0, 0.04, 0.98, 1, 0, 0, 0, 1, 3, 1", "4, 0, 0.06, 0.98, 1, 0, 0, 0, 1, 3, 1")));
        string path = Path.Combine(Folder, "saved.csv");
        series.SaveCsv(path);
        Same(series, FaceSeries.Load(path));
    }

    [Fact]
    public void A_measured_clip_of_this_library_is_read_with_its_gaps_and_faces()
    {
        string text = "frame,face_id,timestamp,confidence,success,pose_Rx,AU12_r,lip_corner_left_x,eye_distance,x_0,y_0,z_0\n"
            + "1,0,0,0.9,1,0.1,2,1.5,88,1,2,3\n1,1,0,0.9,1,0.1,4,1.6,44,1,2,3\n2,0,0.033,,0,,,,,,,\n2,1,0.033,0.9,1,0.1,4,1.6,44,1,2,3\n";
        FaceSeries[] all = [.. FaceSeries.LoadAll(Write(text))];
        Assert.Equal([FaceSeriesSource.SmileNotebooks, FaceSeriesSource.SmileNotebooks], all.Select(one => one.Source));
        Assert.Equal([2, double.NaN], all[0]["AU12_r"].AsEnumerable());
        Assert.Equal([44, 44], all[1][FaceColumns.EyeDistance].AsEnumerable());
        Assert.Equal(["AU12_r", "confidence", "eye_distance", "lip_corner_left_x", "pose_Rx"], all[0].Columns.Keys);
        Assert.Equal(["1 of 2 frames without this face"], all[0].Remarks.AsEnumerable());
    }

    [Fact]
    public void Between_takes_half_open_spans()
    {
        FaceSeries series = FaceSeries.Load(Write(OpenFace([.. Enumerable.Range(0, 10).Select(i => FormattableString.Invariant($"{i + 1}, 0, {i / 10.0}, .9, 1, 0, 0, 0, 1, {i}, 1"))])));
        Assert.Equal([2, 3, 4], series.Between(.2, .5)["AU12_r"].AsEnumerable());
        Assert.Equal([2, 3, 4], series.Between(.2, .5).Frames.AsEnumerable());
        Assert.Equal(0, series.Between(.2, .2).Count);
        Assert.Equal(10, series.Between(double.NegativeInfinity, 100).Count);
        Assert.Throws<ArgumentException>(() => series.Between(1, 0));
        Assert.Throws<ArgumentException>(() => series.Between(double.NaN, 0));
    }

    [Theory]
    [InlineData("frame", 1)]
    [InlineData(" padded", 1)]
    [InlineData("AU12_r", double.PositiveInfinity)]
    public void What_a_table_could_not_hold_is_refused(string name, double value)
    {
        FaceSeries series = FaceSeries.Load(Write(OpenFace("1, 0, 0.00, 0.98, 1, 0, 0, 0, 1, 2, 1")));
        Assert.Contains(name, Assert.Throws<InvalidOperationException>(() => (series with { Columns = series.Columns.SetItem(name, [value]) }).ToCsv()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => (series with { Remarks = ["two\nlines"] }).ToCsv());
    }
}
