using System.Collections.Immutable;
using Microsoft.Data.Analysis;
using SmileNotebooks;
using SmileNotebooks.DataFrames;

namespace Bridges.Tests.DataFrames;

public sealed class TableRoundTripTests
{
    private const string Odd = "Ö\"x, y\"\n雪 ";

    private static readonly PublishedStudies s_published = PublishedStudies.Load(Repository.PathOf("data-samples", "published"));

    private static readonly Dictionary<string, TrialTable> s_trials = TrialTables();

    private static readonly Dictionary<string, FaceSeries> s_faces = FaceTables();

    private static readonly Dictionary<string, FeatureTable> s_features = FeatureTables();

    public static TheoryData<string> Tables => new(s_trials.Keys);

    public static TheoryData<string> AllSeries => new(s_faces.Keys);

    public static TheoryData<string> Features => new(s_features.Keys);

    [Theory]
    [MemberData(nameof(Tables))]
    public void Trials_come_back_to_the_last_digit(string name)
    {
        TrialTable table = s_trials[name];

        Assert.Equal(table, table.ToDataFrame().ToTrialTable());
    }

    [Fact]
    public void Trials_have_columns_of_their_types()
    {
        DataFrame frame = s_trials["odd"].ToDataFrame();

        Assert.Equal(
            ["participant:String", "group:String", "condition:String", "condition_order:Int32", "muscle:String", "trial:Int32", "position:Int32", "value:Double", "measure:String", "simulated:String",
                "exclusion:String", "exclusion_kind:String", "selected_from:Int32"],
            frame.Columns.Select(column => $"{column.Name}:{column.DataType.Name}"));
        Assert.Equal("09", frame["participant"][0]);
        Assert.Null(frame["value"][2]);
        Assert.Equal("too far", frame["exclusion"][2]);
    }

    [Theory]
    [MemberData(nameof(AllSeries))]
    public void A_face_comes_back_to_the_last_bit(string name)
    {
        FaceSeries series = s_faces[name];

        FaceSeries back = series.ToDataFrame().ToFaceSeries();

        Assert.Equal(series with { Columns = back.Columns, Remarks = back.Remarks }, back);
        Assert.Equal(series.Remarks, back.Remarks);
        Assert.Equal(series.Columns.Keys, back.Columns.Keys);
        Assert.All(series.Columns, column => Assert.Equal(column.Value.Select(BitConverter.DoubleToInt64Bits), back[column.Key].Select(BitConverter.DoubleToInt64Bits)));
    }

    [Fact]
    public void What_is_not_measured_of_a_face_is_null()
    {
        DataFrame frame = s_faces["gaps"].ToDataFrame();

        Assert.Equal(2, frame["AU12_r"].NullCount);
        Assert.Equal([true, false, false], frame["success"].Cast<bool>());
        Assert.Equal(typeof(int), frame["frame"].DataType);
    }

    [Theory]
    [MemberData(nameof(Features))]
    public void Features_come_back_to_the_last_digit(string name)
    {
        FeatureTable table = s_features[name];

        FeatureTable back = table.ToDataFrame().ToFeatureTable();

        Assert.Equal(table.Features, back.Features);
        Assert.Equal(table.LeftOut, back.LeftOut);
        Assert.Equal((table.LabelName, table.Source, table.Simulated), (back.LabelName, back.Source, back.Simulated));
        Assert.Equal(table.Rows.Length, back.Rows.Length);
        Assert.All(table.Rows.Zip(back.Rows), pair =>
        {
            Assert.Equal(pair.First.Values, pair.Second.Values);
            Assert.Equal(pair.First.Context, pair.Second.Context);
            Assert.Equal((pair.First.Person, pair.First.Clip, pair.First.Label), (pair.Second.Person, pair.Second.Clip, pair.Second.Label));
        });
    }

    [Fact]
    public void All_published_results_come_back_with_every_number()
    {
        PublishedResult[] results = [.. s_published.SelectMany(study => study.Results)];

        ImmutableArray<PublishedResult> back = s_published.ToDataFrame().ToPublishedResults();

        Assert.True(results.Length > 50);
        Assert.Equal(results.Length, back.Length);
        Assert.All(results.Zip(back), pair =>
        {
            Assert.Equal(pair.First.Values, pair.Second.Values);
            Assert.Equal(pair.First.Bearings, pair.Second.Bearings);
            Assert.Equal(pair.First with { Values = pair.Second.Values, Bearings = pair.Second.Bearings }, pair.Second);
        });
        Assert.Equal(typeof(int), s_published.ToDataFrame()["n"].DataType);
    }

    [Fact]
    public void The_evidence_on_every_claim_comes_back_with_its_grade()
    {
        EvidenceTable nothing = new() { About = "nothing", Rows = [] };
        EvidenceTable topic = s_published.Evidence("mouthguard");
        foreach (EvidenceTable table in s_published.Claims.Select(claim => claim.Evidence).Append(topic).Append(nothing))
        {
            EvidenceTable back = table.ToDataFrame().ToEvidenceTable(s_published);

            Assert.Equal(table.ToTable(), back.ToTable());
            Assert.Equal(table.Grade?.Sentence, back.Grade?.Sentence);
            Assert.Equal(table.Rows.Select(row => (row.Study.Key, row.Result.Id, row.Bearing, row.IsIndirect)), back.Rows.Select(row => (row.Study.Key, row.Result.Id, row.Bearing, row.IsIndirect)));
        }
    }

