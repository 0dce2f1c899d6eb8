// The tidy table of trials: what tests, models and other programs take.
using System.Collections;
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The tidy table of a study: one row a trial and muscle. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed partial record TrialTable : IReadOnlyList<Trial>
{
    /// <summary>The rows.</summary>
    public required ImmutableArray<Trial> Trials { get; init; }

    /// <summary>What <see cref="Trial.Value"/> is, with its unit and window, as in "log ratio to baseline, 2 to 4 s".</summary>
    public required string Measure { get; init; }

    /// <summary>Conditions in their order.</summary>
    public required ImmutableArray<string> Conditions { get; init; }

    /// <summary>What was left out.</summary>
    public ImmutableArray<Exclusion> Exclusions { get; init; } = [];

    /// <summary>How the data were simulated, in a phrase that every output shows; null for data that were recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>How many rows there are.</summary>
    public int Count => Trials.Length;

    /// <summary>A row, from 0.</summary>
    public Trial this[int index] => Trials[index];

    /// <inheritdoc/>
    public IEnumerator<Trial> GetEnumerator() => Trials.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
