namespace SmileNotebooks.Tests.Smiles.Classification;

public class LeakageChecksTests
{
    /// <summary>A table as it should be: people with smiles of both classes, a moderate signal, cameras and dates at random.</summary>
    private static FeatureTable Clean(ulong seed = 1, bool classByPerson = false)
    {
        RandomStream random = new(seed, stream: 99);
        string[] cameras = [.. Enumerable.Range(0, 40).Select(_ => $"camera {random.NextInt(3)}")];
        string[] dates = [.. Enumerable.Range(0, 40).Select(_ => $"2026-03-{1 + random.NextInt(28):00}")];
        return SmileTables.Of(40, 4, 5, effect: 1, personSpread: 0.5, classByPerson, seed)
            .WithContext("camera", (_, at) => cameras[at / 4])
            .WithContext("date", (_, at) => dates[at / 4]);
    }

    [Fact]
    public void A_clean_table_has_no_finding()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            LeakageReport report = SmileTables.Leaks(Clean(seed));

            Assert.True(report.Findings.IsEmpty, report.ToString());
        }
    }

    [Fact]
    public void Nobody_named() => Found(LeakageKind.NoPeople, LeakageSeverity.Warning, Clean().Change((row, at) => at < 2 ? row with { Person = null } : row), rows: [0, 1], "2 of 160 smiles");

    [Fact]
    public void A_person_with_two_names() => Found(
        LeakageKind.PersonNames, LeakageSeverity.Warning, Clean().Change((row, at) => at == 1 ? row with { Person = "Person-0" } : row), rows: [0, 1, 2, 3], "'person 000' and 'Person-0'");

    [Fact]
    public void A_clip_of_two_people() => Found(
        LeakageKind.SharedClip, LeakageSeverity.Severe, Clean().Change((row, at) => at is 1 or 7 ? row with { Clip = "shared" } : row), rows: [1, 7], "1 clip has smiles of several people");

    [Fact]
    public void A_clip_of_both_classes() => Found(
        LeakageKind.SharedClip, LeakageSeverity.Warning, Clean().Change((row, at) => at is 0 or 1 ? row with { Clip = "shared" } : row), rows: [0, 1], "smiles of both classes");

    [Fact]
    public void A_row_twice()
    {
        FeatureTable table = Clean();
        Found(LeakageKind.Duplicates, LeakageSeverity.Warning, table.Change((row, at) => at == 2 ? row with { Values = table.Rows[0].Values } : row), rows: [0, 2], "rows 1 and 3");
    }

    [Fact]
    public void A_row_of_two_people_nearly_alike()
    {
        FeatureTable table = Clean();
        FeatureTable planted = table.Change((row, at) => at == 8 ? row with { Values = [.. table.Rows[0].Values.Select(value => value + 1e-5)] } : row);

        Found(LeakageKind.DuplicatesAcrossPeople, LeakageSeverity.Severe, planted, rows: [0, 8], "rows 1 and 9");
    }

    [Fact]
    public void A_row_with_both_labels()
    {
        FeatureTable table = Clean();
        Found(LeakageKind.Contradiction, LeakageSeverity.Severe, table.Change((row, at) => at == 1 ? row with { Values = table.Rows[0].Values } : row), rows: [0, 1], "alike but for the label");
    }

    [Fact]
    public void Rows_of_coarse_features_that_coincide_by_chance_are_no_finding() =>
        Assert.Empty(SmileTables.Leaks(Clean().Change((row, _) => row with { Values = [.. row.Values.Select(value => Math.Round(value / 3))] })).Findings);

    [Fact]
    public void A_copy_of_the_label() => Found(
        LeakageKind.LabelCopy, LeakageSeverity.Severe, Clean().With("posed", (row, _) => row.Label == true ? 0 : 1), rows: [], "'posed' is a copy of the label", "posed");

    [Fact]
    public void A_feature_that_separates_the_classes() => Found(
        LeakageKind.SingleFeature, LeakageSeverity.Severe, Clean().With("score", (row, at) => (row.Label == true ? 0 : 3) + (at % 7 * 0.45)), rows: [], "'score' alone separates the classes", "score");

    [Fact]
    public void A_feature_that_counts_the_rows() => Found(
        LeakageKind.RowNumber, LeakageSeverity.Warning, Clean().With("frame", (_, at) => 10 + (3 * at)), rows: [], "'frame' counts the rows", "frame");

    [Fact]
    public void A_value_that_is_missing_in_one_class() => Found(
        LeakageKind.MissingByClass, LeakageSeverity.Warning,
        Clean().Change((row, at) => row.Label == false && at % 3 == 0 ? row with { Values = row.Values.SetItem(4, double.NaN) } : row), rows: [], "missing in 0 % of the named class", "x5");

    [Fact]
    public void People_of_one_class_each() => Found(LeakageKind.ClassByPerson, LeakageSeverity.Warning, Clean(seed: 3, classByPerson: true), rows: [], "40 have smiles of one class alone");

    [Fact]
    public void People_with_one_smile_each_are_no_finding()
    {
        FeatureTable table = Clean();
        Assert.Empty(SmileTables.Leaks(table with { Rows = [.. table.Rows.Where((_, at) => at % 4 == at / 4 % 4)] }).Findings);
    }

    [Fact]
    public void A_camera_that_goes_with_the_class() => Found(
        LeakageKind.Context, LeakageSeverity.Severe, Clean().WithContext("room", (row, at) => (row.Label == true) == (at % 10 > 0) ? "lab" : "hall"), rows: [], "'room' goes with the class (Cramer's V", "room");

    [Fact]
    public void A_date_that_goes_with_the_class() => Found(
        LeakageKind.Context, LeakageSeverity.Severe,
        Clean().WithContext("recorded", (row, at) => $"2026-{(row.Label == true ? 5 : 3) + (at % 9 / 5):00}-{1 + (at % 28):00}T{at % 24:00}:{at % 60:00}"), rows: [], "its order ranks the classes", "recorded");

    [Fact]
    public void Rows_in_the_order_of_their_classes()
    {
        FeatureTable table = Clean();
        Found(LeakageKind.RowOrder, LeakageSeverity.Note, table with { Rows = [.. table.Rows.OrderBy(row => row.Label)] }, rows: [], "stand in the order of their classes");
    }

    [Fact]
    public void An_area_that_real_smiles_do_not_give_is_a_warning_unless_they_are_simulated()
    {
        FeatureTable table = SmileTables.Of(40, 4, 3, effect: 2, personSpread: 0, classByPerson: false, seed: 4);

        SmileValidation real = SmileTables.Validate(table, new RidgeTrainer(), SmileTables.Quick);
        SmileValidation simulated = SmileTables.Validate(table with { Simulated = "for this test" }, new RidgeTrainer(), SmileTables.Quick);

        Assert.Equal(LeakageKind.TooGood, Assert.Single(real.Leakage.Findings).Kind);
        Assert.Contains(real.Warnings, warning => warning.Contains("probably leaks", StringComparison.Ordinal));
        Assert.Empty(simulated.Leakage.Findings);
        Assert.Contains("simulated", simulated.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_without_labels_or_rows_are_looked_through()
    {
        FeatureTable table = Clean();

        Assert.Empty(SmileTables.Leaks(table.Change((row, _) => row with { Label = null })).Findings);
        Assert.Empty(SmileTables.Leaks(table with { Rows = [] }).Findings);
        Assert.Empty(SmileTables.Leaks(table with { Rows = [table.Rows[0]] }).Findings);
        Assert.Contains("no leak found", SmileTables.Leaks(table).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Cramers_V_is_that_of_Bergsma()
    {
        // 2 x 2 with 30 rows: chi2 = 30 (8 * 14 - 6 * 2)^2 / (14 * 16 * 10 * 20) = 6.69643; phi2 - 1/29 = .188731; r = c = 2 - 1/29.
        string[] levels = [.. Enumerable.Repeat("a", 14), .. Enumerable.Repeat("b", 16)];
        bool[] labels = [.. Enumerable.Repeat(true, 8), .. Enumerable.Repeat(false, 6), .. Enumerable.Repeat(true, 2), .. Enumerable.Repeat(false, 14)];

        Assert.Equal(Math.Sqrt((((30.0 * 100 * 100) / (14 * 16 * 10 * 20) / 30) - (1 / 29.0)) / (1 - (1 / 29.0))), ContextLeaks.CramersV(levels, labels), 1e-12);
    }

    private static void Found(LeakageKind kind, LeakageSeverity severity, FeatureTable table, int[] rows, string words, params string[] columns)
    {
        LeakageReport report = SmileTables.Leaks(table);

        Assert.True(report.Findings.Length == 1, report.ToString());
        LeakageFinding finding = report.Findings[0];
        Assert.Equal((kind, severity), (finding.Kind, finding.Severity));
        Assert.Contains(words, finding.Sentence, StringComparison.Ordinal);
        Assert.Equal(rows, finding.Rows);
        Assert.Equal(columns, finding.Columns);
    }
}
