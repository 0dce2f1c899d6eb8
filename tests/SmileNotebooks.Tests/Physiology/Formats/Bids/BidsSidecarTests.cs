using System.IO.Compression;

namespace SmileNotebooks.Tests;

public sealed class BidsSidecarTests : IDisposable
{
    private const string Json = """{ "SamplingFrequency": 10, "PowerLineFrequency": 50, "StartTime": 0, "Columns": ["zyg", "cor"], "zyg": { "Units": "uV" } }""";

    private readonly RecordingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // A dataset with a recording of two channels, 10 Hz, three samples.
    private string Dataset(string description = """{ "Name": "x" }""", string json = Json)
    {
        _folder.Write("dataset_description.json", description);
        _folder.Write("sub-01/emg/sub-01_task-faces_emg.json", json);
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("1\t10\n2\tn/a\n3\t30\n"u8);
        }

        return _folder.Write("sub-01/emg/sub-01_task-faces_emg.tsv.gz", packed.ToArray());
    }

    private string Beside(string suffix, string text) => _folder.Write($"sub-01/emg/sub-01_task-faces_{suffix}", text);

    private static string Refusal(string path) => Assert.Throws<RecordingException>(() => Recording.Load(path)).Message;

    [Fact]
    public void A_table_is_read_with_its_JSON()
    {
        Recording recording = Recording.Load(Dataset());
        Assert.Equal("01", recording.Participant);
        Assert.Equal([1, 2, 3], recording["zyg"].Read());
        Assert.Equal([10, double.NaN, 30], recording["cor"].Read());
        Assert.Equal(("µV", 10), (recording["zyg"].Unit, recording["zyg"].SamplingRate));
        Assert.Equal(50, recording.PowerLineFrequency);
        Assert.Null(recording.Simulated);
        Assert.Empty(recording.Remarks);
    }

    [Fact]
    public void Channels_get_kinds_and_units()
    {
        string path = Dataset();
        Beside("channels.tsv", "name\ttype\tunits\tsampling_frequency\tstatus\tstatus_description\nzyg\tEMG\tuV\t10\tgood\tn/a\ncor\tGSR\tuS\tn/a\tbad\tloose\n");
        Recording recording = Recording.Load(path);
        Assert.Equal((ChannelKind.Emg, ChannelKind.SkinConductance, "µS"), (recording["zyg"].Kind, recording["cor"].Kind, recording["cor"].Unit));
        Assert.Equal(["Channel cor is marked as bad: loose."], recording.Remarks);
    }

    [Fact]
    public void A_kind_is_a_name_and_no_number()
    {
        string path = Dataset();
        Beside("channels.tsv", "name\ttype\tkind\nzyg\tEMG\t3\ncor\tEMG\tEmgAmplitude\n");
        Assert.Equal([ChannelKind.Emg, ChannelKind.EmgAmplitude], Recording.Load(path).Channels.Select(channel => channel.Kind));
    }

    [Theory]
    [InlineData("name\ttype\nzyg\tEMG\n", "no channel cor; expected the 2 channels of")]
    [InlineData("name\ttype\nzyg\tEMG\ncor\tEMG\nlev\tEMG\n", "line 4: channel lev, which")]
    [InlineData("name\ttype\nzyg\tEMG\nzyg\tEMG\n", "line 3: channel zyg once more; expected each channel once.")]
    [InlineData("name\ttype\tsampling_frequency\nzyg\tEMG\t10\ncor\tEMG\t20\n", "line 3: 20 Hz for channel cor; expected 10 Hz, as in")]
    [InlineData("name\ttype\tsampling_frequency\nzyg\tEMG\tfast\ncor\tEMG\t20\n", "line 2, column 3 (sampling_frequency): \"fast\"; expected a number or n/a.")]
    [InlineData("label\nzyg\n", "the first line: the columns \"label\"; expected a column called name.")]
    [InlineData("name\ttype\nzyg\n", "line 2: 1 column; expected 2, delimited by tabs: name, type.")]
    [InlineData("", "no line; expected a line that names the columns")]
    public void Channels_that_contradict_the_file_are_named_with_both_files(string table, string message)
    {
        string path = Dataset();
        string channels = Beside("channels.tsv", table);
        string refusal = Refusal(path);
        Assert.StartsWith(channels, refusal);
        Assert.Contains(message, refusal);
    }

    [Fact]
    public void A_marker_that_the_file_turns_into_events_may_be_listed()
    {
        string path = Dataset();
        Beside("channels.tsv", "name\ttype\tunits\nzyg\tEMG\tuV\ncor\tEMG\tuV\nStatus\tTRIG\tn/a\n");
        Assert.Equal(2, Recording.Load(path).Channels.Length);
    }

    [Fact]
    public void Events_keep_all_their_columns()
    {
        string path = Dataset();
        Beside("events.tsv", "onset\tduration\ttrial_type\tvalue\tresponse_time\r\n0.2\tn/a\thappy\t3\t0.51\r\n-1\t0.5\tn/a\t4\tn/a\r\n0.1\t0\tn/a\tn/a\tn/a\r\n");
        Recording recording = Recording.Load(path);
        Assert.Equal([(-1, "4", 0.5), (0.1, "event", 0), (0.2, "happy", 0)], recording.Events.Select(one => (one.Onset, one.Label, one.Duration)));
        Assert.Equal("response_time=0.51 trial_type=happy value=3", string.Join(' ', recording.Events[2].Fields.Select(one => $"{one.Key}={one.Value}")));
        Assert.Equal("value=4", string.Join(' ', recording.Events[0].Fields.Select(one => $"{one.Key}={one.Value}")));
    }

    [Fact]
    public void Onsets_count_from_the_first_sample_where_it_was_taken_later()
    {
        string path = Dataset(json: Json.Replace("\"StartTime\": 0", "\"StartTime\": -2"));
        Beside("events.tsv", "onset\tduration\n0.5\t0\n");
        Assert.Equal(2.5, Recording.Load(path).Events.Single().Onset);
    }

    [Theory]
    [InlineData("onset\tduration\nn/a\t1\n", "line 2: no onset; expected the onset of the event in seconds.")]
    [InlineData("onset\tduration\n1\t-1\n", "line 2: a duration of -1 s; expected 0 or more, or n/a.")]
    [InlineData("onset\tduration\nsoon\t1\n", "line 2, column 1 (onset): \"soon\"; expected a number or n/a.")]
    [InlineData("time\n1\n", "the first line: the columns \"time\"; expected a column called onset.")]
    public void Events_that_cannot_be_read_are_named(string table, string message)
    {
        string path = Dataset();
        string events = Beside("events.tsv", table);
        Assert.Equal($"{events}, {message}", Refusal(path));
    }

    [Fact]
    public void What_holds_for_more_recordings_is_inherited_and_the_nearest_counts()
    {
        string path = Dataset(json: """{ "SamplingFrequency": 10 }""");
        _folder.Write("task-faces_emg.json", Json.Replace("50", "60").Replace(": 10,", ": 99,"));
        _folder.Write("task-rest_emg.json", """{ "PowerLineFrequency": 16.7 }""");
        _folder.Write("task-faces_events.tsv", "onset\tduration\n0\t1\n");
        Recording recording = Recording.Load(path);
        Assert.Equal((60, 10, 1), (recording.PowerLineFrequency, recording["zyg"].SamplingRate, recording.Events.Length));

        Beside("events.tsv", "onset\tduration\n0\t1\n1\t1\n");
        Assert.Equal(2, Recording.Load(path).Events.Length);
    }

    [Fact]
    public void Two_files_that_say_as_much_are_named()
    {
        string path = Dataset();
        _folder.Write("sub-01/emg/sub-01_events.tsv", "onset\tduration\n");
        string second = _folder.Write("sub-01/emg/task-faces_events.tsv", "onset\tduration\n");
        Assert.StartsWith($"{second}: a second file beside sub-01_events.tsv that holds for sub-01_task-faces_emg.tsv.gz", Refusal(path));
    }

    [Fact]
    public void Rates_and_counts_of_the_JSON_must_be_those_of_the_file()
    {
        string path = _folder.Write("S1.txt", "1\t2\n3\t4\n");
        DelimitedText format = new(new TextLayout { SamplingRate = 10, Columns = [new("a", "mV", ChannelKind.Emg), new("b")] });
        string json = _folder.Write("S1.json", """{ "SamplingFrequency": 20 }""");
        Assert.Equal($"{json}, SamplingFrequency: 20 Hz; expected 10 Hz, as in {path}.", Assert.Throws<RecordingException>(() => Recording.Load(path, format)).Message);
        _folder.Write("S1.json", """{ "SamplingFrequency": 10, "EMGChannelCount": 2 }""");
        Assert.Equal($"{json}, EMGChannelCount: 2; expected 1, the electromyograms of {path}.", Assert.Throws<RecordingException>(() => Recording.Load(path, format)).Message);
        _folder.Write("S1.json", """{ "SamplingFrequency": "fast" }""");
        Assert.Equal($"{json}, SamplingFrequency: \"fast\"; expected a number.", Assert.Throws<RecordingException>(() => Recording.Load(path, format)).Message);
    }

    [Fact]
    public void Files_beside_any_recording_are_taken()
    {
        string path = _folder.Write("S1_emg.txt", "1\t0\n3\t5\n");
        _folder.Write("S1_events.tsv", "onset\tduration\ttrial_type\n0.1\t0\thappy\n");
        Recording recording = Recording.Load(path, new DelimitedText(new TextLayout { SamplingRate = 10, Columns = [new("a"), new("t", "V", ChannelKind.Trigger)] }));
        Assert.Equal("happy", recording.Events.Single().Label);
        Assert.Equal(["1 event of the file itself gave way to the 1 of S1_events.tsv."], recording.Remarks);
    }

    [Theory]
    [InlineData("""{ "Simulated": "simulated, seed 1" }""", "simulated, seed 1")]
    [InlineData("""{ "Simulated": { "Phrase": "simulated, seed 2", "Seed": 2 } }""", "simulated, seed 2")]
    [InlineData("""{ "Simulated": { "Seed": 2 } }""", "simulated")]
    [InlineData("""{ "Simulated": true }""", "simulated")]
    [InlineData("""{ "Simulated": false }""", null)]
    [InlineData("""{ "Name": "x" }""", null)]
    public void Simulated_data_say_so(string description, string? phrase)
    {
        Assert.Equal(phrase, Recording.Load(Dataset(description)).Simulated);

        string path = _folder.Write("raw/09_x.txt", "1\t2\t3\t4\t5\t0\t0\t0\t\n");
        Assert.Equal(phrase, Recording.Load(path, AcqKnowledgeText.Fmov).Simulated);
    }

    [Theory]
    [InlineData("""{ "Simulated": 3 }""", "Simulated: \"3\"; expected a phrase")]
    [InlineData("""{ "Simulated": "" }""", "Simulated: \"\"; expected a phrase")]
    [InlineData("""{ "Simulated": """, "line 1, byte")]
    [InlineData("[1]", "JSON that is \"[1]\"; expected an object.")]
    public void A_damaged_description_is_named(string description, string message)
    {
        string refusal = Refusal(Dataset(description));
        Assert.StartsWith(_folder.At("dataset_description.json"), refusal);
        Assert.Contains(message, refusal);
    }

    [Theory]
    [InlineData("""{ "Columns": ["a"] }""", "no JSON file that gives SamplingFrequency")]
    [InlineData("""{ "Columns": ["a", "b"], "SamplingFrequency": 0 }""", "SamplingFrequency: 0; expected a positive number.")]
    [InlineData("""{ "Columns": "a", "SamplingFrequency": 1 }""", "Columns: \"a\"; expected a list of names.")]
    [InlineData("""{ "Columns": ["a", "a"], "SamplingFrequency": 1 }""", "Columns: \"a\" more than once")]
    [InlineData("""{ "Columns": ["a", "b", "c"], "SamplingFrequency": 1 }""", "line 1: 2 columns; expected 3")]
    public void A_JSON_that_does_not_fit_is_named(string json, string message) => Assert.Contains(message, Refusal(Dataset(json: json)));
}
