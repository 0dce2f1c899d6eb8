namespace SmileNotebooks.Tests.Charts;

/// <summary>What a notebook shows of recordings and studies.</summary>
public sealed class PhysiologyDisplayTests
{
    public static TheoryData<string> Names => new(PhysiologySamples.Values.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_shows_itself_as_HTML_and_as_text(string name)
    {
        object value = PhysiologySamples.Values[name];

        Assert.Contains("<", Shown(value, MimeTypes.Html), StringComparison.Ordinal);
        Assert.InRange(Shown(value, MimeTypes.Plain).Length, 60, 20_000);
        Assert.DoesNotContain("<b>&", Shown(value, MimeTypes.Html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recording", true)]
    [InlineData("signal", true)]
    [InlineData("bursts", true)]
    [InlineData("spectrum", true)]
    [InlineData("epochs", true)]
    [InlineData("time course", true)]
    [InlineData("recordings", false)]
    [InlineData("signals", false)]
    [InlineData("quality", false)]
    [InlineData("trials", false)]
    public void What_is_a_figure_and_no_more_has_the_form_of_a_figure(string name, bool isFigure)
    {
        using StringWriter writer = new();

        Assert.Equal(isFigure, new ValueFormatter(MimeTypes.Plotly).Format(PhysiologySamples.Values[name], writer));
    }

    [Fact]
    public void A_damaged_recording_of_a_set_is_a_row_that_says_why()
    {
        string folder = Directory.CreateTempSubdirectory("smile-set-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "09_FMOV.txt"), "1\t2\n");

            string html = Shown(Recording.LoadAll(folder, AcqKnowledgeText.Fmov), MimeTypes.Html);

            Assert.Contains("cannot be read: ", html, StringComparison.Ordinal);
            Assert.Contains("09_FMOV.txt, line 1", html, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_long_set_is_opened_in_part_and_says_so()
    {
        int opened = 0;
        RecordingSet set = new(Enumerable.Range(0, 250).Select(i => (Func<Recording>)(() =>
        {
            opened++;
            return PhysiologySamples.Hard();
        })));

        string text = Shown(set, MimeTypes.Plain);

        Assert.Contains("The first 100 of 250 recordings", text, StringComparison.Ordinal);
        Assert.Equal(100, opened);
    }

    [Fact]
    public void Trials_show_their_first_rows_and_how_many_there_are()
    {
        TrialTable table = PhysiologySamples.EpochsOf(120).Window(1, 3);

        Assert.Contains("The first 1000 of 1080 rows.", Shown(table, MimeTypes.Html), StringComparison.Ordinal);
        Assert.Contains("<summary>Table of 1,000 rows</summary>", Shown(table, MimeTypes.Html), StringComparison.Ordinal);
        Assert.Contains("0 trials", Shown(table with { Trials = [] }, MimeTypes.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void Epochs_without_a_complete_participant_show_each_trial_and_without_a_trial_a_sentence()
    {
        Epochs epochs = PhysiologySamples.EpochsOf(1);

        Assert.Contains("each trial", Shown(epochs with { Items = [.. epochs.Items.Where(epoch => epoch.Condition == "Happy")] }, MimeTypes.Plain), StringComparison.Ordinal);
        Assert.Equal((epochs with { Items = [] }).ToString(), Shown(epochs with { Items = [] }, MimeTypes.Plain));
    }

    private static string Shown(object value, string mimeType)
    {
        using StringWriter writer = new();
        Assert.True(new ValueFormatter(mimeType).Format(value, writer));
        return writer.ToString();
    }
}
