using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What was found in a table that could let a classifier look better than it is. Immutable.</summary>
/// <param name="Source">Where the table came from.</param>
/// <param name="Findings">The most severe first; empty for a table without any.</param>
/// <param name="Checked">What was looked for, in words.</param>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record LeakageReport(string Source, ImmutableArray<LeakageFinding> Findings, ImmutableArray<string> Checked)
{
    /// <summary>One sentence, and a line for each finding.</summary>
    public override string ToString() => string.Join('\n', Findings.Select(finding => finding.ToString()).Prepend(Sentence));

    /// <summary>How many findings of each severity.</summary>
    public string Sentence => Findings.IsEmpty
        ? $"{Source}: no leak found. That is no proof: what nobody wrote down cannot be checked."
        : $"{Source}: {string.Join(", ", Enum.GetValues<LeakageSeverity>().Reverse().Select(severity => (severity, count: Findings.Count(finding => finding.Severity == severity)))
            .Where(pair => pair.count > 0).Select(pair => Counted(pair.count, pair.severity)))}.";

    internal LeakageReport With(LeakageFinding? finding) => finding is null ? this : this with { Findings = Sorted(Findings.Add(finding)) };

    internal static ImmutableArray<LeakageFinding> Sorted(IEnumerable<LeakageFinding> findings) =>
        [.. findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Kind)];

    private static string Counted(int count, LeakageSeverity severity) => severity switch
    {
        LeakageSeverity.Severe => $"{count} severe",
        LeakageSeverity.Warning => count == 1 ? "1 warning" : $"{count} warnings",
        _ => count == 1 ? "1 note" : $"{count} notes",
    };
}
