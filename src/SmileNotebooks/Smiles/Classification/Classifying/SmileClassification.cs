using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>What a classifier says of one smile: a calibrated probability and where it comes from, or why there is not enough evidence. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record SmileClassification
{
    /// <summary>Calibrated probability of the named class; null where there is not enough evidence.</summary>
    public required double? Probability { get; init; }

    /// <summary>Calibrated log odds; null where there is not enough evidence.</summary>
    public required double? LogOdds { get; init; }

    /// <summary>Why there is not enough evidence; empty where there is a probability.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>What each feature adds to the log odds; null where there is not enough evidence or they were not asked for.</summary>
    public SmileContributions? Contributions { get; init; }

    /// <summary>How contributions were found; null where there are none.</summary>
    public ContributionMethod? Method { get; init; }

    /// <summary>The values of the features in the order of the card; NaN where missing.</summary>
    public required ImmutableArray<double> Values { get; init; }

    /// <summary>The smile's clip or picture; null where not known.</summary>
    public string? Clip { get; init; }

    /// <summary>Who smiled; null where not known.</summary>
    public string? Person { get; init; }

    /// <summary>How the smile was simulated; null where it was recorded. Nothing of the model: that is in its card.</summary>
    public string? Simulated { get; init; }

    /// <summary>The classifier's card.</summary>
    public required ModelCard Card { get; init; }

    /// <summary>What is said wherever the result stands: that of the card, and that the smile was simulated where it was.</summary>
    public string Caveat => Simulated is null ? Card.Caveat : $"The smile is SIMULATED ({Simulated.TrimEnd('.')}): nobody smiled. {Card.Caveat}";

    /// <summary>Whether there is a probability.</summary>
    public bool HasEvidence => Probability is not null;

    /// <summary>The group of the card's calibration curve that the probability falls into: what share of such smiles, of people not seen in training, were of the named class.
    /// Null where the card has no curve or there is no probability.</summary>
    public CalibrationGroup? Alike => Probability is double probability
        ? Card.CalibrationCurve.FirstOrDefault(group => probability >= group.From && probability <= group.To)
        : null;

    /// <summary>One sentence, which ends with the caveat.</summary>
    public string Sentence => $"{Finding} {Caveat}";

    /// <summary>The probability and what smiles alike were, or the reasons.</summary>
    internal string Finding => Probability is double probability
        ? $"Probability of \"{Card.Label}\": {probability.ToString("0.00", CultureInfo.InvariantCulture)}.{(Alike is { } group ? $" {AlikeText(group)}" : "")}"
        : $"Not enough evidence: {string.Join("; ", Reasons)}.";

    /// <inheritdoc/>
    public override string ToString() => Sentence;

    private static string AlikeText(CalibrationGroup group) => string.Create(
        CultureInfo.InvariantCulture,
        $"Of {group.N} validation smiles with a probability like it, {100 * group.Observed:0} % were [{100 * group.Interval.Lower:0}, {100 * group.Interval.Upper:0}].");
}
