using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Smiles;

/// <summary>What is a smile, how many there are, and what disturbs them.</summary>
public sealed class EpisodeTests
{
    private static readonly SceneSmile s_smile = new(1, 0.8, 1, 1.2, 0.15);

    [Theory]
    [InlineData(15)]
    [InlineData(30)]
    [InlineData(120)]
    public void Each_of_three_smiles_is_found(double rate)
    {
        SmileScene scene = new() { Smiles = [s_smile, new(5, 0.5, 0.8, 0.7, 0.1), new(7.2, 1.2, 1, 1.5, 0.2)], Seconds = 12, Noise = 0.001 };
        SmileDynamics dynamics = SmileDynamics.Measure(scene.At(rate));

        Assert.Equal(3, dynamics.Episodes.Length);
        Assert.Equal([1, 2, 3], dynamics.Episodes.Select(smile => smile.Number));
        for (int i = 0; i < 3; i++)
        {
            PhaseRecoveryTests.AssertPhases(scene.Smiles[i], dynamics.Episodes[i], 0.07);
        }
    }

    [Fact]
    public void Two_smiles_without_a_pause_do_not_overlap()
    {
        SmileScene scene = new() { Smiles = [s_smile, new(4, 0.8, 1, 1.2, 0.15)], Seconds = 8.5 };
        ImmutableArray<SmileEpisode> smiles = SmileDynamics.Measure(scene.At(30)).Episodes;

        Assert.Equal(2, smiles.Length);
        Assert.True(smiles[0].OffsetEnd <= smiles[1].OnsetStart);
        Assert.Equal(4, smiles[0].OffsetEnd, 0.05);
        Assert.Equal(4, smiles[1].OnsetStart, 0.05);
    }

    [Fact]
    public void A_smile_that_sinks_a_little_and_rises_again_is_one_smile_with_two_peaks()
    {
        SmileScene scene = new() { Smiles = [new(1, 0.8, 3, 1.2, 0.2), new(2.3, 0.6, 0.1, 0.6, -0.07)], Seconds = 8 };
        SmileEpisode smile = PhaseRecoveryTests.Single(scene.At(30));

        Assert.Equal(2, smile.Peaks);
        PhaseRecoveryTests.AssertPhases(scene.Smiles[0], smile, 0.03);
    }

