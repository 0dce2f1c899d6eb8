// Fills the table "Painted smiles" of docs/validation.md. Not run with the other tests: it takes minutes.
using System.Globalization;

namespace SmileNotebooks.Tests.Smiles.Painting;

public class PaintedSweep(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public void Errors_of_recovered_times_by_condition()
    {
        output.WriteLine("| condition | AU12: onset | apex | offset | end | amplitude | lip corners: onset | apex | offset | end | amplitude | true |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (double rate in (double[])[15, 25, 30, 50])
        {
            Row(string.Create(CultureInfo.InvariantCulture, $"{rate} frames/s"), SmileTimeline.One(0.7, rest: 1.013), new() { FrameRate = rate });
        }

        foreach (double strength in (double[])[0.3, 0.5, 0.7, 0.9])
        {
            Row(string.Create(CultureInfo.InvariantCulture, $"strength {strength}"), SmileTimeline.One(strength, rest: 1.013), new());
        }

        foreach (double onset in (double[])[0.3, 0.6, 1, 2])
        {
            Row(string.Create(CultureInfo.InvariantCulture, $"onset {onset} s"), SmileTimeline.One(0.7, onset, rest: 1.013), new());
            Row(string.Create(CultureInfo.InvariantCulture, $"onset {onset} s, 50 frames/s"), SmileTimeline.One(0.7, onset, rest: 1.013), new() { FrameRate = 50 });
        }

        foreach (double noise in (double[])[4, 8, 16])
        {
            Row(string.Create(CultureInfo.InvariantCulture, $"noise {noise}"), SmileTimeline.One(0.7, rest: 1.013), new() { Noise = noise });
        }

        foreach (double blur in (double[])[1, 2, 4])
        {
            Row(string.Create(CultureInfo.InvariantCulture, $"blur {blur} px"), SmileTimeline.One(0.7, rest: 1.013), new() { Blur = blur });
        }

        foreach (int quality in (int[])[95, 80, 60, 30])
        {
            Row(string.Create(CultureInfo.InvariantCulture, $"JPEG {quality}"), SmileTimeline.One(0.7, rest: 1.013), new() { JpegQuality = quality });
        }

        foreach ((double shift, double turn) in ((double, double)[])[(3, 1), (6, 2), (10, 4)])
        {
            for (ulong seed = 1; seed <= 3; seed++)
            {
                Row(string.Create(CultureInfo.InvariantCulture, $"head {shift} px, {turn}°, seed {seed}"), SmileTimeline.One(0.7, rest: 1.013), new() { HeadShift = shift, HeadTurn = turn, Seed = seed });
            }
        }

        foreach (int side in (int[])[256, 192, 128])
        {
            Row($"face {side * 157 / 384} px wide", SmileTimeline.One(0.7, rest: 1.013), new(), PaintedPhotos.PainterOf(side));
        }
    }

    private void Row(string name, SmileTimeline timeline, PaintedClipOptions options, SmilePainter? painter = null)
    {
        painter ??= PaintedPhotos.Painter;
        PaintedSmile smile = timeline.Smiles[0];
        PaintedSmileClip clip = PaintedSmileClip.Create(painter, timeline, options);
        FaceSeries series = PaintedRecovery.SeriesOf(clip);
        string Cells(SmileSignal signal)
        {
            PaintedRecovery found = PaintedRecovery.Of(series, options.FrameRate, smile, new() { Signal = signal });
            return found.Episodes == 1
                ? string.Create(CultureInfo.InvariantCulture, $"{found.Onset:+0.0;-0.0;0.0} | {found.Apex:+0.0;-0.0;0.0} | {found.Offset:+0.0;-0.0;0.0} | {found.End:+0.0;-0.0;0.0} | {found.Amplitude:0.000}")
                : $"{found.Episodes} smiles | | | |";
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {Cells(SmileSignal.AU12)} | {Cells(SmileSignal.LipCorners)} | {painter.NetAmplitude(SmilePose.Symmetric(smile.Strength)):0.000} |"));
    }
}
