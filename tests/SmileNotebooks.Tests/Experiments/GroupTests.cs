namespace SmileNotebooks.Tests.Experiments;

public sealed class GroupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("groups-").FullName;

    private static Epochs Epochs => Signals.Set(Signals.Ramp(50, 10, (1, "A")), Signals.Ramp(50, 10, (1, "A")) with { Participant = "02" }).Epochs("A", 0, 1);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Groups_come_from_a_function_of_the_participant()
    {
        Epochs epochs = Epochs.Grouped(participant => participant == "01" ? "drug" : "placebo");

        Assert.Equal(["drug", "placebo"], epochs.Items.Select(epoch => epoch.Group));
        Assert.Equal(["drug", "placebo"], epochs.Window(0, 1).Select(trial => trial.Group));
        Assert.Equal(["drug", "placebo"], epochs.TimeCourse().Groups);
        Assert.Contains("Participant 02 has no group", Signals.Message<ArgumentException>(() => epochs.Grouped(participant => participant == "01" ? "drug" : "")), StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_come_from_a_table_of_participants() =>
        Assert.Equal(["drug", "placebo"], Epochs.Grouped(Write("participant_id\tage\tgroup\nsub-02\tn/a\tplacebo\nsub-01\t31\tdrug\nsub-03\t40\tdrug\n"), "group").Items.Select(epoch => epoch.Group));

    [Theory]
    [InlineData("participant_id\tage\nsub-01\t3\n", "line 1: the columns participant_id, age; expected participant_id and group among them")]
    [InlineData("participant_id\tgroup\nsub-01\tdrug\n", "no participant 02")]
    [InlineData("participant_id\tgroup\nsub-01\tdrug\nsub-02\tn/a\n", "line 3: no group of 02")]
    [InlineData("participant_id\tgroup\nsub-01\tdrug\n01\tdrug\n", "line 3: the participant_id 01 again")]
    [InlineData("participant_id\tgroup\nsub-01\n", "line 2: 1 column")]
    public void Tables_that_do_not_fit_are_errors_that_name_the_place(string text, string words) =>
        Assert.Contains(words, Signals.Message<RecordingException>(() => Epochs.Grouped(Write(text), "group")), StringComparison.Ordinal);

    private string Write(string text)
    {
        string path = Path.Combine(_folder, "participants.tsv");
        File.WriteAllText(path, text);
        return path;
    }
}