    [Fact]
    public void Speech_is_no_smile_and_is_said()
    {
        SmileScene scene = new()
        {
            Smiles = [],
            Seconds = 8,
            Noise = 0.001,
            Added = time => time is > 2 and < 6 ? 0.06 * Math.Sin(2 * Math.PI * 1.5 * (time - 2)) * SceneSmile.Rise(Math.Min(time - 2, 6 - time) / 0.5) : 0,
        };
        foreach (double rate in new[] { 15.0, 25, 30, 50, 120 })
        {
            SmileDynamics dynamics = SmileDynamics.Measure(scene.At(rate));

            Assert.Empty(dynamics.Episodes);
            Assert.NotEmpty(dynamics.LeftOut);
            Assert.All(dynamics.LeftOut, movement => Assert.Contains("above", movement.Reason, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Fast_speech_during_a_smile_hardly_moves_its_phases()
    {
        SmileScene scene = new() { Added = time => 0.01 * Math.Sin(2 * Math.PI * 5 * time) };

        PhaseRecoveryTests.AssertPhases(scene.Smiles[0], PhaseRecoveryTests.Single(scene.At(30)), 0.08);
    }

    [Fact]
    public void Pursed_lips_are_no_smile()
    {
        SmileScene scene = new() { Smiles = [new(2, 0.5, 0.6, 0.5, -0.12), new(5, 0.4, 0.8, 0.4, -0.1)], Seconds = 9 };
        SmileDynamics dynamics = SmileDynamics.Measure(scene.At(30));

        Assert.Empty(dynamics.Episodes);
        Assert.Contains(dynamics.LeftOut, movement => movement.Reason.Contains("above rest", StringComparison.Ordinal));
    }

    [Fact]
    public void A_slow_drift_makes_no_smile_and_hides_none()
    {
        SmileScene still = new() { Smiles = [], Seconds = 60, Added = time => 0.001 * time };
        SmileScene smiling = still with { Smiles = [s_smile, new(30, 0.8, 1, 1.2, 0.15), new(55, 0.8, 1, 1.2, 0.15)], Added = time => 0.0004 * time };
        SmileScene falling = smiling with { Added = time => -0.0004 * time };

        Assert.Empty(SmileDynamics.Measure(still.At(30)).Episodes);
        foreach (SmileScene scene in new[] { smiling, falling })
        {
            ImmutableArray<SmileEpisode> smiles = SmileDynamics.Measure(scene.At(30)).Episodes;
            Assert.Equal(3, smiles.Length);
            for (int i = 0; i < 3; i++)
            {
                PhaseRecoveryTests.AssertPhases(scene.Smiles[i], smiles[i], 0.1);

                // The drift changes the width of the mouth, which is the unit, by 5 %.
                Assert.Equal(0.15, smiles[i].OnsetAmplitude, 0.009);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Jumps_of_one_or_two_frames_change_nothing_and_are_counted(int frames)
    {
        FaceSeries clean = new SmileScene().At(30);
        FaceSeries jumping = clean;
        foreach (int at in new[] { 10, 45, 70, 100 })
        {
            for (int i = 0; i < frames; i++)
            {
                jumping = With(jumping, FaceColumns.LipCornerLeftX, at + i, clean[FaceColumns.LipCornerLeftX][at + i] + 20);
            }
        }

        SmileDynamics dynamics = SmileDynamics.Measure(jumping);

        Assert.Contains($"{4 * frames} frames taken out as jumps of one or two frames", dynamics.Remarks);
        AssertSame(PhaseRecoveryTests.Single(clean), Assert.Single(dynamics.Episodes), 0.02, 0.01);
    }

    [Fact]
    public void Blinks_at_rest_and_at_the_apex_change_no_feature()
    {
        SmileScene scene = new() { Smiles = [new(1, 0.8, 1, 1.2, 0.15) { CheekDelay = 0.1 }] };
        FaceSeries open = scene.At(30);
        FaceSeries blinking = (scene with { Blinks = [0.3, 2.15, 4.5] }).At(30);

        SmileDynamics dynamics = SmileDynamics.Measure(blinking);

        Assert.Contains(dynamics.Remarks, remark => remark.Contains("frames of blinks left out", StringComparison.Ordinal));
        AssertSame(PhaseRecoveryTests.Single(open), Assert.Single(dynamics.Episodes), 0.02, 0.01);
    }

    [Fact]
    public void A_blink_during_the_onset_leaves_the_lag_of_the_cheeks_within_a_twentieth_of_a_second()
    {
        SmileScene scene = new() { Smiles = [new(1, 0.8, 1, 1.2, 0.15) { CheekDelay = 0.1 }] };
        for (double blink = 1; blink < 2; blink += 0.1)
        {
            Assert.Equal(0.1, PhaseRecoveryTests.Single((scene with { Blinks = [blink] }).At(30)).AU06OnsetLag, 0.05);
        }
    }

    [Fact]
    public void A_blink_on_a_flank_leaves_durations_amplitudes_and_speeds_within_a_fifth()
    {
        SmileScene scene = new();
        SmileEpisode open = PhaseRecoveryTests.Single(scene.At(30));
        string[] features = ["onset_duration_s", "apex_duration_s", "offset_duration_s", "onset_amplitude", "offset_amplitude", "onset_speed_max", "offset_speed_max", "onset_speed_mean"];
        for (double blink = 0.5; blink < 4; blink += 0.1)
        {
            SmileEpisode smile = PhaseRecoveryTests.Single((scene with { Blinks = [blink] }).At(30));
            foreach (int feature in features.Select(name => SmileFeatures.OfClip.IndexOf(name)))
            {
                double expected = open.ToFeatures().Values[feature];
                double actual = smile.ToFeatures().Values[feature];
                Assert.True(Math.Abs(actual - expected) <= 0.2 * expected, $"blink at {blink:0.0} s: {SmileFeatures.OfClip[feature]} is {actual}, expected {expected}.");
            }
        }
    }

    [Fact]
    public void Lips_that_move_with_a_blink_move_no_phase()
    {
        SmileScene scene = new() { Smiles = [s_smile, new(5.5, 0.7, 0.7, 0.7, 0.12)], Seconds = 9, Blinks = [0.4, 2.2, 4.7, 6.4], LipsInBlink = -0.025 };
        foreach (double rate in new[] { 15.0, 25, 30, 50 })
        {
            ImmutableArray<SmileEpisode> smiles = SmileDynamics.Measure(scene.At(rate)).Episodes;

            Assert.Equal(2, smiles.Length);
            PhaseRecoveryTests.AssertPhases(scene.Smiles[0], smiles[0], 0.03);
            PhaseRecoveryTests.AssertPhases(scene.Smiles[1], smiles[1], 0.05);
            Assert.Equal(1, smiles[1].Peaks);
        }
    }

    [Fact]
    public void A_short_gap_is_bridged_and_a_long_one_ends_the_smile()
    {
        FaceSeries whole = new SmileScene().At(30);
        SmileDynamics bridged = SmileDynamics.Measure(Without(whole, 1.5, 1.7));
        SmileDynamics broken = SmileDynamics.Measure(Without(whole, 2.0, 2.6));

        Assert.Empty(bridged.Gaps);
        PhaseRecoveryTests.AssertPhases(s_smile, Assert.Single(bridged.Episodes), 0.03);
        SmileGap gap = Assert.Single(broken.Gaps);
        Assert.Equal(2.0, gap.From, 0.04);
        Assert.Equal(2.6, gap.Until, 0.04);
        Assert.Equal(18, gap.Frames);
        Assert.Equal(2, broken.Episodes.Length);
        Assert.True(broken.Episodes[0].IsCutAtEnd);
        Assert.True(broken.Episodes[1].IsCutAtStart);
        Assert.Contains("18 frames of 165 frames without the movement", broken.Remarks);
    }

    [Fact]
    public void What_a_cut_clip_does_not_show_is_not_a_number()
    {
        FaceSeries whole = new SmileScene().At(30);
        SmileEpisode late = PhaseRecoveryTests.Single(From(whole, 1.35));
        SmileEpisode high = PhaseRecoveryTests.Single(From(whole, 2.2));
        SmileEpisode early = PhaseRecoveryTests.Single(Until(whole, 3.3));

        Assert.True(late.IsCutAtStart);
        Assert.False(late.IsCutAtEnd);
        Assert.Equal(1.8, late.ApexStart, 0.05);
        Assert.Equal(1, late.ApexDuration, 0.06);
        Assert.True(high.IsCutAtStart);
        Assert.True(double.IsNaN(high.ApexStart));
        Assert.True(double.IsNaN(high.ApexDuration));
        Assert.All([late, high], smile =>
        {
            Assert.All([smile.OnsetStart, smile.OnsetDuration, smile.OnsetAmplitude, smile.OnsetSpeedMax, smile.OnsetAccelerationMax, smile.AU06OnsetLag], value => Assert.True(double.IsNaN(value)));
            Assert.Equal(1.2, smile.OffsetDuration, 0.05);
            Assert.Equal(0.15, smile.OffsetAmplitude, 0.003);
            Assert.Equal(0.3, smile.EyeClosing, 0.01);
        });
        Assert.True(early.IsCutAtEnd);
        Assert.Equal(0.8, early.OnsetDuration, 0.05);
        Assert.All([early.OffsetEnd, early.OffsetDuration, early.OffsetAmplitude, early.OffsetSpeedMax], value => Assert.True(double.IsNaN(value)));
        Assert.Contains("cut at its end", early.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clip_that_begins_and_ends_just_beside_the_movement_is_whole()
    {
        FaceSeries whole = new SmileScene().At(50);
        SmileEpisode smile = PhaseRecoveryTests.Single(Until(From(whole, 0.9), 4.1));

        Assert.False(smile.IsCutAtStart);
        Assert.False(smile.IsCutAtEnd);
        PhaseRecoveryTests.AssertPhases(s_smile, smile, 0.06);
    }

    [Fact]
    public void A_clip_that_begins_with_a_smile_is_measured_from_its_quiet_low_moments()
    {
        SmileScene scene = new() { Smiles = [new(-2, 1, 3, 1, 0.15), new(5, 0.8, 1, 1.2, 0.1)], Seconds = 9 };
        ImmutableArray<SmileEpisode> smiles = SmileDynamics.Measure(scene.At(30)).Episodes;

        Assert.Equal(2, smiles.Length);
        Assert.True(smiles[0].IsCutAtStart);
        PhaseRecoveryTests.AssertPhases(scene.Smiles[1], smiles[1], 0.03);
        Assert.Equal(0.1, smiles[1].OnsetAmplitude, 0.003);
    }

    [Fact]
    public void A_clip_that_is_known_to_begin_neutral_can_say_so()
    {
        SmileEpisode smile = PhaseRecoveryTests.Single(new SmileScene().At(30), new() { Rest = SmileRest.Beginning });

        PhaseRecoveryTests.AssertPhases(s_smile, smile, 0.01);
        Assert.Equal(0.15, smile.OnsetAmplitude, 0.001);
    }

    internal static void AssertSame(SmileEpisode expected, SmileEpisode actual, double relative, double absolute)
    {
        ImmutableArray<double> values = expected.ToFeatures().Values;
        ImmutableArray<double> others = actual.ToFeatures().Values;
        for (int i = 0; i < values.Length; i++)
        {
            double allowed = Math.Max(absolute, relative * Math.Abs(values[i]));
            Assert.True(
                (double.IsNaN(values[i]) && double.IsNaN(others[i])) || Math.Abs(values[i] - others[i]) <= allowed,
                $"{SmileFeatures.OfClip[i]} is {others[i]}, expected {values[i]} within {allowed}.");
        }
    }

    internal static FaceSeries With(FaceSeries series, string column, int at, double value) =>
        series with { Columns = series.Columns.SetItem(column, series[column].SetItem(at, value)) };

    private static FaceSeries Without(FaceSeries series, double from, double until) => series with
    {
        Columns = series.Columns.ToImmutableSortedDictionary(
            column => column.Key, column => column.Value.Select((value, i) => series.Times[i] >= from && series.Times[i] < until ? double.NaN : value).ToImmutableArray()),
    };

    private static FaceSeries From(FaceSeries series, double time) => Rows(series, [.. Enumerable.Range(0, series.Count).Where(i => series.Times[i] >= time)]);

    private static FaceSeries Until(FaceSeries series, double time) => Rows(series, [.. Enumerable.Range(0, series.Count).Where(i => series.Times[i] <= time)]);

    internal static FaceSeries Rows(FaceSeries series, int[] rows) => series with
    {
        Times = [.. rows.Select(row => series.Times[row])],
        Frames = [.. rows.Select(row => series.Frames[row])],
        Columns = series.Columns.ToImmutableSortedDictionary(column => column.Key, column => rows.Select(row => column.Value[row]).ToImmutableArray()),
    };
}
