namespace SmileNotebooks.Tests.FaceTables;

public sealed class OpenFaceTableTests : TableText
{
    [Fact]
    public void Frames_times_angles_and_action_units_are_those_of_the_table()
    {
        FaceSeries series = FaceSeries.Load(Write(OpenFace("1, 0, 0.000, 0.98, 1, 0.1, -0.2, 0.3, 1.5, 2.5, 1", "2, 0, 0.040, 0.97, 1, 0.2, -0.1, 0.2, 1.6, 2.6, 1")));
        Assert.Equal(FaceSeriesSource.OpenFace, series.Source);
        Assert.Equal((0, 5.0, 2), (series.Face, series.IntensityMaximum, series.Count));
        Assert.Equal([0, 1], series.Frames.AsEnumerable());
        Assert.Equal([0, .04], series.Times.AsEnumerable());
        Assert.Equal([2.5, 2.6], series[FaceColumns.ActionUnit(12)].AsEnumerable());
        Assert.Equal([.1, .2], series[FaceColumns.Pitch].AsEnumerable());
        Assert.Equal([1, 1], series["AU12_c"].AsEnumerable());
        Assert.Empty(series.Remarks);
        Assert.False(series.Has(FaceColumns.LipCornerLeftX));
    }

    [Fact]
    public void Frames_without_the_face_are_missing_whether_marked_left_out_or_not_a_number()
    {
        FaceSeries series = FaceSeries.Load(Write(OpenFace(
            "1, 0, 0.00, 0.98, 1, 0, 0, 0, 1, 2, 1", "2, 0, 0.04, 0.1, 0, 0, 0, 0, 0, 0, 0", "4, 0, 0.12, 0.98, 1, 0, 0, 0, 1, -nan(ind), 1", "5, 0, 0.16, 0.98, 1, 0, 0, 0, , 3, 1")));
        Assert.Equal([0, 1, 2, 3, 4], series.Frames.AsEnumerable());
        Assert.Equal([0, .04, .08, .12, .16], series.Times.Select(time => Math.Round(time, 12)));
        Assert.Equal([2, double.NaN, double.NaN, double.NaN, 3], series["AU12_r"].AsEnumerable());
        Assert.Equal([1, double.NaN, double.NaN, 1, double.NaN], series["AU06_r"].AsEnumerable());
        Assert.Equal(["2 of 5 frames without this face"], series.Remarks.AsEnumerable());
    }

