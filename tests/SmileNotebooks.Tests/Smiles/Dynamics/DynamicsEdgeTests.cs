using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Smiles;

/// <summary>Edges of what can be measured, and properties that hold for any movement.</summary>
public sealed class DynamicsEdgeTests
{
    private static readonly FaceSeries s_series = new SmileScene { LeftShare = 0.6, Smiles = [new(1, 0.8, 1, 1.2, 0.15) { CheekDelay = 0.1 }] }.At(30);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(8)]
    public void Few_frames_hold_no_smile(int frames)
    {
        SmileDynamics dynamics = SmileDynamics.Measure(EpisodeTests.Rows(s_series, [.. Enumerable.Range(0, frames)]));

        Assert.Empty(dynamics.Episodes);
        Assert.Contains("no smile", dynamics.ToString(), StringComparison.Ordinal);
        Assert.Equal(frames < 5, dynamics.Courses.IsEmpty);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1e300)]
    [InlineData(double.PositiveInfinity)]
    public void Columns_of_one_value_hold_no_smile(double value)
    {
        FaceSeries same = s_series with { Columns = s_series.Columns.ToImmutableSortedDictionary(column => column.Key, column => column.Value.Select(_ => value).ToImmutableArray()) };

        Assert.Empty(SmileDynamics.Measure(same).Episodes);
        Assert.Empty(SmileDynamics.Measure(same, new() { Signal = SmileSignal.AU12 }).Episodes);
    }

    [Fact]
    public void Huge_numbers_do_no_harm()
    {
        FaceSeries huge = s_series with { Columns = s_series.Columns.ToImmutableSortedDictionary(column => column.Key, column => column.Value.Select(value => value * 1e140).ToImmutableArray()) };

        SmileEpisode smile = PhaseRecoveryTests.Single(huge);
        Assert.Equal(0.15, smile.OnsetAmplitude, 0.001);
        Assert.NotNull(SmileDynamics.Measure(huge, new() { Signal = SmileSignal.AU12 }));
    }

    [Fact]
    public void Without_lip_corners_smiles_are_looked_for_in_AU12_on_the_scale_of_the_source()
    {
        FaceSeries intensities = s_series with
        {
            IntensityMaximum = 1,
            Columns = s_series.Columns.Where(column => column.Key.StartsWith("AU", StringComparison.Ordinal))
                .ToImmutableSortedDictionary(column => column.Key, column => column.Value.Select(value => value / 5).ToImmutableArray()),
        };
        SmileDynamics dynamics = SmileDynamics.Measure(intensities);
        SmileEpisode smile = Assert.Single(dynamics.Episodes);

        Assert.Equal(SmileSignal.AU12, dynamics.Signal);
        Assert.Contains("(AU12)", dynamics.ToString(), StringComparison.Ordinal);
        PhaseRecoveryTests.AssertPhases(new(1, 0.8, 1, 1.2, 0.15), smile, 0.01);
        Assert.Equal(3, smile.OnsetAmplitude, 0.02);
        Assert.Equal(3, smile.AU12Apex, 0.01);
        Assert.Equal(0.1, smile.AU06OnsetLag, 0.01);
        Assert.True(double.IsNaN(smile.Asymmetry));
        Assert.True(double.IsNaN(smile.EyeClosing));
        Assert.True(double.IsNaN(smile.CrowsFeet));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        FaceSeries bare = s_series with { Columns = s_series.Columns.Remove(FaceColumns.LipCornerLeftZ).Remove(FaceColumns.ActionUnit(12)) };

        ArgumentException neither = Assert.Throws<ArgumentException>(() => SmileDynamics.Measure(bare));
        ArgumentException corners = Assert.Throws<ArgumentException>(() => SmileDynamics.Measure(bare, new() { Signal = SmileSignal.LipCorners }));

        Assert.Contains("AU12_r", neither.Message, StringComparison.Ordinal);
        Assert.Contains("scene.mp4", neither.Message, StringComparison.Ordinal);
        Assert.Contains(FaceColumns.LipCornerLeftZ, corners.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_that_do_not_ascend_and_options_out_of_range_are_refused()
    {
        FaceSeries back = s_series with { Times = s_series.Times.SetItem(7, 0) };

        Assert.Contains("row 7", Assert.Throws<ArgumentException>(() => SmileDynamics.Measure(back)).Message, StringComparison.Ordinal);
        Assert.Contains("SmoothingSeconds", Assert.Throws<ArgumentException>(() => SmileDynamics.Measure(s_series, new() { SmoothingSeconds = 0 })).Message, StringComparison.Ordinal);
        Assert.Contains("MinimumAmplitude", Assert.Throws<ArgumentException>(() => SmileDynamics.Measure(s_series, new() { MinimumAmplitude = double.NaN })).Message, StringComparison.Ordinal);
        Assert.Contains("AU12_r", Assert.Throws<ArgumentException>(() => SmileDynamics.Measure(s_series with { Columns = s_series.Columns.SetItem("AU12_r", [1]) })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_clip_has_the_same_features()
    {
        FaceSeries later = s_series with { Times = [.. s_series.Times.Select(time => time + 100)] };
        (SmileEpisode smile, SmileEpisode same) = (PhaseRecoveryTests.Single(s_series), PhaseRecoveryTests.Single(later));

        Assert.Equal(smile.OnsetStart + 100, same.OnsetStart, 1e-6);
        EpisodeTests.AssertSame(smile, same, 1e-6, 1e-6);
    }

    [Fact]
    public void Half_as_fast_a_movement_through_windows_of_twice_the_width_has_half_the_speed()
    {
        // The grid is not stretched with the movement: it is so fine that it does not show.
        FaceSeries slow = s_series with { Times = [.. s_series.Times.Select(time => 2 * time)] };
        SmileEpisode fast = PhaseRecoveryTests.Single(s_series);
        SmileEpisode twice = PhaseRecoveryTests.Single(slow, new() { SmoothingSeconds = 0.7, TimingSeconds = 0.5, BridgeSeconds = 0.6, RestSeconds = 1, MinimumSeconds = 1 });

        Assert.Equal(2 * fast.OnsetDuration, twice.OnsetDuration, 0.005);
        Assert.Equal(fast.OnsetSpeedMax / 2, twice.OnsetSpeedMax, 0.001);
        Assert.Equal(fast.OnsetAccelerationMax / 4, twice.OnsetAccelerationMax, 0.003);
        Assert.Equal(fast.OnsetAmplitude, twice.OnsetAmplitude, 0.0005);
    }

    [Fact]
    public void A_larger_face_has_the_same_features()
    {
        FaceSeries larger = s_series with
        {
            Columns = s_series.Columns.ToImmutableSortedDictionary(
                column => column.Key, column => column.Key.StartsWith("lip_corner", StringComparison.Ordinal) ? column.Value.Select(value => 7 * value).ToImmutableArray() : column.Value),
        };

        EpisodeTests.AssertSame(PhaseRecoveryTests.Single(s_series), PhaseRecoveryTests.Single(larger), 1e-9, 1e-9);
    }

    [Fact]
    public void The_mirrored_face_has_the_opposite_asymmetry_and_nothing_else()
    {
        FaceSeries mirrored = s_series with
        {
            Columns = s_series.Columns
                .SetItem(FaceColumns.LipCornerRightX, [.. s_series[FaceColumns.LipCornerLeftX].Select(value => -value)])
                .SetItem(FaceColumns.LipCornerLeftX, [.. s_series[FaceColumns.LipCornerRightX].Select(value => -value)])
                .SetItem(FaceColumns.EyeOpeningRight, s_series[FaceColumns.EyeOpeningLeft])
                .SetItem(FaceColumns.EyeOpeningLeft, s_series[FaceColumns.EyeOpeningRight]),
        };
        (SmileEpisode smile, SmileEpisode other) = (PhaseRecoveryTests.Single(s_series), PhaseRecoveryTests.Single(mirrored));

        Assert.Equal(0.2, smile.Asymmetry, 0.005);
        Assert.Equal(-smile.Asymmetry, other.Asymmetry, 1e-9);
        Assert.Equal(-smile.OnsetAsymmetrySeconds, other.OnsetAsymmetrySeconds, 1e-9);
        EpisodeTests.AssertSame(smile, other with { Asymmetry = smile.Asymmetry }, 1e-9, 1e-9);
    }

    [Fact]
    public void Measuring_again_gives_an_equal_result()
    {
        SmileDynamics first = SmileDynamics.Measure(s_series);
        SmileDynamics second = SmileDynamics.Measure(s_series);

        Assert.Equal(first.Episodes[0], second.Episodes[0]);
        Assert.Equal(first.Courses[0], second.Courses[0]);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Smiles_become_rows_in_the_order_of_the_features()
    {
        SmileDynamics dynamics = SmileDynamics.Measure(new SmileScene { Smiles = [new(1, 0.8, 1, 1.2, 0.15), new(6, 0.8, 1, 1.2, 0.1)], Seconds = 10 }.At(30));
        FeatureTable table = FeatureTable.OfEpisodes([dynamics, dynamics], smile => $"person {smile.Number}", smile => smile.Number == 1, "genuine");

        Assert.Equal(SmileFeatures.OfClip, table.Features);
        Assert.Equal(4, table.Rows.Length);
        Assert.Equal(["person 1", "person 2", "person 1", "person 2"], table.Rows.Select(row => row.Person));
        Assert.Equal([true, false, true, false], table.Rows.Select(row => row.Label));
        Assert.All(table.Rows, row => Assert.Equal("scene.mp4", row.Clip));
        Assert.Equal("Simulated movement.", table.Simulated);
        SmileEpisode smile = dynamics.Episodes[0];
        (string Name, double Value)[] expected =
        [
            ("onset_duration_s", smile.OnsetDuration), ("apex_duration_s", smile.ApexDuration), ("offset_duration_s", smile.OffsetDuration),
            ("onset_amplitude", smile.OnsetAmplitude), ("offset_amplitude", smile.OffsetAmplitude), ("onset_speed_max", smile.OnsetSpeedMax),
            ("offset_speed_mean", smile.OffsetSpeedMean), ("onset_acceleration_max", smile.OnsetAccelerationMax), ("irregularity", smile.Irregularity),
            ("asymmetry", smile.Asymmetry), ("au06_apex", smile.AU06Apex), ("au06_onset_lag_s", smile.AU06OnsetLag), ("eye_closing", smile.EyeClosing), ("crows_feet", smile.CrowsFeet),
        ];
        Assert.All(expected, feature => Assert.Equal(feature.Value, table.Rows[0].Values[table.Features.IndexOf(feature.Name)]));
    }

    [Fact]
    public void Smiles_of_two_signals_make_no_table()
    {
        SmileDynamics corners = SmileDynamics.Measure(s_series);
        SmileDynamics intensity = SmileDynamics.Measure(s_series, new() { Signal = SmileSignal.AU12 });

        string message = Assert.Throws<ArgumentException>(() => FeatureTable.OfEpisodes([corners, intensity])).Message;

        Assert.Contains("scene.mp4, smile 1: found a smile measured on AU12, expected lip corners", message, StringComparison.Ordinal);
        Assert.Empty(FeatureTable.OfEpisodes(Array.Empty<SmileEpisode>()).Rows);
    }

    [Fact]
    public void Clips_of_another_signal_than_the_first_are_left_out_and_said()
    {
        FaceSeries intensities = s_series with
        {
            Columns = s_series.Columns.Where(column => column.Key.StartsWith("AU", StringComparison.Ordinal)).ToImmutableSortedDictionary(column => column.Key, column => column.Value),
        };
        FeatureTable list = new()
        {
            Features = [],
            Rows = [.. new[] { "corners", "intensities", "corners again" }.Select(clip => new FeatureRow([]) { Clip = clip, Person = clip, Label = true })],
            Source = "list.csv",
        };

        MeasuredClips measured = LabelledClips.Measure(list, clip => [clip == "intensities" ? intensities : s_series]);

        Assert.Equal(["corners", "corners again"], measured.Table.Rows.Select(row => row.Clip));
        Assert.Equal(("intensities", "measured on AU12, the clips before it on lip corners"), Assert.Single(measured.WithoutSmile));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Crows_feet_of_a_side_count_against_the_same_side(bool rightIsWithheldAtTheApex)
    {
        // Deep lines on the right at rest, and .5 more on either side in the smile.
        SmileEpisode whole = PhaseRecoveryTests.Single(s_series);
        ImmutableArray<double> Column(double rest, bool withheld) =>
            [.. s_series.Times.Select(time => time < whole.ApexStart - 0.05 ? rest : withheld ? double.NaN : rest + 0.5)];
        FaceSeries lined = s_series with
        {
            Columns = s_series.Columns
                .SetItem(FaceColumns.CrowsFeetRight, Column(4, rightIsWithheldAtTheApex))
                .SetItem(FaceColumns.CrowsFeetLeft, Column(1, withheld: false)),
        };

        Assert.Equal(0.5, PhaseRecoveryTests.Single(lined).CrowsFeet, 1e-9);
    }
}
