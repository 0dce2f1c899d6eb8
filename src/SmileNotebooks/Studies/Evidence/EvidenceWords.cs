// An evidence table in cells.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Lays evidence out for reading.</summary>
internal static class EvidenceWords
{
    /// <summary>Columns that hold words and are broken where they are long, from 0.</summary>
    public static readonly int[] WordColumns = [1, 3, 4, 5, 6];

    public static ResultTable TableOf(EvidenceTable table)
    {
        bool hasBearing = table.Rows.Any(row => row.Bearing is not null);
        return new ResultTable(
            table.About,
            ["study", "design", "n", "finding", "effect", "source", .. hasBearing ? ["says"] : Array.Empty<string>()],
            [.. table.Rows.Select(row => Row(row, hasBearing))])
        {
            Note = table.Grade?.Sentence,
        };
    }

    public static string Of(Bearing bearing) => bearing switch
    {
        Bearing.Supports => "supports",
        Bearing.Contradicts => "contradicts",
        _ => "mixed",
    };

    /// <summary>As in <c>contradicts, indirectly</c>; empty for what is in no table of a claim.</summary>
    public static string Says(EvidenceRow row) => row.Bearing is { } bearing ? Of(bearing) + (row.IsIndirect ? ", indirectly" : "") : "";

    public static string Design(PublishedStudy study) => study.DesignInWords + (study.Preregistered ? ", preregistered" : "") + (study.ReplicationOf.IsEmpty ? "" : ", replication");

    /// <summary>As in <c>3,531 in 36</c>, <c>k = 138</c>: a meta-analysis sums up studies, and few abstracts of one say how many people these are.</summary>
    public static string Size(int? n, int? k) => (n, k) switch
    {
        (int people, int studies) => FormattableString.Invariant($"{people:#,0} in {studies}"),
        (int people, null) => FormattableString.Invariant($"{people:#,0}"),
        (null, int studies) => FormattableString.Invariant($"k = {studies}"),
        _ => "",
    };

    /// <summary>As in <c>experiment, n = 120</c> and <c>26 labs, registered, n = 477</c>.</summary>
    public static string DesignAndSize(EvidenceRow row)
    {
        (int? n, int? k) = (row.Result.N ?? row.Study.N, row.Result.K ?? row.Study.K);
        string design = row.Study.Design switch
        {
            StudyDesign.MultiLab when k is { } labs => FormattableString.Invariant($"{labs} labs"),
            StudyDesign.MetaAnalysis when k is { } studies => FormattableString.Invariant($"meta-analysis of {studies}"),
            StudyDesign.Observational => "observational",
            StudyDesign.Theory => "theory or review",
            _ => row.Study.DesignInWords,
        };
        return design + (row.Study.Preregistered ? ", registered" : "") + (n is { } people ? FormattableString.Invariant($", n = {people:#,0}") : "");
    }

    // Of the people behind a result nobody says in how many of the study's laboratories or studies they were, unless the result itself does.
    private static string SizeOf(EvidenceRow row) => row.Result is { N: null, K: null } ? Size(row.Study.N, row.Study.K) : Size(row.Result.N, row.Result.K);

    private static ImmutableArray<string> Row(EvidenceRow row, bool hasBearing) =>
    [
        row.Study.Reference.InText, Design(row.Study), SizeOf(row), row.Result.Finding, row.Result.Effect, row.Result.Source.KindInWords,
        .. hasBearing ? [Says(row)] : Array.Empty<string>(),
    ];
}
