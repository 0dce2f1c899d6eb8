// An evidence table in cells.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Lays evidence out for reading.</summary>
internal static class EvidenceWords
{
    /// <summary>Columns that hold words and are broken where they are long, from 0.</summary>
    public static readonly int[] WordColumns = [1, 3, 5];

    public static ResultTable TableOf(EvidenceTable table)
    {
        bool hasBearing = table.Rows.Any(row => row.Bearing is not null);
        return new ResultTable(
            table.About,
            ["study", "design", "n", "finding", "effect", "source", .. hasBearing ? ["says"] : Array.Empty<string>()],
            [.. table.Rows.Select(row => Row(row, hasBearing))])
        {
            Note = table.Grade is { } grade ? $"{grade.Sentence}" : null,
        };
    }

    public static string Of(Bearing bearing) => bearing switch
    {
        Bearing.Supports => "supports",
        Bearing.Contradicts => "contradicts",
        _ => "mixed",
    };

    private static ImmutableArray<string> Row(EvidenceRow row, bool hasBearing) =>
    [
        row.Study.Reference.InText, Design(row.Study), N(row), row.Result.Finding, row.Result.Effect, row.Result.Source.KindInWords,
        .. hasBearing ? [row.Bearing is { } bearing ? Of(bearing) : ""] : Array.Empty<string>(),
    ];

    private static string Design(PublishedStudy study) => study.DesignInWords + (study.Preregistered ? ", preregistered" : "") + (study.ReplicationOf.IsEmpty ? "" : ", replication");

    // A meta-analysis sums up studies; few of its abstracts give people.
    private static string N(EvidenceRow row) => (row.Result.N ?? row.Study.N, row.Result.K ?? row.Study.K) switch
    {
        (int n, int k) => FormattableString.Invariant($"{n:#,0} in {k}"),
        (int n, null) => FormattableString.Invariant($"{n:#,0}"),
        (null, int k) => FormattableString.Invariant($"k = {k}"),
        _ => "",
    };
}
