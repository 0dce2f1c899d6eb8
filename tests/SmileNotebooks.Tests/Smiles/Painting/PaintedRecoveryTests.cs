using System.Collections.Immutable;
using System.Globalization;
using SmileNotebooks.Tests.Imaging.Video;

namespace SmileNotebooks.Tests.Smiles.Painting;

/// <summary>End to end: painted frames, tracker, measures, series, episodes, by both signals. The truth is the painted onset, apex and offset themselves: what is painted moves with least jerk, and
/// <see cref="SmileDynamics"/> reckons the beginning and end of such a movement from its passages (docs/methods.md). Two frames are the tolerance. The whole sweep is <see cref="PaintedSweep"/>.</summary>
public class PaintedRecoveryTests(ITestOutputHelper output)
{
    private const double Frames = 2;

    [Theory]
    [InlineData(15)]
    [InlineData(25)]
    [InlineData(30)]
    [InlineData(50)]
    public void Onset_apex_and_offset_are_found_at_any_frame_rate(double rate) => AssertFound(new() { FrameRate = rate });

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    public void They_are_found_in_fast_and_slow_smiles(double onset) => AssertFound(new(), SmileTimeline.One(0.7, onset, apex: 0.8, rest: 0.813));

    [Fact]
    public void They_are_found_under_noise() => AssertFound(new() { Noise = 8 });

    [Fact]
    public void They_are_found_in_a_blurred_clip() => AssertFound(new() { Blur = 2 });

    [Theory]
    [InlineData(60)]
    [InlineData(95)]
    public void They_are_found_after_JPEG(int quality) => AssertFound(new() { JpegQuality = quality });

    [Fact]
    public void They_are_found_on_a_head_that_moves_a_little() => AssertFound(new() { HeadShift = 3, HeadTurn = 1, Seed = 2 });

    [Fact]
    public void They_are_found_in_a_file_of_H264()
    {
        SmileTimeline timeline = SmileTimeline.One(0.7, rest: 1.013);
        string path = Path.Combine(Path.GetTempPath(), $"painted-{Guid.NewGuid():N}.mp4");
        try
        {
            TestClips.Ffmpeg("-version");
            PaintedSmileClip.Create(PaintedPhotos.Painter, timeline).Save(path);
            VideoFile file = VideoFile.Open(path);
            AssertWithin(PaintedRecovery.SeriesOf(file), 25, timeline.Smiles[0]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Stronger_smiles_are_measured_as_stronger()
    {
        // Of the weakest, the landmark model sees less than the least rise that is counted as a smile by default.
        SmileDynamicsOptions[] signals = [new() { Signal = SmileSignal.AU12, MinimumIntensity = 0.5 }, new() { Signal = SmileSignal.LipCorners, MinimumAmplitude = 0.01 }];
        double[] least = [0, 0];
        foreach (double strength in (double[])[0.3, 0.5, 0.7, 0.9])
        {
            SmileTimeline timeline = SmileTimeline.One(strength, onset: 0.5, apex: 0.8, offset: 0.6, rest: 0.8);
            FaceSeries series = PaintedRecovery.SeriesOf(PaintedSmileClip.Create(PaintedPhotos.Painter, timeline, new() { FrameRate = 15 }));
            double[] found = [.. signals.Select(signal => PaintedRecovery.Of(series, 15, timeline.Smiles[0], signal).Amplitude)];
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"strength {strength}: AU12 {found[0]:0.00}, lip corners {found[1]:0.000}"));
            Assert.True(found[0] > least[0] + 0.2 && found[1] > least[1] + 0.01, $"{found[0]:0.00}, {found[1]:0.000} at strength {strength}");
            least = found;
        }
    }

    [Fact]
    public void Every_smile_of_a_clip_is_found_and_no_blink_is_taken_for_one()
    {
        SmileTimeline timeline = new()
        {
            Duration = 6.5,
            Smiles =
            [
                new PaintedSmile { Onset = 0.8, Apex = 1.3, Offset = 2.0, End = 2.6, Strength = 0.9 },
                new PaintedSmile { Onset = 3.6, Apex = 4.3, Offset = 5.0, End = 5.7, Strength = 0.6 },
            ],
            Blinks = [0.4, 1.6, 3.1, 4.6],
        };
        FaceSeries series = PaintedRecovery.SeriesOf(PaintedSmileClip.Create(PaintedPhotos.Painter, timeline, new() { FrameRate = 20 }));
        Assert.Contains("simulated", series.Simulated!, StringComparison.Ordinal);

        // Lip corners are not held to it: the dip of a blink before the second smile puts that smile's beginning 1.3 s early (docs/validation.md).
        ImmutableArray<SmileEpisode> found = SmileDynamics.Measure(series, new() { Signal = SmileSignal.AU12 }).Episodes;
        Assert.Equal(2, found.Length);
        foreach ((SmileEpisode episode, PaintedSmile smile) in found.Zip(timeline.Smiles))
        {
            output.WriteLine(episode.ToString());
            Assert.InRange((episode.OnsetStart - smile.Onset) * 20, -Frames, Frames);
            Assert.InRange((episode.OffsetStart - smile.Offset) * 20, -Frames, Frames);
        }

        Assert.True(found[0].OnsetAmplitude > found[1].OnsetAmplitude);
    }

    private void AssertFound(PaintedClipOptions options, SmileTimeline? timeline = null)
    {
        // Not a whole number of frames of rest, so that no frame shows the very onset.
        timeline ??= SmileTimeline.One(0.7, rest: 1.013);
        FaceSeries series = PaintedRecovery.SeriesOf(PaintedSmileClip.Create(PaintedPhotos.Painter, timeline, options));
        AssertWithin(series, options.FrameRate, timeline.Smiles[0]);
    }

    private void AssertWithin(FaceSeries series, double frameRate, PaintedSmile truth)
    {
        foreach (SmileSignal signal in (SmileSignal[])[SmileSignal.AU12, SmileSignal.LipCorners])
        {
            PaintedRecovery found = PaintedRecovery.Of(series, frameRate, truth, new() { Signal = signal });
            output.WriteLine($"{signal}: {found}");
            Assert.True(found.Worst <= Frames, $"{signal}: {found}");
        }
    }
}
