namespace SmileNotebooks.Tests.SimulatedSmile;

public class SimulatedMovementTests
{
    [Theory]
    [InlineData(15)]
    [InlineData(50)]
    [InlineData(120)]
    public void The_lips_rise_stay_and_fall_as_they_were_told(double rate)
    {
        SimulatedMovement movement = new() { FrameRate = rate, Onset = .5, Apex = .8, Offset = .7, Amplitude = .2 };
        FaceSeries series = SimulatedSmiles.Series(movement);
        double[] d = [.. Enumerable.Range(0, series.Count).Select(i => Amplitude(series, i))];
        Assert.Equal((int)Math.Floor(4 * rate) + 1, series.Count);
        for (int i = 0; i < series.Count; i++)
        {
            double time = series.Times[i];
            Assert.InRange(d[i], .5 - 1e-12, .7 + 1e-12);
            Assert.True(time > movement.OnsetStart || Math.Abs(d[i] - .5) < 1e-12);
            Assert.True(time < movement.ApexStart || time > movement.OffsetStart || Math.Abs(d[i] - .7) < 1e-12);
            Assert.True(time < movement.OffsetEnd || Math.Abs(d[i] - .5) < 1e-12);
        }

        // Greatest speeds of least jerk: 1.875 times the mean speed.
        double[] speeds = [.. Enumerable.Range(1, d.Length - 1).Select(i => (d[i] - d[i - 1]) * rate)];
        double within = rate < 30 ? .08 : .01;
        Assert.InRange(speeds.Max() / (1.875 * .2 / .5), 1 - within, 1);
        Assert.InRange(-speeds.Min() / (1.875 * .2 / .7), 1 - within, 1);
    }

    [Fact]
    public void Sides_cheeks_and_eyes_follow_their_numbers()
    {
        SimulatedMovement movement = new() { Asymmetry = .5, LipCornerPuller = 4, CheekRaiser = 2, CheekLag = .2, EyeClosing = .25 };
        FaceSeries series = SimulatedSmiles.Series(movement);
        int apex = (int)Math.Round((movement.ApexStart + .5) * 50);
        double Side(string x, string y) => Math.Sqrt((series[x][apex] * series[x][apex]) + (series[y][apex] * series[y][apex])) - .5;
        Assert.Equal(.225, Side(FaceColumns.LipCornerLeftX, FaceColumns.LipCornerLeftY), 1e-12);
        Assert.Equal(.075, Side(FaceColumns.LipCornerRightX, FaceColumns.LipCornerRightY), 1e-12);
        Assert.Equal((4, 2), (series["AU12_r"][apex], series["AU06_r"][apex]));
        Assert.Equal(.225, series[FaceColumns.EyeOpeningLeft][apex], 1e-12);

        // AU6 is the course of AU12, ten frames later.
        for (int i = 10; i < series.Count; i++)
        {
            Assert.Equal(series["AU12_r"][i - 10] / 2, series["AU06_r"][i], 1e-9);
        }

        Assert.Equal((FaceSeriesSource.Simulation, "simulated from chosen parameters, seed 1"), (series.Source, series.Simulated));
    }

    [Fact]
    public void Noise_has_its_size_and_its_seed()
    {
        SimulatedMovement still = new() { Amplitude = 0, Noise = .01, Tail = 100, LipCornerPuller = 2.5, Onset = .1, Lead = 0, Apex = 100, Offset = .1 };
        FaceSeries series = SimulatedSmiles.Series(still);
        Assert.InRange(Descriptives.Of(series[FaceColumns.LipCornerLeftX].Take(5000).ToArray()).StandardDeviation, .0096, .0104);
        Assert.InRange(Descriptives.Of(series["AU12_r"].Skip(100).Take(4800).ToArray()).StandardDeviation, .048, .052);
        Assert.Equal(series.ToCsv(), SimulatedSmiles.Series(still).ToCsv());
        Assert.NotEqual(series.ToCsv(), SimulatedSmiles.Series(still with { Seed = 2 }).ToCsv());
    }

    [Fact]
    public void Movements_that_cannot_be_are_refused()
    {
        Assert.Contains("Onset is 0; expected above 0", Assert.Throws<ArgumentException>(() => SimulatedSmiles.Series(new SimulatedMovement { Onset = 0 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SimulatedSmiles.Series(new SimulatedMovement { FrameRate = double.NaN }));
        Assert.Throws<ArgumentException>(() => SimulatedSmiles.Series(new SimulatedMovement { Noise = -1 }));
        Assert.Throws<ArgumentException>(() => SimulatedSmiles.Series(new SimulatedMovement { Asymmetry = 2 }));
    }

    /// <summary>D of docs/methods.md; the mouth is 1 wide at rest, its middle at 0.</summary>
    private static double Amplitude(FaceSeries series, int frame)
    {
        double Distance(string x, string y) => Math.Sqrt((series[x][frame] * series[x][frame]) + (series[y][frame] * series[y][frame]));
        return (Distance(FaceColumns.LipCornerRightX, FaceColumns.LipCornerRightY) + Distance(FaceColumns.LipCornerLeftX, FaceColumns.LipCornerLeftY)) / 2;
    }
}
