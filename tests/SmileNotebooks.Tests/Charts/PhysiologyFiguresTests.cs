using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Charts;

/// <summary>The figures of physiology and experiments: their edges, their size, and what they say.</summary>
public sealed class PhysiologyFiguresTests
{
    public static TheoryData<string> FigureNames => new(PhysiologySamples.Figures.Keys);

    [Theory]
    [MemberData(nameof(FigureNames))]
    public void Every_figure_has_a_title_says_what_it_shows_and_stays_small(string name)
    {
        Figure figure = PhysiologySamples.Figures[name];

        Assert.False(string.IsNullOrEmpty(figure.Layout.Title?.Text));
        Assert.InRange(figure.ToString().Length, 60, 2000);
        Assert.DoesNotContain("NaN", figure.ToString(), StringComparison.Ordinal);
        Assert.Equal(FigureMeta.House, figure.Layout.Meta);
        Assert.Null(figure.Layout.Template);
        Assert.InRange(figure.ToJson().Length, 500, 200_000);
    }

    [Theory]
    [InlineData("recording")]
    [InlineData("signal")]
    [InlineData("bursts")]
    [InlineData("spectrum")]
    [InlineData("spectra")]
    [InlineData("quality of a channel")]
    [InlineData("time course")]
    [InlineData("raster")]
    [InlineData("trials of three conditions")]
    public void A_figure_of_simulated_data_says_so(string name) => Assert.Contains(PhysiologySamples.Phrase, SubtitleOf(PhysiologySamples.Figures[name]), StringComparison.Ordinal);

    [Fact]
    public void A_subtitle_of_ones_own_does_not_hide_that_data_are_simulated()
    {
        RecordingSet recordings = new MimicryExperiment { Participants = 3 }.Recordings();
        Epochs epochs = recordings.Emg("zygomaticus").Epochs("Happy Neutral", -2, 4).Bins(0.5).LogRatioTo(-2, 0);
        EmgSignal raw = recordings[0].Emg("zygomaticus raw");
        FigureOptions own = new() { Subtitle = "my own words" };

        Assert.All(
            (Figure[])
            [
                recordings[0].ToFigure(options: own), raw.ToFigure(options: own), raw.Spectrum().ToFigure(options: own), recordings[0].Quality().ToFigure(own), raw.Quality().ToFigure(own),
                epochs.ToFigure(own), epochs.Raster(own), epochs.Window(2, 4).ToFigure(own)!,
            ],
            figure => Assert.Equal("my own words simulated from published parameters, seed 1", SubtitleOf(figure)));
    }

    [Fact]
    public void Spectra_are_drawn_up_to_the_highest_frequency_that_is_wanted()
    {
        PowerSpectrum spectrum = (MuExperiment.Attention with { Participants = 2 }).Spectra()[0];

        Scatter curve = (Scatter)SpectrumFigures.Spectra([("central", spectrum)], mains: null, highest: 30).Data[0];

        Assert.Equal(31, curve.Y!.Count);
        Assert.Equal(65, ((Scatter)SpectrumFigures.Spectra([("central", spectrum)], mains: null).Data[0]).Y!.Count);
        Assert.Throws<ArgumentException>(() => SpectrumFigures.Spectra([("central", spectrum)], highest: -1));
    }

