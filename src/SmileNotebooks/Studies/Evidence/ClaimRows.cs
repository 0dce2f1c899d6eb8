// The evidence on a claim in few columns, so that ten claims fit on two pages.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class ClaimRows
{
    public static ResultTable TableOf(Claim claim) => new(
        "Published results that bear on the claim",
        ["study", "design", "finding", "effect", "says"],
        [.. claim.Evidence.Rows.Select(row => (ImmutableArray<string>)
        [
            row.Study.Reference.Short, EvidenceWords.DesignAndSize(row), row.Result.Finding, row.Result.Effect, EvidenceWords.Says(row),
        ])]);
}
