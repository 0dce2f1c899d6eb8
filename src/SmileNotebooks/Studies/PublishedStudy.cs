// A published study as a record.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A published study: what it is, what it found, and where each number comes from.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record PublishedStudy
{
    /// <summary>Its key, as in "dimberg-2000": the name of its file and the id of its reference.</summary>
    public required string Key { get; init; }

    /// <summary>Its bibliographic entry.</summary>
    public required Reference Reference { get; init; }

    /// <summary>The kind of design.</summary>
    public required StudyDesign Design { get; init; }

    /// <summary>The design in one or two sentences of ours.</summary>
    public required string Description { get; init; }

    /// <summary>People who took part in all; null where it is not known, or where the study has none.</summary>
    public int? N { get; init; }

    /// <summary>Laboratories (of a multi-laboratory study) or studies (of a meta-analysis); null otherwise.</summary>
    public int? K { get; init; }

    /// <summary>Whether hypotheses and analysis were registered before the data were seen. False also where nothing says so.</summary>
    public bool Preregistered { get; init; }

    /// <summary>Keys of the studies that it repeats.</summary>
    public ImmutableArray<string> ReplicationOf { get; init; } = [];

    /// <summary>Keys of claims on which it bears only indirectly: it tested a neighbour of what the claim says, as other acts or other faces. It is our reading, as bearings are.</summary>
    public ImmutableArray<string> IndirectFor { get; init; } = [];

    /// <summary>What else it can be found by, as in "mouthguard".</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>What a reader must know of the record: what was not at hand, what is not known; null where there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>What it found.</summary>
    public required ImmutableArray<PublishedResult> Results { get; init; }

    /// <summary>The two groups of each laboratory, where the study publishes them; empty otherwise.</summary>
    public ImmutableArray<LabComparison> Labs { get; init; } = [];

    /// <summary>A result by its id.</summary>
    /// <exception cref="ArgumentException">There is none of that id; those that there are, are named.</exception>
    public PublishedResult this[string id] =>
        Results.FirstOrDefault(result => result.Id == id)
        ?? throw new ArgumentException($"{Key} has no result \"{id}\"; it has {string.Join(", ", Results.Select(result => result.Id))}.", nameof(id));

    /// <summary>As in <c>Dimberg, Thunberg &amp; Elmehed (2000): experiment, n = 120</c>.</summary>
    public override string ToString() => $"{Reference.InText}: {DesignInWords}{(N is { } n ? FormattableString.Invariant($", n = {n}") : "")}";

    /// <summary>As in <c>multi-laboratory study</c>.</summary>
    internal string DesignInWords => Design switch
    {
        StudyDesign.Theory => "theory or review",
        StudyDesign.Observational => "observational study",
        StudyDesign.Experiment => "experiment",
        StudyDesign.MultiLab => "multi-laboratory study",
        _ => "meta-analysis",
    };
}
