// The records of the repository: what they hold, and what is computed from them.
using System.Text.Json;
using SmileNotebooks.Tests.Statistics;

namespace SmileNotebooks.Tests.Studies;

public class PublishedRecordsTests
{
    private static readonly string s_folder = Repository.PathOf("data-samples", "published");

    private static readonly PublishedStudies s_published = PublishedStudies.Load(s_folder);

    private static readonly MetaAnalysisOptions s_derSimonianLaird = new() { Estimator = HeterogeneityEstimator.DerSimonianLaird };

    [Fact]
    public void The_seventeen_laboratories_give_the_published_numbers_exactly()
    {
        MetaAnalysisResult analysis = MetaAnalysis.Fit(s_published["wagenmakers-2016"].Labs.Select(lab => lab.MeanDifference), s_derSimonianLaird);

        Assert.Equal(17, analysis.K);
        Assert.Equal(0.027, analysis.Estimate, 0.0005);
        Assert.Equal(-0.107, analysis.Interval.Lower, 0.0005);
        Assert.Equal(0.161, analysis.Interval.Upper, 0.0005);
        Assert.Equal(8.91, analysis.Q, 0.005);
        Assert.Equal(0, analysis.Tau2);
        Assert.Equal(1894, s_published["wagenmakers-2016"].Labs.Sum(lab => lab.N));
    }

    [Fact]
    public void The_record_of_the_re_analysis_is_what_the_table_gives()
    {
        MetaAnalysisResult analysis = MetaAnalysis.Fit(s_published["wagenmakers-2016"].Labs.Select(lab => lab.MeanDifference), s_derSimonianLaird);
        PublishedResult record = s_published["wagenmakers-2016"]["re-analysis"];

        Assert.Equal(record.Estimate!.Value, analysis.Estimate, 0.0005);
        Assert.Equal(record.Number("lower")!.Value, analysis.Interval.Lower, 0.0005);
        Assert.Equal(record.Number("upper")!.Value, analysis.Interval.Upper, 0.0005);
        Assert.Equal(record.Number("statistic")!.Value, analysis.Q, 0.005);
        Assert.Equal(16, record.Number("df"));
        Assert.Equal(record.Number("tau2"), analysis.Tau2);
    }

    [Theory]
    [InlineData("mimicry")]
    [InlineData("voluntary")]
    [InlineData("pen")]
    public void The_cells_of_Many_Smiles_are_those_that_R_computed_from_the_open_data(string task)
    {
        PublishedResult record = s_published["coles-2022"][task];
        OracleTable cells = OracleTable.ReadPath(Repository.PathOf("tests", "oracles", "studies", "many-smiles", "cells.csv"));
        int row = Enumerable.Range(0, cells.RowCount).Single(at => cells.Text(at, "task") == task);
        (string Field, string Column)[] pairs =
        [
            ("n", "n"), ("happyMean", "happy_mean"), ("happySd", "happy_sd"), ("neutralMean", "neutral_mean"), ("neutralSd", "neutral_sd"), ("correlation", "r"), ("difference", "difference"),
            ("differenceLower", "lower"), ("differenceUpper", "upper"), ("estimate", "d"), ("lower", "d_lower"), ("upper", "d_upper"), ("labSd", "lab_sd"),
        ];

        Assert.All(pairs, pair => Assert.Equal(cells.Number(row, pair.Column), record.Number(pair.Field)!.Value, 0.00051));
    }

    [Fact]
    public void The_contrasts_of_visible_mimicry_agree_with_themselves()
    {
        Assert.All(s_published["nilsonne-2017"].Results, result =>
        {
            Assert.Equal(result.Estimate!.Value, result.Test!.Statistic / Math.Sqrt(74), 0.006);
            Assert.Equal(result.Estimate.Value, result.Number("difference")!.Value / result.Number("sd")!.Value, 0.006);
        });
    }

    [Fact]
    public void There_are_ten_claims_each_with_evidence_a_grade_and_one_sentence()
    {
        Assert.Equal(10, s_published.Claims.Length);
        Assert.All(s_published.Claims, claim =>
        {
            Assert.NotEmpty(claim.Evidence.Rows);
            Assert.NotEmpty(claim.Grade.Reasons);
            Assert.EndsWith(".", claim.Verdict, StringComparison.Ordinal);
            Assert.DoesNotContain(". ", claim.Verdict, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("masked-mimicry", EvidenceLevel.VeryLow, Bearing.Supports)]
    [InlineData("duchenne-mimicry", EvidenceLevel.VeryLow, Bearing.Mixed)]
    [InlineData("suppression-cost", EvidenceLevel.VeryLow, Bearing.Contradicts)]
    [InlineData("facial-feedback", EvidenceLevel.Moderate, Bearing.Mixed)]
    [InlineData("mirror-neurons", EvidenceLevel.None, null)]
    [InlineData("autism-mimicry", EvidenceLevel.Moderate, Bearing.Supports)]
    [InlineData("social-anxiety", EvidenceLevel.VeryLow, Bearing.Mixed)]
    [InlineData("smile-contagion", EvidenceLevel.VeryLow, Bearing.Mixed)]
    [InlineData("mimicry-recognition", EvidenceLevel.Moderate, Bearing.Contradicts)]
    [InlineData("squint-genuineness", EvidenceLevel.VeryLow, Bearing.Contradicts)]
    public void Grades_are_what_the_rule_gives_on_these_records(string claim, EvidenceLevel level, Bearing? verdict)
    {
        EvidenceGrade grade = s_published.Claim(claim).Grade;

        Assert.Equal((level, verdict), (grade.Level, grade.Verdict));
    }

    [Fact]
    public void No_number_of_the_masked_experiment_is_an_effect()
    {
        PublishedResult masked = s_published["dimberg-2000"]["masked"];

        Assert.Null(masked.Estimate);
        Assert.Null(masked.Test);
        Assert.Null(masked.Interval);
    }

    [Fact]
    public void Every_record_fits_the_schema_in_its_fields()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_folder, "schema", "study.schema.json")));
        string[] fields = [.. schema.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name)];
        string[] ofResults = [.. schema.RootElement.GetProperty("properties").GetProperty("results").GetProperty("items").GetProperty("properties").EnumerateObject().Select(property => property.Name)];

        Assert.All(s_published, study =>
        {
            using JsonDocument record = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_folder, $"{study.Key}.json")));
            Assert.Empty(record.RootElement.EnumerateObject().Select(property => property.Name).Except(fields));
            Assert.All(record.RootElement.GetProperty("results").EnumerateArray(), result => Assert.Empty(result.EnumerateObject().Select(property => property.Name).Except(ofResults)));
        });
    }

    [Fact]
    public void A_published_t_gives_the_standard_error_of_its_difference()
    {
        StudyEffect first = s_published["strack-1988"]["study-1"].ToEffect();

        Assert.Equal(0.82 / 1.85, first.StandardError, 1e-12);
        Assert.Contains("no estimate", Assert.Throws<InvalidOperationException>(() => s_published["dimberg-2000"]["masked"].ToEffect()).Message, StringComparison.Ordinal);
        Assert.Equal(0.27 / (2 * 1.959963984540054), s_published["wagenmakers-2016"]["difference"].ToEffect().StandardError, 1e-12);
    }
}