    [Fact]
    public void Clusters_of_another_muscle_are_not_drawn()
    {
        TimeCourse CourseOf(string muscle) => new MimicryExperiment { Participants = 3 }.BinnedEpochs(muscle).LogRatioTo(-2, 0).TimeCourse();
        StudyResult<ClusterTestResult> clusters = CourseOf("corrugator").Clusters("Happy", "Neutral", new() { Permutations = 9 });

        Assert.Contains(
            "corrugator, Happy - Neutral, log ratio to baseline (-2 to 0 s), expected one of zygomaticus", Assert.Throws<ArgumentException>(() => CourseOf("zygomaticus").ToFigure(clusters)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_others_stay_text()
    {
        string json = PhysiologySamples.Figures["hard recording"].ToJson() + PhysiologySamples.Figures["quality"].ToJson();

        Assert.DoesNotContain("<b>&", json, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>left", json, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;left&lt;/b&gt;", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_says_how_it_was_thinned_what_is_missing_and_what_is_left_away()
    {
        Assert.Contains("least and greatest of every", SubtitleOf(PhysiologySamples.Figures["hard recording"]), StringComparison.Ordinal);
        Assert.Contains("2 gaps, 4.001 s in all", PhysiologySamples.Figures["hard recording"].ToString(), StringComparison.Ordinal);
        Assert.Contains("without a value: no value", PhysiologySamples.Figures["hard recording"].ToString(), StringComparison.Ordinal);
        Assert.Contains("the first 32 of 40 channels", SubtitleOf(PhysiologySamples.Figures["many channels"]), StringComparison.Ordinal);
        Recording busy = PhysiologySamples.Hard() with { Events = [.. Enumerable.Range(0, 1000).Select(i => new RecordingEvent(i * 0.06, "R"))] };
        Assert.Contains("334 of 1000 events drawn", SubtitleOf(busy.ToFigure()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_of_a_recording_holds_its_samples_and_events_alone()
    {
        Figure figure = PhysiologySamples.Hard().ToFigure(10, 14, ["skin conductance"]);

        Scatter signal = Assert.IsType<Scatter>(figure.Data[0]);
        Assert.Equal(40, signal.Y!.Count);
        Assert.Equal(10, signal.X0);
        Assert.Equal(0.1, signal.DX);
        Assert.Contains("Events: happy 1, neutral 1, angry 1", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_drawn_is_an_error_that_names_it()
    {
        Assert.Contains("no channel called nothing", Assert.Throws<ArgumentException>(() => PhysiologySamples.Hard().ToFigure(channels: ["nothing"])).Message, StringComparison.Ordinal);
        Assert.Contains("from 5.00 to 5.00 s, expected two finite times", Assert.Throws<ArgumentException>(() => PhysiologySamples.Hard().ToFigure(5, 5)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SpectrumFigures.Spectra([]));
        PowerSpectrum spectrum = PhysiologySamples.Emg().Spectrum();
        Assert.Contains(
            "mV²/Hz and µV²/Hz", Assert.Throws<ArgumentException>(() => SpectrumFigures.Spectra([("a", spectrum), ("b", spectrum with { Unit = "µV²/Hz" })])).Message, StringComparison.Ordinal);
        TimeCourse course = PhysiologySamples.EpochsOf(4).TimeCourse();
        StudyResult<ClusterTestResult> other = course.Clusters("Happy", "Neutral");
        Assert.Contains("40 samples", Assert.Throws<ArgumentException>(() => (PhysiologySamples.EpochsOf(4).Bins(0.2).TimeCourse()).ToFigure(other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signal_without_samples_or_of_one_is_drawn()
    {
        Assert.Contains("no value", new EmgSignal(Array.Empty<double>(), 100).ToFigure().ToString(), StringComparison.Ordinal);
        Assert.Contains("EMG (mV) at 100 Hz: 3.00 to 3.00", new EmgSignal(new[] { 3.0 }, 100).ToFigure().ToString(), StringComparison.Ordinal);
        Assert.Contains("1e+300", new EmgSignal(new[] { -1e300, 1e300 }, 100).ToFigure().ToJson(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("null", new EmgSignal(new[] { 1e-300, 2e-300 }, 100).ToFigure().ToJson(), StringComparison.Ordinal);
        Assert.NotEmpty(new EmgSignal(new[] { double.MinValue, double.MaxValue }, 100).ToFigure().ToJson());
    }

    [Fact]
    public void Clusters_are_named_with_their_times_and_p()
    {
        TimeCourse course = PhysiologySamples.EpochsOf(12).TimeCourse();
        Figure figure = course.ToFigure(course.Clusters("Happy", "Neutral", new() { Permutations = 499 }));

        Annotation words = figure.Layout.Annotations!.Value.Single(annotation => annotation.Text!.StartsWith("<b>Happy - Neutral</b>", StringComparison.Ordinal));
        Assert.EndsWith("0.9 to 3 s, p = .004", words.Text, StringComparison.Ordinal);
        Assert.Contains("Happy - Neutral: 0.9 to 3 s, p = .004.", figure.ToString(), StringComparison.Ordinal);
        Shape bar = figure.Layout.Shapes!.Value.Single(shape => shape.FillColor == Palette.Orange);
        Assert.Equal((0.9, 3.0), (bar.X0!.Value.Number, bar.X1!.Value.Number));
    }

    [Fact]
    public void A_cluster_that_is_not_significant_is_thin_and_grey()
    {
        TimeCourse course = PhysiologySamples.EpochsOf(12).TimeCourse();
        Figure figure = course.ToFigure(course.Clusters("Happy", "Neutral", new() { Permutations = 499 }), alpha: .001);

        Assert.DoesNotContain(figure.Layout.Shapes!.Value, shape => shape.FillColor == Palette.Orange);
        Assert.Contains(figure.Layout.Shapes!.Value, shape => shape.FillColor == Palette.Grey);
        Assert.Contains("no cluster with p at most", figure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_raster_has_a_row_for_each_trial_and_crosses_those_that_were_left_out()
    {
        Figure figure = PhysiologySamples.Figures["raster"];

        Heatmap colours = Assert.IsType<Heatmap>(figure.Data[0]);
        Assert.Equal(108, colours.Z!.Count);
        Assert.Equal(7, colours.Z.Count(row => row.All(double.IsNaN)));
        Assert.Equal(7, Assert.IsType<Scatter>(figure.Data[1]).X!.Count);
        Assert.Equal(-colours.ZMin!.Value, colours.ZMax!.Value, 1e-12);
        Assert.Contains("98% of values", SubtitleOf(figure), StringComparison.Ordinal);
        Assert.Contains("x: 7 trials left out", SubtitleOf(figure), StringComparison.Ordinal);
    }

    [Fact]
    public void A_raster_of_many_trials_draws_means_of_neighbours_within_a_condition_and_says_so()
    {
        Figure figure = PhysiologySamples.Figures["raster of many"];

        Heatmap colours = Assert.IsType<Heatmap>(figure.Data[0]);
        Assert.Equal(300, colours.Z!.Count);
        Assert.Contains("a row is the mean of 6 neighbouring trials", SubtitleOf(figure), StringComparison.Ordinal);
        Assert.Equal("01 Happy 1 to 02 Happy 3", colours.Y![0].Text);
    }

    [Fact]
    public void The_verdict_of_a_channel_is_a_sign_and_words()
    {
        string[] rows = [.. PhysiologySamples.Figures["quality"].Layout.Annotations!.Value.Select(annotation => annotation.Text!)];

        Assert.Equal("<b>! zygomaticus major &lt;b&gt;left&lt;/b&gt;</b> look at: gaps", rows[0]);
        Assert.Equal("<b>✓ corrugator</b> good", rows[1]);
        Assert.Equal("<b>✗ flat</b> unusable: flat line", rows[3]);
    }

    [Fact]
    public void A_line_of_the_mains_stands_out_of_a_spectrum_and_is_marked()
    {
        Figure figure = PhysiologySamples.Figures["spectrum"];

        Assert.Contains("at 50.00 Hz", figure.ToString(), StringComparison.Ordinal);
        Assert.Equal([50, 100, 150, 200, 250, 300, 350, 400, 450, 500], figure.Layout.Shapes!.Value.Select(shape => shape.X0!.Value.Number));
        Assert.Empty(PhysiologySamples.Emg().Spectrum().ToFigure(mains: null).Layout.Shapes!.Value);
    }

    [Fact]
    public void The_same_values_give_the_same_figure() => Assert.Equal(PhysiologySamples.Hard().ToFigure().ToJson(), PhysiologySamples.Hard().ToFigure().ToJson());

    private static string SubtitleOf(Figure figure) => ((Title)figure.Layout.Title!.Raw!["subtitle"]!).Text!.Replace("<br>", " ", StringComparison.Ordinal);
}
