namespace SmileNotebooks.Tests.Smiles.Painting;

public class PaintedSmileClipTests
{
    private static readonly SmilePainter Painter = PaintedPhotos.PainterOf(128);

    [Fact]
    public void A_clip_has_its_frames_at_its_times_and_says_that_it_is_simulated()
    {
        PaintedSmileClip clip = PaintedSmileClip.Create(Painter, SmileTimeline.One(0.5, 0.2, 0.2, 0.2, 0.1), new() { FrameRate = 20 });
        VideoFrame[] frames = [.. clip.Frames(TestContext.Current.CancellationToken)];

        Assert.Equal(16, clip.FrameCount);
        Assert.Equal(20, clip.FrameRate);
        Assert.Equal(Enumerable.Range(0, 16).Select(i => i / 20.0), frames.Select(frame => frame.Time));
        Assert.Equal(Enumerable.Range(0, 16), frames.Select(frame => frame.Index));
        Assert.Equal((128, 128), (frames[3].Picture.Width, clip.Height));
        Assert.Contains("simulated", clip.Name, StringComparison.Ordinal);
        Assert.Contains("simulated", clip.Simulated, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_frame_comes_out_the_same_alone_again_and_in_parallel()
    {
        PaintedClipOptions spoilt = new() { Noise = 6, Blur = 0.8, JpegQuality = 80, HeadShift = 2, HeadTurn = 2, Seed = 7 };
        PaintedSmileClip clip = PaintedSmileClip.Create(Painter, SmileTimeline.One(), spoilt);
        VideoFrame[] row = [.. clip.Frames(TestContext.Current.CancellationToken).Take(20)];
        Parallel.For(0, 20, frame => Assert.True(clip.Frame(frame).Picture.Pixels.Span.SequenceEqual(row[frame].Picture.Pixels.Span)));

        PaintedSmileClip other = PaintedSmileClip.Create(Painter, SmileTimeline.One(), spoilt with { Seed = 8 });
        Assert.False(other.Frame(5).Picture.Pixels.Span.SequenceEqual(row[5].Picture.Pixels.Span));
        Assert.False(row[0].Picture.Pixels.Span.SequenceEqual(row[1].Picture.Pixels.Span));
    }

    [Fact]
    public void Noise_has_the_deviation_that_is_asked_for()
    {
        SmileTimeline rest = new() { Duration = 1, Smiles = [] };
        Picture clean = PaintedSmileClip.Create(Painter, rest).Frame(3).Picture;
        Picture noisy = PaintedSmileClip.Create(Painter, rest, new() { Noise = 5 }).Frame(3).Picture;
        double[] differences = [.. Enumerable.Range(0, clean.Pixels.Length)
            .Where(i => clean.Pixels.Span[i] is > 40 and < 215)
            .Select(i => (double)noisy.Pixels.Span[i] - clean.Pixels.Span[i])];

        // Rounding adds a variance of 1/12. More than 20,000 values: the standard error of the deviation is below .5 %.
        double mean = differences.Average();
        double deviation = Math.Sqrt(differences.Average(value => (value - mean) * (value - mean)));
        Assert.Equal(Math.Sqrt(25 + (1.0 / 12)), deviation, 0.1);
        Assert.Equal(0, mean, 0.1);
    }

    [Fact]
    public void Blur_keeps_flat_skin_and_softens_edges()
    {
        SmileTimeline rest = new() { Duration = 1, Smiles = [] };
        Picture clean = PaintedSmileClip.Create(Painter, rest).Frame(0).Picture;
        Picture soft = PaintedSmileClip.Create(Painter, rest, new() { Blur = 2 }).Frame(0).Picture;
        Assert.True(Contrast(soft) < 0.6 * Contrast(clean));
        Assert.Equal(clean.Pixels.ToArray().Average(value => value), soft.Pixels.ToArray().Average(value => value), 1.0);

        static double Contrast(Picture picture)
        {
            ReadOnlySpan<byte> pixels = picture.Pixels.Span;
            double sum = 0;
            for (int i = 3; i < pixels.Length; i++)
            {
                sum += Math.Abs(pixels[i] - pixels[i - 3]);
            }

            return sum / pixels.Length;
        }
    }

    [Fact]
    public void Irregular_times_are_kept_and_options_that_cannot_be_are_refused()
    {
        PaintedSmileClip clip = PaintedSmileClip.Create(Painter, SmileTimeline.One(), new() { Times = [0, 0.04, 0.11, 0.5] });
        Assert.Equal([0, 0.04, 0.11, 0.5], clip.Frames(TestContext.Current.CancellationToken).Select(frame => frame.Time));
        Assert.Equal(6, clip.FrameRate!.Value, 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => clip.Frame(4));
        Assert.Throws<InvalidOperationException>(() => clip.Save("never.mp4"));

        void Refused(PaintedClipOptions options) => Assert.ThrowsAny<ArgumentException>(() => PaintedSmileClip.Create(Painter, SmileTimeline.One(), options));
        Refused(new() { Times = [0, 0.1, 0.1] });
        Refused(new() { FrameRate = 0 });
        Refused(new() { Noise = -1 });
        Refused(new() { Blur = double.NaN });
        Refused(new() { JpegQuality = 0 });
        Refused(new() { HeadTurn = 20 });
    }

    [Fact]
    public void The_head_sways_smoothly_and_not_further_than_asked()
    {
        HeadSway sway = new(3, 2, seed: 5);
        HeadMotion[] path = [.. Enumerable.Range(0, 1000).Select(i => sway.At(i / 50.0))];
        Assert.All(path, motion => Assert.True(Math.Abs(motion.X) <= 3 && Math.Abs(motion.Y) <= 3 && Math.Abs(motion.Yaw) <= 2 && Math.Abs(motion.Roll) <= 2));
        Assert.True(path.Max(motion => motion.X) - path.Min(motion => motion.X) > 1.5);

        // At .6 Hz at most, a step of 20 ms is at most 2 pi .6 .02 of the limit.
        Assert.All(path.Zip(path.Skip(1)), pair => Assert.InRange(Math.Abs(pair.First.X - pair.Second.X), 0, 3 * 0.0755));
    }
}