    [Fact]
    public void Tables_of_results_come_back_as_they_read()
    {
        ResultTable[] tables =
        [
            TTest.Paired([1, 2, 3.5, 4], [0, 1.5, 2, 2]).ToTable(),
            s_published.Evidence("facial-feedback").ToTable(),
            new("nothing", [], []),
            new("no row", ["a", "b"], []),
            new(Odd, ["", "df", "df", "df (2)", "table", "note", "note (2)", ""], [["1", "2", "3", "4", "5", "6", "7", Odd], ["", "", "", "", "", "", "", ""]]) { Note = Odd },
        ];

        Assert.All(tables, table => Assert.Equal(table, table.ToDataFrame().ToResultTable()));
    }

    [Fact]
    public void Dyads_come_back_with_their_gaps()
    {
        Dyad dyad = new() { Name = "07", FirstPerson = Odd, SecondPerson = "B", SamplingRate = 29.97, Start = .1, First = [.1, double.NaN, 3], Second = [1e-300, 2, double.NaN], Measure = "AU12", Remarks = ["one", "two"] };
        DyadSet dyads = new(dyad, dyad with { Name = "7", Simulated = "simulated here", Remarks = [] });

        DyadSet back = dyads.ToDataFrame().ToDyadSet();

        Assert.Equal(dyads.AsEnumerable(), back);
        Assert.Equal(new DyadExperiment { Dyads = 3 }.Simulate().AsEnumerable(), new DyadExperiment { Dyads = 3 }.Simulate().ToDataFrame().ToDyadSet());
    }

    [Fact]
    public void A_panel_comes_back_from_its_two_frames()
    {
        NetworkPanel panel = new([new("01", ""), new("1", Odd), new("c", "x")], [new(0, 1), new(2, 0)], ["t1", "t2"], [0, double.NaN, 1, .1, double.NaN, double.NaN]) { Outcome = "smiles", Simulated = "simulated" };

        Assert.Equal(panel, panel.ToDataFrames().ToNetworkPanel());
        Assert.Equal(new NetworkPanel(panel.People, [], panel.Waves, [1, 2, 3, 4, 5, 6]), new NetworkPanel(panel.People, [], panel.Waves, [1, 2, 3, 4, 5, 6]).ToDataFrames().ToNetworkPanel());
    }

