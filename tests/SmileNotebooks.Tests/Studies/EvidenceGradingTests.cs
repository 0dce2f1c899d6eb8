// The rule of docs/methods.md, "Evidence", on made-up studies: one test a sentence of it.
using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Studies;

public class EvidenceGradingTests
{
    [Fact]
    public void Nothing_and_theories_alone_are_no_evidence()
    {
        Assert.Equal(EvidenceLevel.None, Grade().Level);
        EvidenceGrade theory = Grade((Made("theory", StudyDesign.Theory), Bearing.Supports));

        Assert.Equal(EvidenceLevel.None, theory.Level);
        Assert.Null(theory.Verdict);
        Assert.Equal("Evidence none", $"{theory}");
    }

    [Theory]
    [InlineData(StudyDesign.Observational, 500, false, 1)]
    [InlineData(StudyDesign.Observational, 500, true, 2)]
    [InlineData(StudyDesign.Experiment, 100, false, 2)]
    [InlineData(StudyDesign.Experiment, 99, false, 1)]
    [InlineData(StudyDesign.Experiment, null, false, 1)]
    [InlineData(StudyDesign.Experiment, 100, true, 3)]
    [InlineData(StudyDesign.Observational, 20, false, 1)]
    [InlineData(StudyDesign.MultiLab, 1000, false, 3)]
    [InlineData(StudyDesign.MultiLab, 1000, true, 4)]
    [InlineData(StudyDesign.MetaAnalysis, null, false, 3)]
    [InlineData(StudyDesign.MetaAnalysis, null, true, 4)]
    public void A_study_is_as_strong_as_design_size_and_preregistration_make_it(StudyDesign design, int? n, bool preregistered, int strength) =>
        Assert.Equal(strength, EvidenceGrading.StrengthOf(Made("one", design, n, preregistered)));

    [Fact]
    public void The_strongest_study_decides_level_and_side()
    {
        EvidenceGrade grade = Grade(
            (Made("multi", StudyDesign.MultiLab, 3000, preregistered: true), Bearing.Contradicts), (Made("small", StudyDesign.Experiment, 40), Bearing.Supports));

        Assert.Equal(EvidenceLevel.High, grade.Level);
        Assert.Equal(Bearing.Contradicts, grade.Verdict);
    }

    [Fact]
    public void What_bears_only_indirectly_counts_two_less_and_says_so()
    {
        PublishedStudy multi = Made("multi", StudyDesign.MultiLab, 3000, preregistered: true), one = Made("one", StudyDesign.Experiment, 200), two = Made("two", StudyDesign.Experiment, 200, preregistered: true);
        EvidenceGrade alone = EvidenceGrade.Of([Row(multi, Bearing.Contradicts) with { IsIndirect = true }]);
        EvidenceGrade equal = EvidenceGrade.Of([Row(multi, Bearing.Contradicts) with { IsIndirect = true }, Row(one, Bearing.Supports)]);
        EvidenceGrade direct = EvidenceGrade.Of([Row(multi, Bearing.Supports) with { IsIndirect = true }, Row(two, Bearing.Supports)]);

        Assert.Equal((EvidenceLevel.Low, Bearing.Contradicts), (alone.Level, alone.Verdict));
        Assert.EndsWith("Multi (2000), multi-laboratory study, preregistered, n = 3,000, which bears on it only indirectly.", alone.Sentence, StringComparison.Ordinal);
        Assert.Equal((EvidenceLevel.VeryLow, Bearing.Mixed), (equal.Level, equal.Verdict));
        Assert.Equal((EvidenceLevel.Moderate, Bearing.Supports), (direct.Level, direct.Verdict));
        Assert.Equal(1, EvidenceGrading.StrengthOf(one, isIndirect: true));
    }

