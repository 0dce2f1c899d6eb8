using System.Collections.Immutable;

namespace SmileNotebooks.Tests;

public sealed class FaceVideoTests : IDisposable
{
    private readonly FaceLandmarker _faces = FaceLandmarker.Open(new() { Blendshapes = false });

    public void Dispose() => _faces.Dispose();

    [Fact]
    public void Frames_come_in_order_with_their_own_times_and_hold_no_picture()
    {
        TestClip clip = new(12) { IsGrey = frame => frame is 4 or 5 };

        MeasuredFrame[] frames = [.. FaceVideo.Stream(clip, _faces, cancellation: TestContext.Current.CancellationToken)];

        Assert.Equal(Enumerable.Range(0, 12), frames.Select(frame => frame.Index));
        Assert.Equal(Enumerable.Range(0, 12).Select(TestClip.TimeOf), frames.Select(frame => frame.Time));
        Assert.Equal([4, 5], frames.Where(frame => frame.Faces.IsEmpty).Select(frame => frame.Index));
        Assert.All(frames.SelectMany(frame => frame.Faces), face => Assert.Null(face.Face.Picture));
        Assert.Equal(0, clip.Open);
    }

    [Fact]
    public void The_numbers_are_those_of_the_tracker_the_action_units_and_the_smile()
    {
        using FaceTracker tracker = _faces.Track();
        TestClip clip = new(6);

        MeasuredFrame[] frames = [.. FaceVideo.Stream(clip, _faces, cancellation: TestContext.Current.CancellationToken)];

        foreach ((VideoFrame frame, MeasuredFrame measured) in clip.Frames(TestContext.Current.CancellationToken).Zip(frames))
        {
            Face expected = Assert.Single(tracker.Update(frame.Picture, frame.Time));
            MeasuredFace found = Assert.Single(measured.Faces);
            Face bare = expected with { Picture = null };
            Assert.Equal(bare, found.Face);
            Assert.Equal(ActionUnits.Measure(expected), found.ActionUnits);
            Assert.Equal(Wrinkles.Measure(expected) with { Face = bare }, found.Smile.Wrinkles);
            Assert.Equal(Smile.Measure(bare), found.Smile with { Wrinkles = null });
            Assert.Equal(0, found.Person);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Any_number_of_workers_gives_the_same_to_the_last_bit(int workers)
    {
        TestClip clip = new(24) { IsGrey = frame => frame is > 8 and < 12, Draw = frame => Picture.SideBySide(TestClip.Sway(frame), TestClip.Sway(frame + 5)) };
        FaceVideoOptions options = new() { MaximumFaces = 2, Smoothing = new(), RestSeconds = 0.2, FramesPerCheckpoint = 7, Workers = 1 };

        MeasuredFrame[] one = [.. FaceVideo.Stream(clip, _faces, options, TestContext.Current.CancellationToken)];
        MeasuredFrame[] many = [.. FaceVideo.Stream(clip, _faces, options with { Workers = workers }, TestContext.Current.CancellationToken)];

        Assert.Equal(2, one[0].Faces.Length);
        Assert.NotNull(one[0].Faces[0].Neutral);
        Assert.Equal(one.Select(WithoutCheckpoint), many.Select(WithoutCheckpoint));
        Assert.Equal(one.Select(frame => frame.Checkpoint?.ToJson()), many.Select(frame => frame.Checkpoint?.ToJson()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_run_that_goes_on_after_a_checkpoint_gives_what_one_run_gives(bool smooth)
    {
        // The checkpoint after frame 15 lies in a gap, the one after frame 7 does not.
        TestClip clip = new(22) { IsGrey = frame => frame is > 13 and < 18 };
        FaceVideoOptions options = new() { Smoothing = smooth ? new() : null, RestSeconds = 0.2, FramesPerCheckpoint = 8 };
        MeasuredFrame[] whole = [.. FaceVideo.Stream(clip, _faces, options, TestContext.Current.CancellationToken)];

        foreach (FaceVideoCheckpoint checkpoint in whole.Select(frame => frame.Checkpoint).OfType<FaceVideoCheckpoint>())
        {
            FaceVideoCheckpoint kept = FaceVideoCheckpoint.FromJson(checkpoint.ToJson());
            MeasuredFrame[] rest = [.. FaceVideo.Stream(clip, _faces, options with { ResumeAfter = kept }, TestContext.Current.CancellationToken)];
            Assert.Equal(whole[(kept.Frame + 1)..].Select(WithoutCheckpoint), rest.Select(WithoutCheckpoint));
        }

        Assert.Equal([7, 15], whole.Where(frame => frame.Checkpoint is not null).Select(frame => frame.Index));
    }

    [Fact]
    public void A_whole_clip_gives_a_series_with_gaps_as_missing_values_and_counts_them()
    {
        TestClip clip = new(20) { IsGrey = frame => frame is 0 or 7 or 8 or 19 };

        FaceVideoResult result = FaceVideo.Measure(clip, _faces, cancellation: TestContext.Current.CancellationToken);

        FaceSeries series = Assert.Single(result.Series);
        Assert.Equal((20, 4), (result.Frames, result.FramesWithoutFace));
        Assert.Equal(20, series.Count);
        Assert.Equal([0, 7, 8, 19], Enumerable.Range(0, 20).Where(i => double.IsNaN(series[FaceColumns.ActionUnit(12)][i])));
        FacePresence person = Assert.Single(result.People);
        Assert.Equal(16, person.FramesFound);
        Assert.Equal([(0, 1), (7, 2), (19, 1)], person.Gaps.Select(gap => (gap.FirstFrame, gap.Frames)));
        Assert.Contains("4 of 20 frames without this face", series.Remarks);
        Assert.Null(result.Problem);
        Assert.All(FaceMeasurements.Names, name => Assert.True(series.Has(name)));
        Assert.InRange(series[FaceColumns.EyeDistance][3], 40, 120);
    }

    [Fact]
    public void Frames_before_damage_are_kept_and_the_damage_is_said()
    {
        FaceVideoResult result = FaceVideo.Measure(new TestClip(20) { DamageAfter = 9 }, _faces, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(9, result.Frames);
        Assert.Equal("clips/astronaut.mp4, after frame 8: damaged data; expected a whole clip.", result.Problem);
        Assert.EndsWith($"Ended early: {result.Problem}", result.ToString(), StringComparison.Ordinal);
        Assert.Throws<VideoException>(() => FaceVideo.Measure(new TestClip(20) { DamageAfter = 0 }, _faces, cancellation: TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Cancellation_errors_and_an_early_break_end_all_threads(int workers)
    {
        FaceVideoOptions options = new() { Workers = workers };
        TestClip clip = new(100_000);
        using CancellationTokenSource stop = new();

        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (MeasuredFrame frame in FaceVideo.Stream(clip, _faces, options, stop.Token))
            {
                if (frame.Index == 3)
                {
                    stop.Cancel();
                }
            }
        });
        Assert.Equal(0, clip.Open);

        Assert.Equal(3, FaceVideo.Stream(clip, _faces, options, TestContext.Current.CancellationToken).Take(3).Count());
        Assert.Equal(0, clip.Open);

        Assert.Throws<InvalidDataException>(() => FaceVideo.Stream<int>(clip, _faces, options, (frame, _) => frame.Index == 2 ? throw new InvalidDataException() : 1, TestContext.Current.CancellationToken).Sum());
        Assert.Equal(0, clip.Open);
        Assert.InRange(clip.Given, 6, 60);
    }

    [Fact]
    public void Decoding_runs_only_a_few_frames_ahead_of_a_slow_reader()
    {
        TestClip clip = new(60) { IsGrey = _ => true };
        int read = 0;
        foreach (MeasuredFrame _ in FaceVideo.Stream(clip, _faces, new() { Workers = 2 }, TestContext.Current.CancellationToken))
        {
            read++;
            Thread.Sleep(2);
            Assert.InRange(clip.Given - read, 0, 14);
        }

        Assert.Equal(60, read);
    }

    [Fact]
    public void A_persons_own_face_at_rest_is_where_action_units_begin()
    {
        FaceVideoResult result = FaceVideo.Measure(new TestClip(12), _faces, new() { RestSeconds = 0.3 }, TestContext.Current.CancellationToken);

        // She smiles in all frames, so against herself there is nothing left but the sway.
        FaceSeries series = Assert.Single(result.Series);
        Assert.InRange(series[FaceColumns.ActionUnit(12)].Max(), 0, 0.5);
        Assert.Contains("action units counted from this person's own neutral face of 8 faces", series.Remarks);
        Assert.Contains(series.Remarks, remark => remark.StartsWith("wrinkles counted from those of the same neutral face of 8 faces", StringComparison.Ordinal));
    }

    [Fact]
    public void Wrinkles_are_counted_from_the_persons_own_where_the_clip_shows_them()
    {
        // Large and still, so that all folds are measurable.
        TestClip clip = new(10) { Draw = _ => TestClip.Sway(0).Resize(512, 512) };
        MeasuredFace Last(FaceVideoOptions options) => Assert.Single(FaceVideo.Stream(clip, _faces, options, TestContext.Current.CancellationToken).Last().Faces);
        Wrinkles skin = Last(new()).Smile.Wrinkles!;
        Wrinkles rest = Last(new() { RestSeconds = 0.2 }).Smile.Wrinkles!;
        Wrinkles given = Last(new() { RestSeconds = 0.2, Wrinkles = new() { Neutral = skin } }).Smile.Wrinkles!;

        Assert.Equal((false, true, true), (skin.IsAboveNeutral, rest.IsAboveNeutral, given.IsAboveNeutral));
        Assert.True(skin.NasolabialLeft.Value > 2, $"{skin}");
        Assert.Equal(skin.NasolabialLeft.AboveSkin, rest.NasolabialLeft.AboveSkin);
        Assert.InRange(rest.NasolabialLeft.Value!.Value, -0.3, 0.3);
        Assert.Equal(0, given.NasolabialLeft.Value!.Value, 1e-12);
        Assert.Null(Last(new() { RestSeconds = 0.2, Wrinkles = WrinkleOptions.Off }).Smile.Wrinkles);
    }

    [Fact]
    public void What_the_resting_face_does_not_show_is_said()
    {
        // Nobody is there at first; then the wrinkles are from the cheek, and not at all where they were switched off.
        TestClip late = new(12) { IsGrey = frame => frame < 8 };
        FaceSeries Series(FaceVideoOptions options) => Assert.Single(FaceVideo.Measure(late, _faces, options, TestContext.Current.CancellationToken).Series);

        Assert.Contains("not seen in the first 0.2 s: action units counted from the population neutral, wrinkles from the skin of the cheek", Series(new() { RestSeconds = 0.2 }).Remarks);
        FaceSeries without = Series(new() { RestSeconds = 0.2, Wrinkles = WrinkleOptions.Off });
        Assert.Contains("not seen in the first 0.2 s: action units counted from the population neutral", without.Remarks);
        Assert.Contains("wrinkles not measured", without.Remarks);
        Assert.All(without[FaceColumns.CrowsFeetLeft], value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void Options_out_of_range_are_refused_at_once()
    {
        TestClip clip = new(3);
        foreach (FaceVideoOptions options in (FaceVideoOptions[])
            [new() { Workers = 0 }, new() { MaximumFaces = 0 }, new() { RestSeconds = 0 }, new() { RestSeconds = double.NaN }, new() { FramesPerCheckpoint = 0 }, new() { Smoothing = new() { MinimumCutoff = 0 } }])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => FaceVideo.Stream(clip, _faces, options, TestContext.Current.CancellationToken));
        }

        Assert.Equal(0, clip.Given);
    }

    private static MeasuredFrame WithoutCheckpoint(MeasuredFrame frame) => frame with { Checkpoint = null };
}