    [Fact]
    public void Faces_of_a_table_share_the_frames_of_the_clip()
    {
        string path = Write(OpenFace(
            "1, 0, 0.00, 0.98, 1, 0, 0, 0, 1, 2, 1", "1, 3, 0.00, 0.98, 1, 0, 0, 0, 1, 4, 1", "2, 3, 0.04, 0.98, 1, 0, 0, 0, 1, 5, 1", "3, 0, 0.08, 0.98, 1, 0, 0, 0, 1, 3, 1"));
        FaceSeries[] all = [.. FaceSeries.LoadAll(path)];
        Assert.Equal([0, 3], all.Select(one => one.Face));
        Assert.Equal([2, double.NaN, 3], all[0]["AU12_r"].AsEnumerable());
        Assert.Equal([4, 5, double.NaN], all[1]["AU12_r"].AsEnumerable());

        TableException several = Assert.Throws<TableException>(() => FaceSeries.Load(path));
        Assert.Contains("2 faces (face 0 of", several.Message, StringComparison.Ordinal);
        Assert.Contains("face 3 of", several.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Byte_order_marks_other_line_ends_and_names_beyond_ascii_change_nothing()
    {
        string text = OpenFace("1, 0, 0.00, 0.98, 1, 0, 0, 0, 1, 2, 1", "2, 0, 0.04, 0.98, 1, 0, 0, 0, 1, 3, 1");
        FaceSeries plain = FaceSeries.Load(Write(text));
        foreach (string ends in new[] { "\r\n", "\r" })
        {
            FaceSeries other = FaceSeries.Load(Write(text.Replace("\n", ends, StringComparison.Ordinal), "Lächeln 笑顔.csv", mark: true));
            Assert.Contains("笑顔", other.Clip, StringComparison.Ordinal);
            Same(plain with { Clip = other.Clip }, other);
        }
    }

    [Fact]
    public void Time_stamps_that_rounding_made_equal_are_spread_and_said_so()
    {
        string[] rows = [.. Enumerable.Range(0, 7).Select(i => FormattableString.Invariant($"{i + 1}, 0, {Math.Floor(i * 4 / 9.0) * .01}, 0.98, 1, 0, 0, 0, 1, 2, 1"))];
        FaceSeries series = FaceSeries.Load(Write(OpenFace(rows)));
        Assert.All(Enumerable.Range(1, 6), i => Assert.Equal(.02 / 6, series.Times[i] - series.Times[i - 1], 1e-12));
        Assert.Equal("4 time stamps repeated the one before: times are spread evenly from the first to the last", Assert.Single(series.Remarks));
    }

    [Fact]
    public void A_frame_rate_takes_the_place_of_time_stamps()
    {
        string path = Write(OpenFace("1, 0, 0.7, 0.98, 1, 0, 0, 0, 1, 2, 1", "2, 0, 0.1, 0.98, 1, 0, 0, 0, 1, 3, 1"));
        Assert.Contains("line 3, column timestamp: 0.1 s after 0.7 s", Assert.Throws<TableException>(() => FaceSeries.Load(path)).Message, StringComparison.Ordinal);
        FaceSeries series = FaceSeries.Load(path, new FaceSeriesOptions { FrameRate = 50 });
        Assert.Equal([0, .02], series.Times.AsEnumerable());
        Assert.Equal("times are those of 50 frames per second, as was asked", Assert.Single(series.Remarks));
    }

    [Fact]
    public void The_sample_of_OpenFace_is_read_and_its_strange_time_stamps_are_noted()
    {
        FaceSeries series = FaceSeries.Load(SharedData.PathOf("data", "pyfeat", "OpenFace_Test.csv"));
        Assert.Equal((100, 0, 99), (series.Count, series.Frames[0], series.Frames[^1]));
        Assert.Contains("1000 frames per second, which few cameras reach", Assert.Single(series.Remarks), StringComparison.Ordinal);
        Assert.Equal(.29759, series[FaceColumns.Pitch][0]);
        Assert.Equal(17, series.Columns.Keys.Count(name => name.EndsWith("_r", StringComparison.Ordinal)));
        Assert.All(series[FaceColumns.LipCornerLeftX], value => Assert.InRange(value, .1, .6));
        Assert.All(series[FaceColumns.LipCornerRightX], value => Assert.InRange(value, -.6, -.1));
        Assert.All(series[FaceColumns.LipCornerLeftY], value => Assert.InRange(value, -1.2, -.4));

        FaceSeries points = FaceSeries.Load(SharedData.PathOf("data", "pyfeat", "OpenFace_Test.csv"), new FaceSeriesOptions { FrameRate = 30, KeepLandmarks = true });
        double distance = Math.Sqrt(Math.Pow(points["x_45"][0] - points["x_36"][0], 2) + Math.Pow(points["y_45"][0] - points["y_36"][0], 2));
        Assert.Equal(distance, series[FaceColumns.EyeDistance][0], 1e-12);
        Assert.Equal(99 / 30.0, points.Times[^1], 1e-12);
    }

    [Theory]
    [InlineData("1, 0, 0.00, 0.98, 1, 0, 0, 0, 1, 2", "line 2: 10 fields; expected 11")]
    [InlineData("1, 0, 0.00, 0.98, 1, 0, 0, 0, 1, smile, 1", "line 2, column AU12_r: 'smile'; expected a number with a decimal point")]
    [InlineData("1, 0, 0.00, 0.98, 2, 0, 0, 0, 1, 2, 1", "line 2, column success: '2'; expected 1 for a face that was found, or 0")]
    [InlineData("1.5, 0, 0.00, 0.98, 1, 0, 0, 0, 1, 2, 1", "line 2, column frame: '1.5'; expected a whole number from 0 on")]
    [InlineData("1, -1, 0.00, 0.98, 1, 0, 0, 0, 1, 2, 1", "line 2, column face_id: '-1'; expected a whole number from 0 on")]
    [InlineData("1, 0, 0.00, 0.98, 1, 0, 0, 0, 1, 2, 1\n1, 0, 0.00, 0.98, 1, 0, 0, 0, 1, 2, 1", "line 3, column frame: a second row of face 0 in frame 1 (the first is line 2)")]
    [InlineData("1, 0, 0.00, 0.98, 1, 0, 0, 0, 1, 2, 1\n1, 1, 0.50, 0.98, 1, 0, 0, 0, 1, 2, 1", "line 3, column timestamp: 0.5 s for a frame that has 0 s in another row")]
    [InlineData("1, 0, 0.00, 0.98, 1, 0, 0, 0, 1, 2, 1\n2000000000, 0, 0.50, 0.98, 1, 0, 0, 0, 1, 2, 1\n3, 0, 0.60, 0.98, 1, 0, 0, 0, 1, 2, 1", "column frame: '2000000000', which would leave")]
    [InlineData("1, 0, , 0.98, 1, 0, 0, 0, 1, 2, 1\n2, 0, , 0.98, 1, 0, 0, 0, 1, 2, 1", "no time stamps; expected FaceSeriesOptions.FrameRate")]
    [InlineData("1, 0, 1, 0.98, 1, 0, 0, 0, 1, 2, 1\n2, 0, 1, 0.98, 1, 0, 0, 0, 1, 2, 1", "column timestamp: 1 s in all 2 frames")]
    public void Errors_name_line_column_found_and_expected(string rows, string message)
    {
        string path = Write(OpenFace(rows));
        TableException error = Assert.Throws<TableException>(() => FaceSeries.Load(path));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(path, error.Path);
    }

    [Theory]
    [InlineData("", "an empty file")]
    [InlineData("a,b\n1,2\n", "header: the columns a, b")]
    [InlineData("frame;timestamp;success;AU12_r\n1;0,04;1;2\n", "line 1: semicolons between fields; expected commas between fields and points in numbers")]
    [InlineData("frame\ttimestamp\tsuccess\tAU12_r\n1\t0.04\t1\t2\n", "line 1: tabs between fields")]
    [InlineData("frame, timestamp, success, success, AU12_r\n", "field 4: a second column 'success'")]
    [InlineData("frame, timestamp, success, AU12_r\n", "a header without rows")]
    public void What_is_no_table_of_faces_is_said_so(string text, string message)
    {
        string path = Write(text);
        Assert.Contains(message, Assert.Throws<TableException>(() => FaceSeries.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_an_empty_folder_are_said_so()
    {
        Assert.Contains("no such file", Assert.Throws<TableException>(() => FaceSeries.Load(Path.Combine(Folder, "none.csv"))).Message, StringComparison.Ordinal);
        Assert.Contains("no file of the pattern *.csv", Assert.Throws<TableException>(() => FaceSeries.LoadAll(Folder)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => FaceSeries.LoadAll(Folder, new FaceSeriesOptions { FrameRate = 0 }));
        Assert.Throws<ArgumentException>(() => FaceSeries.LoadAll(Folder, new FaceSeriesOptions { Pattern = "../*" }));
    }
}