    [Fact]
    public void Records_of_any_kind_come_back()
    {
        Exclusion[] exclusions = [new("09", null, null, Odd), new("1", "Happy", 3, "far") { Kind = ExclusionKind.Baseline, Muscle = "m" }];
        ParticipantMean[] means = [new("09", "Happy", "zygomaticus", .1 + .2, 4) { Group = "a" }];
        StudyEffect[] effects = [new("Dimberg 1998", double.NaN, 1e-17)];
        ImmutableArray<SmileEpisode> episodes = SmileDynamics.Measure(SimulatedSmiles.Series()).Episodes;
        Wide[] wide = [new(ulong.MaxValue, long.MinValue, 255, 1.5f, 0.1m, null, new DateTime(2020, 2, 29), double.NaN), new(0, 0, 0, float.NaN, 0, true, null, null)];

        Assert.Equal(exclusions, exclusions.ToDataFrame().ToRecords<Exclusion>());
        Assert.Equal(means, means.ToDataFrame().ToRecords<ParticipantMean>());
        Assert.Equal(effects, effects.ToDataFrame().ToRecords<StudyEffect>());
        Assert.NotEmpty(episodes);
        Assert.Equal(episodes, episodes.ToDataFrame().ToRecords<SmileEpisode>());
        Assert.Equal(wide, wide.ToDataFrame().ToRecords<Wide>());
        Assert.Equal(typeof(ulong), wide.ToDataFrame()["Seed"].DataType);
        Assert.Empty(Array.Empty<Wide>().ToDataFrame().ToRecords<Wide>());
        Assert.Contains("ImmutableArray", Assert.Throws<TableException>(() => new[] { new FeatureRow([1]) }.ToDataFrame()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_the_statistics_come_back_with_the_order_of_their_levels()
    {
        DataColumns columns = DataColumns.Empty.With("value", [.1 + .2, double.NaN, 3]).With("condition", ["b", "a", null], ["b", "a"]).With("participant", ["09", "9", "09"]);

        DataColumns back = columns.ToDataFrame().ToDataColumns();

        Assert.Equal(columns.Names, back.Names);
        Assert.Equal(columns.Numeric("value"), back.Numeric("value"));
        Assert.Equal(["b", "a"], back.Factor("condition").Levels);
        Assert.Equal(columns.Factor("condition").Codes, back.Factor("condition").Codes);
        Assert.Equal(["09", "9"], back.Factor("participant").Levels);
        Assert.Equal(["False", "True"], new DataFrame(new BooleanDataFrameColumn("holds", [true, false])).ToDataColumns().Factor("holds").Levels);
        Assert.Contains("which no row has", Assert.Throws<TableException>(() => DataColumns.Empty.With("x", ["a"], ["a", "b"]).ToDataFrame()).Message, StringComparison.Ordinal);
    }

    public sealed record Wide(ulong Seed, long Big, byte Small, float Single, decimal Exact, bool? Holds, DateTime? Day, double? Number);

    private static Dictionary<string, TrialTable> TrialTables()
    {
        TrialTable odd = new()
        {
            Trials = [new("09", "Happy", "zygomaticus", 1, 1, .1 + .2), new("9", Odd, "m", 2, 7, -double.Epsilon) { Group = Odd }],
            Measure = "log ratio, 2 to 4 s",
            Conditions = ["Neutral", Odd, "Happy", "never shown"],
            Exclusions = [new("09", "Happy", 2, "too far") { Kind = ExclusionKind.Baseline, Muscle = "zygomaticus" }, new("10", null, null, Odd), new("11", "Practice", 1, "none of the table's")],
            Simulated = "simulated, seed 1",
        };
        return new()
        {
            ["simulated study"] = MimicryExperiment.DuchenneSmiles().Trials(),
            ["recordings"] = Recorded(),
            ["part of one"] = Recorded().Where(trial => trial.Value > 0),
            ["odd"] = odd,
            ["one row"] = odd with { Trials = [odd[0]], Exclusions = [], Conditions = ["Happy"], Simulated = null },
            ["exclusions alone"] = odd with { Trials = [] },
            ["conditions alone"] = odd with { Trials = [], Exclusions = [] },
            ["empty"] = odd with { Trials = [], Exclusions = [], Conditions = [] },
            ["twice the same"] = odd with { Trials = [odd[0], odd[0]] },
        };
    }

    private static TrialTable Recorded() => Recording.LoadAll(Repository.PathOf("data-samples", "emg", "raw"), AcqKnowledgeText.Fmov)
        .Emg("zygomaticus").Epochs("Happy Angry Neutral", from: -2.0, to: 6.0).LogRatioTo(-2.0, 0.0).Window(2.0, 4.0);

    private static Dictionary<string, FaceSeries> FaceTables()
    {
        FaceSeries gaps = new()
        {
            Clip = "folder, with \"quotes\"/clip 01.mp4",
            Face = 3,
            Source = FaceSeriesSource.PyFeat,
            IntensityMaximum = 1,
            Times = [0, 1 / 30.0, 2 / 30.0],
            Frames = [0, 1, 5],
            Columns = new Dictionary<string, ImmutableArray<double>> { ["AU12_r"] = [.1 + .2, double.NaN, double.NaN], ["x_0"] = [1, double.NaN, double.NaN], ["X_0"] = [-0.0, double.NaN, double.NaN] }
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
            Remarks = ["smoothed", "2 of 3 frames without this face"],
        };
        return new()
        {
            ["simulated"] = SimulatedSmiles.Series(),
            ["gaps"] = gaps,
            ["all missing"] = gaps with { Columns = gaps.Columns.ToImmutableSortedDictionary(column => column.Key, _ => ImmutableArray.Create(double.NaN, double.NaN, double.NaN), StringComparer.Ordinal) },
            ["one frame"] = gaps.Between(0, .01),
            ["no frame"] = gaps.Between(5, 6) with { Simulated = "simulated" },
            ["no measure"] = gaps with { Columns = ImmutableSortedDictionary.Create<string, ImmutableArray<double>>(StringComparer.Ordinal), Remarks = [] },
        };
    }

    private static Dictionary<string, FeatureTable> FeatureTables()
    {
        FeatureTable odd = new()
        {
            Features = ["a", "b, \"c\""],
            Rows =
            [
                new([.1 + .2, double.NaN]) { Person = "01", Clip = Odd, Label = true, Context = ImmutableSortedDictionary<string, string>.Empty.Add("camera", "").Add("site", "7") },
                new([double.NaN, double.NaN]) { Label = false, Context = ImmutableSortedDictionary<string, string>.Empty.Add("camera", "x") },
                new([1, 16777217]),
            ],
            LabelName = "genuine",
            Source = "somewhere.csv",
            Simulated = "by my own script",
            LeftOut = [new("b.mp4", null, null, "no face"), new("c.mp4", "02", true, "no smile")],
        };
        return new()
        {
            ["smiles"] = FeatureTable.Load(Repository.PathOf("data-samples", "smiles", "smiles_simulated.csv"), new() { Label = "genuine", Person = "subject", Clip = "clip" }),
            ["pictures"] = SimulatedSmiles.Pictures(),
            ["odd"] = odd,
            ["one row"] = odd with { Rows = [odd.Rows[0]], LeftOut = [], LabelName = null, Simulated = null },
            ["left out alone"] = odd with { Rows = [] },
            ["empty"] = odd with { Rows = [], LeftOut = [] },
        };
    }
}
