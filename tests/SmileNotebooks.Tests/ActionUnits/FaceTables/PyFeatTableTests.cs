namespace SmileNotebooks.Tests.FaceTables;

public sealed class PyFeatTableTests : TableText
{
    private const string Header = ",FaceRectX,FaceScore,Pitch,Roll,Yaw,AU06,AU12,Happy,mouthSmileLeft,input,frame,approx_time,Identity\n";

    private static readonly FaceSeriesOptions s_rate = new() { FrameRate = 10 };

    [Fact]
    public void Several_people_are_told_apart_by_their_identity()
    {
        FaceSeries[] all = [.. FaceSeries.LoadAll(
            Write(Header + "0,5,.99,.1,.2,.3,.4,.5,.6,.7,a.mp4,0,00:00,Person_1\n1,9,.98,.1,.2,.3,.4,.1,.6,.7,a.mp4,0,00:00,Person_0\n"
                + "2,5,.99,.1,.2,.3,.4,.7,.6,.7,a.mp4,20,00:02,Person_1\n3,,0,.1,.2,.3,.4,.7,.6,.7,a.mp4,10,00:01,\n4,,0,.1,.2,.3,.4,.7,.6,.7,b.mp4,3,00:00,\n"), s_rate)];
        Assert.Equal(["a.mp4 0", "a.mp4 1"], all.Take(2).Select(one => $"{one.Clip} {one.Face}"));
        Assert.Equal([.5, double.NaN, .7], all[0]["AU12_r"].AsEnumerable());
        Assert.Equal([.1, double.NaN, double.NaN], all[1]["AU12_r"].AsEnumerable());
        Assert.Equal([0, 1, 2], all[0].Times.AsEnumerable());
        Assert.Contains("py-feat's Identity is Person_1", all[0].Remarks);
        Assert.Contains("2 of 3 frames without this face", all[1].Remarks);
        Assert.Equal(["AU06_r", "AU12_r", "Happy", "confidence", "mouthSmileLeft", "pose_Rx", "pose_Ry", "pose_Rz"], all[0].Columns.Keys);
        Assert.Equal((.1, .3, -.2), (all[0][FaceColumns.Pitch][0], all[0][FaceColumns.Yaw][0], all[0][FaceColumns.Roll][0]));

        // Nobody in the second video.
        Assert.Equal(("b.mp4", 1), (all[2].Clip, all[2].Count));
        Assert.All(all[2].Columns.Values, column => Assert.True(double.IsNaN(Assert.Single(column))));
    }

    [Fact]
    public void Without_a_frame_rate_the_error_says_what_the_whole_seconds_allow()
    {
        string path = Write(Header + "0,5,.99,.1,.2,.3,.4,.5,.6,.7,a.mp4,0,00:00,\n1,5,.99,.1,.2,.3,.4,.5,.6,.7,a.mp4,24,00:00,\n2,5,.99,.1,.2,.3,.4,.5,.6,.7,a.mp4,26,00:01,\n");
        TableException error = Assert.Throws<TableException>(() => FaceSeries.Load(path));
        Assert.Contains("no time stamps (its approx_time allows 24 to 26 frames per second); expected FaceSeriesOptions.FrameRate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Angles_in_degrees_are_told_by_their_size_and_said_so()
    {
        FaceSeries series = FaceSeries.Load(Write(Header + "0,5,.99,9,-18,2,.4,.5,.6,.7,a.mp4,0,00:00,\n"), s_rate);
        Assert.Equal([Math.PI / 20], series[FaceColumns.Pitch].Select(value => Math.Round(value, 12)), (a, b) => Math.Abs(a - b) < 1e-11);
        Assert.Equal(Math.PI / 10, series[FaceColumns.Roll][0], 1e-12);
        Assert.Contains(series.Remarks, remark => remark.StartsWith("angles were read as degrees", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_faces_in_a_frame_without_names_are_refused()
    {
        string path = Write(Header + "0,5,.99,.1,.2,.3,.4,.5,.6,.7,a.mp4,0,00:00,\n1,5,.99,.1,.2,.3,.4,.5,.6,.7,a.mp4,0,00:00,\n");
        Assert.Contains("line 3, column frame: a second row of face 0", Assert.Throws<TableException>(() => FaceSeries.Load(path, s_rate)).Message, StringComparison.Ordinal);
        path = Write(Header + "0,5,.99,.1,.2,.3,.4,.5,.6,.7,a.mp4,0,00:00,Person_0\n1,5,.99,.1,.2,.3,.4,.5,.6,.7,a.mp4,0,00:00,\n");
        Assert.Contains("line 3, column Identity: nobody", Assert.Throws<TableException>(() => FaceSeries.Load(path, s_rate)).Message, StringComparison.Ordinal);
    }
}
