// The published studies that this house knows, with their bibliography and the claims that are held against them.
using System.Collections;
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>All records of a folder. In the order of their keys.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed class PublishedStudies : IReadOnlyList<PublishedStudy>
{
    private readonly ImmutableArray<PublishedStudy> _studies;
    private readonly ImmutableSortedDictionary<string, Reference> _references;

    internal PublishedStudies(IEnumerable<PublishedStudy> studies, IEnumerable<Reference> references, IEnumerable<ClaimText> claims)
    {
        _studies = [.. studies.OrderBy(study => study.Key, StringComparer.Ordinal)];
        _references = references.ToImmutableSortedDictionary(reference => reference.Key, reference => reference, StringComparer.Ordinal);
        Claims =
        [
            .. claims.Select(claim => new Claim
            {
                Key = claim.Key,
                Sentence = claim.Sentence,
                Cited = _references[claim.Cites],
                Verdict = claim.Verdict,
                Evidence = EvidenceTable.OfClaim(claim.Key, claim.Sentence, _studies),
            }),
        ];
    }

    /// <summary>How many studies.</summary>
    public int Count => _studies.Length;

    /// <summary>The claims, in the order of their file.</summary>
    public ImmutableArray<Claim> Claims { get; }

    /// <summary>The whole bibliography: studies, and works on methods.</summary>
    public ReferenceList References => new(_references.Values);

    /// <summary>Loads a folder of records: a JSON file for each study, references*.json (CSL-JSON) and claims.json; docs/file-formats.md says what stands in them.</summary>
    /// <param name="folder">The folder, as "../data-samples/published".</param>
    /// <exception cref="TableException">A file is missing or damaged, a field is unknown, a number has no source, or a key leads nowhere; the file and the place are named.</exception>
    public static PublishedStudies Load(string folder) => PublishedReader.Load(folder);

    /// <summary>A study by its key.</summary>
    /// <exception cref="ArgumentException">There is none of that key; similar ones are named.</exception>
    public PublishedStudy this[string key] =>
        _studies.FirstOrDefault(study => study.Key == key) ?? throw new ArgumentException(Unknown(key, "study", _studies.Select(study => study.Key)), nameof(key));

    /// <summary>A study by its place in the order of keys, from 0.</summary>
    public PublishedStudy this[int index] => _studies[index];

    /// <summary>A claim by its key.</summary>
    /// <exception cref="ArgumentException">There is none of that key; those that there are, are named.</exception>
    public Claim Claim(string key) =>
        Claims.FirstOrDefault(claim => claim.Key == key) ?? throw new ArgumentException(Unknown(key, "claim", Claims.Select(claim => claim.Key)), nameof(key));

    /// <summary>The evidence on a claim or a topic: each result of the records that bears on the claim, or all results of studies with the topic.</summary>
    /// <param name="topic">The key of a claim ("facial-feedback"), or a topic that studies name ("mouthguard").</param>
    /// <exception cref="ArgumentException">No claim and no study has it.</exception>
    public EvidenceTable Evidence(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return Claims.FirstOrDefault(claim => claim.Key == topic)?.Evidence
            ?? (_studies.Any(study => study.Topics.Contains(topic))
                ? EvidenceTable.OfTopic(topic, _studies)
                : throw new ArgumentException(
                    Unknown(topic, "claim or topic", Claims.Select(claim => claim.Key).Concat(_studies.SelectMany(study => study.Topics)).Distinct()), nameof(topic)));
    }

    /// <summary>The list of references for the end of a report.</summary>
    /// <param name="keys">Keys of studies and of other works in the bibliography.</param>
    /// <exception cref="ArgumentException">A key leads nowhere.</exception>
    public ReferenceList ReferencesOf(params IEnumerable<string> keys) => new(keys.Select(ReferenceOf));

    /// <summary>A citation for running text, as in <c>Dimberg, Thunberg &amp; Elmehed (2000)</c>.</summary>
    /// <exception cref="ArgumentException">The key leads nowhere.</exception>
    public string Cite(string key) => ReferenceOf(key).InText;

    /// <summary>As in <c>34 published studies, 81 results, 10 claims</c>.</summary>
    public override string ToString() => $"{(Count == 1 ? "1 published study" : FormattableString.Invariant($"{Count} published studies"))}, {Plural.Of(_studies.Sum(study => study.Results.Length), "result")}, {Plural.Of(Claims.Length, "claim")}";

    /// <inheritdoc/>
    public IEnumerator<PublishedStudy> GetEnumerator() => ((IEnumerable<PublishedStudy>)_studies).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Reference ReferenceOf(string key) =>
        _references.GetValueOrDefault(key) ?? throw new ArgumentException(Unknown(key, "reference", _references.Keys), nameof(key));

    // A key is a name and a year: who has mistaken the year is helped by those of the name.
    private static string Unknown(string key, string thing, IEnumerable<string> known)
    {
        string name = key.Split('-')[0];
        string[] all = [.. known.Order(StringComparer.Ordinal)];
        string[] similar = [.. all.Where(one => one.Split('-')[0] == name)];
        return $"There is no {thing} \"{key}\"; {(similar.Length == 1 ? "there is" : "there are")} {string.Join(", ", similar.Length > 0 ? similar : all)}.";
    }
}
