// What is known about a claim or a topic, a line for each published result.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Published results side by side: meta-analyses and multi-laboratory studies first, then the others, the newest first.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record EvidenceTable
{
    /// <summary>What the table is about: the sentence of a claim, or a topic.</summary>
    public required string About { get; init; }

    /// <summary>The results.</summary>
    public required ImmutableArray<EvidenceRow> Rows { get; init; }

    /// <summary>What the evidence on a claim is worth; null for a topic that is no claim.</summary>
    public EvidenceGrade? Grade { get; init; }

    /// <summary>The studies that the results are of.</summary>
    public ImmutableArray<PublishedStudy> Studies => [.. Rows.Select(row => row.Study).DistinctBy(study => study.Key)];

    /// <summary>The references of the studies.</summary>
    public ReferenceList References => new(Studies.Select(study => study.Reference));

    /// <summary>The table of formatted cells.</summary>
    public ResultTable ToTable() => EvidenceWords.TableOf(this);

    /// <summary>As in <c>Posing a smile makes people feel happier: 4 results of 3 studies; Evidence high, supports</c>.</summary>
    public override string ToString() =>
        $"{About.TrimEnd('.')}: {Plural.Of(Rows.Length, "result")} of {(Studies.Length == 1 ? "1 study" : FormattableString.Invariant($"{Studies.Length} studies"))}{(Grade is null ? "" : $"; {Grade}")}";

    internal static EvidenceTable OfClaim(string key, string sentence, ImmutableArray<PublishedStudy> studies)
    {
        ImmutableArray<EvidenceRow> rows = Ordered(
            from study in studies
            from result in study.Results
            where result.Bearings.ContainsKey(key)
            select new EvidenceRow(study, result, result.Bearings[key]) { IsIndirect = study.IndirectFor.Contains(key) });
        return new EvidenceTable { About = sentence, Rows = rows, Grade = EvidenceGrade.Of(rows) };
    }

    internal static EvidenceTable OfTopic(string topic, ImmutableArray<PublishedStudy> studies) => new()
    {
        About = topic.Replace('-', ' '),
        Rows = Ordered(from study in studies where study.Topics.Contains(topic) from result in study.Results select new EvidenceRow(study, result, null)),
    };

    private static ImmutableArray<EvidenceRow> Ordered(IEnumerable<EvidenceRow> rows) =>
        [.. rows.OrderByDescending(row => row.Study.Design).ThenByDescending(row => row.Study.Reference.Year).ThenBy(row => row.Study.Key, StringComparer.Ordinal)];
}
