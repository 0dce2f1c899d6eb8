// The rule behind grades, in the order in which docs/methods.md tells it.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Grades evidence: a strength for each study, the strongest decides, and disagreement or a lack of repetition lowers.</summary>
internal static class EvidenceGrading
{
    /// <summary>A convention: with 100 people a mean difference within people of dz = 0.28, and one between two halves of d = 0.57, is found with power .80.</summary>
    public const int LargeSample = 100;

    private const int Strongest = 4;

    // As GRADE has it for evidence of another kind of people, act or outcome: one level, or two where it is far from the claim.
    private const int Indirectness = 2;

    public static EvidenceGrade Grade(ImmutableArray<EvidenceRow> rows)
    {
        Weighed[] studies = [.. rows.Where(row => row.Bearing is not null && row.Study.Design != StudyDesign.Theory).GroupBy(row => row.Study.Key).Select(Weigh)];
        if (studies.Length == 0)
        {
            return new EvidenceGrade(EvidenceLevel.None, null, ["no study with data bears on it"]);
        }

        int best = studies.Max(study => study.Strength);
        Weighed[] leading = [.. studies.Where(study => study.Strength == best)];
        Bearing verdict = Common(leading.Select(study => study.Says));
        List<string> reasons = [$"strongest: {string.Join(", ", leading.Select(study => $"{study.Study.Reference.InText}, {Made(study)}"))}"];
        int level = best;
        if (Dissent(studies, leading, verdict, best) is { Length: > 0 } dissent)
        {
            level--;
            reasons.Add($"lowered: {dissent}");
        }

        if (!IsRepeated(studies, leading, verdict))
        {
            level--;
            reasons.Add($"lowered: {(leading.Length == 1 ? "one study" : "single studies")} in one laboratory, and no other study with data says the same in all its results");
        }

        return new EvidenceGrade((EvidenceLevel)Math.Clamp(level, (int)EvidenceLevel.VeryLow, (int)EvidenceLevel.High), verdict, [.. reasons]);
    }

    /// <summary>1 for observation, 2 for an experiment, 3 for several laboratories or a meta-analysis; one more if preregistered, one less for one laboratory with few people or
    /// an unknown number of them, and two less where it bears on the claim only indirectly. 1 to 4.</summary>
    internal static int StrengthOf(PublishedStudy study, bool isIndirect = false)
    {
        int design = study.Design switch
        {
            StudyDesign.Observational => 1,
            StudyDesign.Experiment => 2,
            _ => 3,
        };
        int strength = Math.Clamp(design + (study.Preregistered ? 1 : 0) - (design < 3 && !(study.N >= LargeSample) ? 1 : 0), 1, Strongest);
        return isIndirect ? Math.Max(strength - Indirectness, 1) : strength;
    }

    private static Weighed Weigh(IEnumerable<EvidenceRow> rows)
    {
        EvidenceRow[] all = [.. rows];
        return new Weighed(all[0].Study, all[0].IsIndirect, StrengthOf(all[0].Study, all[0].IsIndirect), Common(all.Select(row => row.Bearing!.Value)));
    }

    private static Bearing Common(IEnumerable<Bearing> bearings)
    {
        Bearing[] kinds = [.. bearings.Distinct()];
        return kinds is [Bearing one] ? one : Bearing.Mixed;
    }

    // Against: the leading studies disagree, or one that is at most a step weaker says the opposite.
    private static string Dissent(Weighed[] studies, Weighed[] leading, Bearing verdict, int best)
    {
        if (leading.Select(study => study.Says).Distinct().Count() > 1)
        {
            return "the strongest studies disagree";
        }

        string[] against = [.. studies.Where(study => study.Strength >= best - 1 && AreOpposite(study.Says, verdict)).Select(study => study.Study.Reference.InText)];
        return against.Length == 0 ? "" : $"{string.Join(", ", against)} found the opposite";
    }

    private static bool IsRepeated(Weighed[] studies, Weighed[] leading, Bearing verdict) =>
        leading.Any(study => study.Study.Design >= StudyDesign.MultiLab) || studies.Count(study => study.Says == verdict) > 1;

    private static bool AreOpposite(Bearing one, Bearing other) =>
        (one, other) is (Bearing.Supports, Bearing.Contradicts) or (Bearing.Contradicts, Bearing.Supports);

    private static string Made(Weighed weighed)
    {
        PublishedStudy study = weighed.Study;
        return study.DesignInWords + (study.Preregistered ? ", preregistered" : "")
            + (study.N is { } n ? FormattableString.Invariant($", n = {n:#,0}") : study.Design < StudyDesign.MultiLab ? ", n not known" : "")
            + (weighed.IsIndirect ? ", which bears on it only indirectly" : "");
    }

    private sealed record Weighed(PublishedStudy Study, bool IsIndirect, int Strength, Bearing Says);
}
