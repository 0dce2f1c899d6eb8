namespace SmileNotebooks.Tests.Experiments;

public sealed class TrialCsvTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trials-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_table_comes_back_as_it_was_to_the_last_digit()
    {
        TrialTable table = new()
        {
            Trials =
            [
                new("09", "Neutral", "zygomaticus", 1, 2, 0.1 + 0.2) { Group = "drug, \"high\"" },
                new("09", "Happy", "zygomaticus", 2, 1, -5e-324) { Group = "drug, \"high\"" },
                new("a\nb", "Happy", "corrugator", 1, 1, 1.7976931348623157e308),
                new(" c ", "Happy", "corrugator", 1, 1, -0.0),
            ],
            Measure = "log ratio to baseline (-2 to 0 s), 2 to 4 s",
            Conditions = ["Happy", "Angry", "Neutral"],
            Exclusions =
            [
                new("09", "Angry", 3, "baseline 3.4 SD from the participant's mean, limit 3") { Kind = ExclusionKind.Baseline, Muscle = "zygomaticus" },
                new("10", null, null, "asked to be left out"),
                new("11", "Angry", null, "no event of this condition in the recording") { Kind = ExclusionKind.MissingCondition, Muscle = "zygomaticus" },
            ],
            Simulated = "simulated from published parameters, seed 1",
        };
        string path = Path.Combine(_folder, "trials.csv");

        table.SaveCsv(path);
        TrialTable back = TrialTable.LoadCsv(path);

        Assert.True(table.Equals(back), $"{table.ToCsv()}\n{back.ToCsv()}");
        Assert.Equal(BitConverter.DoubleToInt64Bits(-0.0), BitConverter.DoubleToInt64Bits(back[3].Value));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Columns_of_others_are_read_by_name_and_the_rest_is_filled_in()
    {
        TrialTable table = Load("value,Condition,participant,note\r\n0.5,Happy,1,x\r\nNA,Happy,1,y\r\n0.25,Neutral,1,z\r\n");

        Assert.Equal([new Trial("1", "Happy", "EMG", 1, 1, 0.5), new Trial("1", "Neutral", "EMG", 1, 2, 0.25)], table.Trials);
        Assert.Equal(["Happy", "Neutral"], table.Conditions);
        Assert.Equal("no value in the file", Assert.Single(table.Exclusions).Reason);
        Assert.Equal("value", table.Measure);
        Assert.Null(table.Simulated);
    }

    [Theory]
    [InlineData("\uFEFFparticipant,condition,value\n1,A,2")]
    [InlineData("participant,condition,value\r1,A,2\r")]
    [InlineData("\n\nparticipant,condition,value\r\n\"1\",\"A\",\"2\"\r\n\r\n")]
    public void Marks_line_ends_and_blank_lines_do_not_matter(string text) => Assert.Equal(new Trial("1", "A", "EMG", 1, 1, 2), Assert.Single(Load(text)));

    // As R 4.2.2 writes it: d <- read.csv("ours.csv", colClasses = c(participant = "character")); write.csv(d, "back.csv", row.names = FALSE)
    [Fact]
    public void Empty_columns_that_R_has_written_as_NA_are_still_empty()
    {
        TrialTable table = Load(
            "\"participant\",\"group\",\"condition\",\"condition_order\",\"muscle\",\"trial\",\"position\",\"value\",\"measure\",\"simulated\",\"exclusion\",\"exclusion_kind\"\n"
            + "\"01\",NA,\"A\",1,\"zygomaticus\",1,1,0.25,\"log ratio\",NA,NA,NA\n");

        Assert.Equal(new Trial("01", "A", "zygomaticus", 1, 1, 0.25), Assert.Single(table));
        Assert.Empty(table.Exclusions);
        Assert.Null(table.Simulated);
        Assert.Contains("is called NA", Signals.Message<ArgumentException>(() => (table with { Trials = [table[0] with { Group = "NA" }] }).ToCsv()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_alone_is_an_empty_table() => Assert.Empty(Load("participant,condition,value\n"));

    [Theory]
    [InlineData("", "line 1: an empty file")]
    [InlineData("participant;condition;value\n", "line 1: the columns participant;condition;value; expected at least participant, condition, value, with commas between them")]
    [InlineData("participant,condition,value,Value\n", "line 1: the column Value twice")]
    [InlineData("participant,condition,value\n1,A\n", "line 2: 2 fields; expected 3")]
    [InlineData("participant,condition,value\n1,A,\"0,5\"\n", "line 2: the value \"0,5\"; expected a number with a point")]
    [InlineData("participant,condition,value\n1,A,Inf\n", "line 2: the value \"Inf\"")]
    [InlineData("participant,condition,value\n,A,1\n", "line 2: no participant")]
    [InlineData("participant,condition,value\n1,,1\n", "line 2: no condition")]
    [InlineData("participant,condition,value,trial\n1,A,1,1\n\n1,A,2,1\n", "line 4: EMG, A 1 of 1 again")]
    [InlineData("participant,condition,value,trial\n1,A,1,0\n", "line 2: the trial \"0\"; expected a whole number from 1")]
    [InlineData("participant,condition,value,measure\n1,A,1,log\n1,B,1,percent\n", "line 3: the measure \"percent\"; expected \"log\"")]
    [InlineData("participant,condition,value,exclusion,exclusion_kind\n1,A,,bad,Ugly\n", "line 2: the exclusion_kind Ugly")]
    [InlineData("participant,condition,value\n\"1\n2\",A,x\n", "line 2: the value \"x\"")]
    [InlineData("participant,condition,value\n1,\"A,1\n", "line 2: a quote that is not closed")]
    [InlineData("participant,condition,value\n1,A\"B,1\n", "line 2: a quote within a field")]
    [InlineData("participant,condition,value\n1,\"A\"B,1\n", "line 2: 'B' after the quotes of field 2")]
    public void Errors_name_the_line(string text, string words) => Assert.Contains(words, Signals.Message<RecordingException>(() => Load(text)), StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_and_a_missing_folder_are_errors_that_name_them()
    {
        string path = Path.Combine(_folder, "nowhere", "trials.csv");

        Assert.Contains($"{path}: no such file", Signals.Message<RecordingException>(() => TrialTable.LoadCsv(path)), StringComparison.Ordinal);
        Assert.Contains(path, Assert.Throws<RecordingException>(() => TrialTableTests.Table().SaveCsv(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_could_not_be_read_back_are_not_written()
    {
        Trial trial = new("", "Happy", "zygomaticus", 1, 1, 0);

        Assert.Contains("does not say whose it is", Signals.Message<ArgumentException>(() => TrialTableTests.Table(trial).ToCsv()), StringComparison.Ordinal);
        Assert.Contains("has the value NaN", Signals.Message<ArgumentException>(() => TrialTableTests.Table(trial with { Participant = "01", Value = double.NaN }).ToCsv()), StringComparison.Ordinal);
    }

    private TrialTable Load(string text)
    {
        string path = Path.Combine(_folder, "in.csv");
        File.WriteAllText(path, text);
        return TrialTable.LoadCsv(path);
    }
}
