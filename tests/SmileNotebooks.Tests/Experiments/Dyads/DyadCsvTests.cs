namespace SmileNotebooks.Tests.Experiments.Dyads;

public sealed class DyadCsvTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dyads-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Simulated_dyads_come_back_as_they_were_and_say_so()
    {
        DyadSet dyads = new DyadExperiment { Dyads = 2, Duration = 20 }.Simulate();
        dyads = new(dyads.Select(dyad => dyad with { Second = dyad.Second.SetItem(50, double.NaN) }));
        string path = Path.Combine(_folder, "dyads.csv");

        dyads.SaveCsv(path);
        DyadSet back = DyadSet.LoadCsv(path, new() { LongestBridge = 0.15 });

        Assert.Equal([path], Directory.GetFiles(_folder));
        foreach ((Dyad before, Dyad after) in dyads.Zip(back))
        {
            Assert.Equal(before.First, after.First);
            Assert.Equal(before.Second, after.Second);
            Assert.Equal((before.Name, before.Measure, before.Simulated, before.FirstPerson), (after.Name, after.Measure, after.Simulated, after.FirstPerson));
        }
    }

    [Fact]
    public void Long_and_wide_tables_say_the_same()
    {
        string wide = "dyad,time,ann,bob\n" + string.Concat(Enumerable.Range(0, 30).Select(i => FormattableString.Invariant($"x,{i / 10.0},{i},{i * i}\n")));
        string tall = "value,TIME,Person,dyad\r\n" + string.Concat(new[] { "ann", "bob" }.SelectMany(person => Enumerable.Range(0, 30).Select(i => FormattableString.Invariant($"{(person == "ann" ? i : i * i)},{i / 10.0},{person},x\r\n"))));

        Dyad one = Load(wide)[0], other = Load(tall)[0];

        Assert.Equal(one, other);
        Assert.Equal(("ann", "bob", 30), (one.FirstPerson, one.SecondPerson, one.Samples));
        Assert.Equal(841, one.Second[^1]);
    }

    [Fact]
    public void Uneven_times_are_joined_by_lines_and_longer_gaps_stay_gaps()
    {
        Dyad dyad = Load("time,a,b\n0,0,5\n0.11,0.11,5\n0.19,0.19,5\n0.3,0.3,NA\n0.4,0.4,5\n1.4,1.4,5\n1.5,1.5,5\n")[0];

        Assert.Equal(16, dyad.Samples);
        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4], dyad.First[..5], (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.All(dyad.First[5..14], value => Assert.True(double.IsNaN(value)));
        Assert.Equal(5, dyad.Second[3], 1e-12);
        Assert.Contains("18 samples missing", dyad.ToString());
    }

    [Fact]
    public void Finer_series_become_means_and_what_only_one_has_is_left_out_and_told()
    {
        double[] times = [.. Enumerable.Range(0, 5001).Select(i => i / 1000.0)];
        PersonSeries fast = new("a", [.. times], [.. times.Select(time => time + Math.Sin(2 * Math.PI * 200 * time))]);
        PersonSeries slow = new("b", [.. Enumerable.Range(4, 20).Select(i => i / 4.0)], [.. Enumerable.Range(4, 20).Select(i => i / 4.0)]);

        Dyad dyad = Dyad.Of("x", fast, slow);

        Assert.Equal((1.0, 41), (dyad.Start, dyad.Samples));
        Assert.Equal(2, dyad.First[10], 0.01);
        Assert.Equal(2, dyad.Second[10], 1e-12);
        Assert.Contains(dyad.Remarks, remark => remark.StartsWith("b was measured 4 times a second", StringComparison.Ordinal));
        Assert.Contains(dyad.Remarks, remark => remark.StartsWith("1 s of a were left out", StringComparison.Ordinal));
    }

    [Fact]
    public void Gaps_of_finer_series_are_bridged_where_that_is_asked_for()
    {
        double[] times = [.. Enumerable.Range(0, 501).Select(i => i / 100.0)];
        PersonSeries lost = new("a", [.. times], [.. times.Select(time => time is > 1.96 and < 2.34 ? double.NaN : time)]), whole = new("b", [.. times], [.. times]);

        Assert.Equal(2, Dyad.Of("x", lost, whole).First.Count(double.IsNaN));
        Assert.Equal(2, Dyad.Of("x", lost, whole, new() { LongestBridge = 0.2 }).First.Count(double.IsNaN));
        Dyad bridged = Dyad.Of("x", lost, whole, new() { LongestBridge = 0.3 });
        Assert.DoesNotContain(bridged.First, double.IsNaN);
        Assert.Equal(bridged.Second[21], bridged.First[21], 0.02);
    }

    [Fact]
    public void Recorded_and_simulated_dyads_of_one_file_stay_what_they_were()
    {
        DyadSet dyads = new DyadExperiment { Dyads = 2, Duration = 20 }.Simulate();
        string path = Path.Combine(_folder, "dyads.csv");

        new DyadSet(dyads[0], dyads[1] with { Simulated = null }).SaveCsv(path);

        Assert.Equal([dyads[0].Simulated, null], DyadSet.LoadCsv(path).Select(dyad => dyad.Simulated));
        Assert.Equal(dyads[0].Simulated, DyadSet.LoadCsv(path).Simulated);
    }

    [Fact]
    public void The_amplitude_of_a_muscle_and_a_column_of_a_face_are_series()
    {
        EmgSignal envelope = new EmgSignal(CrossCorrelationTests.Noise(1, 4000).AsMemory(), 1000, "zygomaticus") { Participant = "01" }.Rectify();
        PersonSeries emg = PersonSeries.Of(envelope);
        PersonSeries face = new("02", [0, 0.5, 1, 3], [1, double.NaN, 2, 2]);

        Assert.Equal(("01", 4000), (emg.Person, emg.Times.Length));
        Assert.Equal(31, Dyad.Of("x", emg, face, new() { Measure = "smile" }).Samples);
        Assert.Contains("raw electromyogram", Assert.Throws<ArgumentException>(() => PersonSeries.Of(new EmgSignal(new double[10], 1000))).Message);
    }

    [Theory]
    [InlineData("", "line 1: an empty file; expected a header with the columns dyad, person, time, value")]
    [InlineData("dyad,person,value\n", "line 1: the columns dyad, person, value; expected dyad, person, time, value")]
    [InlineData("dyad,time,a\n", "line 1: the columns dyad, time, a; expected")]
    [InlineData("dyad,time,a,b,c\n", "line 1: the columns dyad, time, a, b, c; expected")]
    [InlineData("dyad,time,time,a\n", "line 1: the column time twice; expected each column once")]
    [InlineData("dyad,time,a,b\n", ": a header and no rows; expected rows of dyads")]
    [InlineData("dyad,time,a,b\n1,0,1\n", "line 2: 3 fields; expected 4, as many as the header has")]
    [InlineData("dyad,time,a,b\n1,0,1,2\n1,0.1,x,2\n", "line 3: the a \"x\"; expected a number with a point for decimals")]
    [InlineData("dyad,time,a,b\n1,0,1,2\n1,,1,2\n", "line 3: no time; expected seconds in each row")]
    [InlineData("dyad,time,a,b\n1,0.2,1,2\n1,0.1,1,2\n", "line 3: the time 0.1 of a in dyad 1 after 0.2; expected times that ascend")]
    [InlineData("dyad,person,time,value\n1,a,0,1\n1,b,0,1\n1,c,0,1\n", "line 4: a third person, c, in dyad 1 of a and b; expected two people in each dyad")]
    [InlineData("dyad,person,time,value\n1,a,0,1\n1,a,1,1\n", "from line 2: Dyad 1 has only a; expected two people in each dyad")]
    [InlineData("dyad,person,time,value\n1,a,0,1\n1,a,1,1\n1,b,5,1\n1,b,6,1\n", "from line 2: Dyad 1: a was measured from 0 to 1 s and b from 5 to 6 s; expected a time in which both were")]
    [InlineData("dyad,person,time,value\n1,a,0,1\n1,b,0,1\n", "from line 2: a has 1 times and 1 values; expected as many of both and at least 2")]
    [InlineData("dyad,person,time,value\n1,,0,1\n", "line 2: no person; expected one in each row")]
    [InlineData("dyad,time,a,b,measure\n1,0,1,2,x\n1,1,1,2,y\n", "line 3: the measure \"y\"; expected \"x\", as in the rows above")]
    public void What_is_wrong_is_named_with_its_line(string text, string message) =>
        Assert.Contains(message, Assert.Throws<TableException>(() => Load(text)).Message);

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Equal($"{_folder}/none.csv: no such file; expected a table of dyads.", Assert.Throws<TableException>(() => DyadSet.LoadCsv($"{_folder}/none.csv")).Message);

    private DyadSet Load(string text)
    {
        string path = Path.Combine(_folder, "a.csv");
        File.WriteAllText(path, text);
        return DyadSet.LoadCsv(path);
    }
}