    [Fact]
    public void Strongest_studies_that_disagree_are_mixed_and_a_level_lower()
    {
        EvidenceGrade grade = Grade(
            (Made("one", StudyDesign.MultiLab, 3000, preregistered: true), Bearing.Supports), (Made("two", StudyDesign.MultiLab, 2000, preregistered: true), Bearing.Contradicts));

        Assert.Equal(EvidenceLevel.Moderate, grade.Level);
        Assert.Equal(Bearing.Mixed, grade.Verdict);
        Assert.Contains("the strongest studies disagree", grade.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_opposite_result_one_step_weaker_lowers_and_two_steps_weaker_does_not()
    {
        (PublishedStudy, Bearing) strong = (Made("strong", StudyDesign.MetaAnalysis), Bearing.Supports);

        EvidenceGrade near = Grade(strong, (Made("near", StudyDesign.Experiment, 200), Bearing.Contradicts));
        EvidenceGrade far = Grade(strong, (Made("far", StudyDesign.Experiment, 50), Bearing.Contradicts));

        Assert.Equal((EvidenceLevel.Low, EvidenceLevel.Moderate), (near.Level, far.Level));
        Assert.Contains("Near (2000) found the opposite", near.Sentence, StringComparison.Ordinal);
        Assert.Equal(Bearing.Supports, near.Verdict);
    }

    [Fact]
    public void A_mixed_result_is_not_the_opposite()
    {
        EvidenceGrade grade = Grade((Made("strong", StudyDesign.MetaAnalysis), Bearing.Supports), (Made("near", StudyDesign.Experiment, 200), Bearing.Mixed));

        Assert.Equal(EvidenceLevel.Moderate, grade.Level);
    }

    [Fact]
    public void One_laboratory_alone_is_lowered_until_another_study_says_the_same()
    {
        (PublishedStudy, Bearing) one = (Made("one", StudyDesign.Experiment, 200), Bearing.Supports);

        Assert.Equal(EvidenceLevel.VeryLow, Grade(one).Level);
        Assert.Equal(EvidenceLevel.Low, Grade(one, (Made("two", StudyDesign.Observational, 30), Bearing.Supports)).Level);
        Assert.Equal(EvidenceLevel.VeryLow, Grade(one, (Made("two", StudyDesign.Observational, 30), Bearing.Mixed)).Level);
    }

    [Fact]
    public void Several_laboratories_need_no_second_study() =>
        Assert.Equal(EvidenceLevel.High, Grade((Made("one", StudyDesign.MultiLab, 900, preregistered: true), Bearing.Supports)).Level);

    [Fact]
    public void Results_of_one_study_count_once_and_are_mixed_where_they_differ()
    {
        PublishedStudy study = Made("one", StudyDesign.MultiLab, 900, preregistered: true);

        Assert.Equal(Bearing.Mixed, Grade((study, Bearing.Supports), (study, Bearing.Contradicts)).Verdict);
        Assert.Equal(EvidenceLevel.VeryLow, Grade((Made("two", StudyDesign.Experiment, 300), Bearing.Supports), (Made("two", StudyDesign.Experiment, 300), Bearing.Supports)).Level);
    }

    [Fact]
    public void A_level_is_never_below_very_low_once_there_are_data()
    {
        EvidenceGrade grade = Grade((Made("one", StudyDesign.Observational, 10), Bearing.Supports), (Made("two", StudyDesign.Observational, 10), Bearing.Contradicts));

        Assert.Equal(EvidenceLevel.VeryLow, grade.Level);
        Assert.Equal(Bearing.Mixed, grade.Verdict);
    }

    [Fact]
    public void The_order_of_records_changes_nothing()
    {
        (PublishedStudy, Bearing)[] rows =
        [
            (Made("one", StudyDesign.MultiLab, 900, preregistered: true), Bearing.Contradicts), (Made("two", StudyDesign.Experiment, 300), Bearing.Supports),
            (Made("three", StudyDesign.MetaAnalysis), Bearing.Supports), (Made("four", StudyDesign.Observational), Bearing.Mixed),
        ];

        EvidenceGrade forward = Grade(rows), backward = Grade([.. rows.Reverse()]);

        Assert.Equal((forward.Level, forward.Verdict), (backward.Level, backward.Verdict));
    }

    private static EvidenceGrade Grade(params (PublishedStudy Study, Bearing Bearing)[] rows) =>
        EvidenceGrade.Of([.. rows.Select(row => Row(row.Study, row.Bearing))]);

    private static EvidenceRow Row(PublishedStudy study, Bearing bearing) => new(study, study.Results[0], bearing);

    private static PublishedStudy Made(string name, StudyDesign design, int? n = null, bool preregistered = false)
    {
        string key = $"{name}-2000";
        return new()
        {
            Key = key,
            Reference = new() { Key = key, Type = "article-journal", Authors = [new Author(char.ToUpperInvariant(name[0]) + name[1..], "")], Year = 2000, Title = "Made up" },
            Design = design,
            Description = "Made up.",
            N = n,
            Preregistered = preregistered,
            Results = [new() { Study = key, Id = "one", Finding = "Made up.", Measure = "none", Source = new(SourceKind.Abstract, "made up") }],
        };
    }
}
