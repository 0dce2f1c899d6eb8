using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>One combination of choices, and what it found. Immutable.</summary>
/// <param name="Number">Its number, from 1, in the order of the combinations.</param>
/// <param name="Options">The name of the option of each choice.</param>
/// <param name="Pipeline">The analysis.</param>
public sealed record Specification(int Number, ImmutableArray<string> Options, EmgPipeline Pipeline)
{
    /// <summary>What responses are, as in "log ratio to baseline (-2 to 0 s), 2 to 4 s".</summary>
    public string Measure { get; init; } = "";

    /// <summary>The mean difference of the conditions, in the unit of <see cref="Measure"/>: not to be compared with other measures. NaN where there is a <see cref="Problem"/>.</summary>
    public double Estimate { get; init; } = double.NaN;

    /// <summary>The difference in standard deviations of participants' differences (dz), with its exact interval: comparable over measures.</summary>
    public EffectSize Effect { get; init; } = new("dz", double.NaN, new ConfidenceInterval(double.NaN, double.NaN, 0.95), double.NaN);

    /// <summary>t of the paired test.</summary>
    public double T { get; init; } = double.NaN;

    /// <summary>p of the paired test, two-sided.</summary>
    public double P { get; init; } = double.NaN;

    /// <summary>How many participants have both conditions.</summary>
    public int Participants { get; init; }

    /// <summary>How many trials of all conditions are left.</summary>
    public int Trials { get; init; }

    /// <summary>How many trials were left out.</summary>
    public int TrialsLeftOut { get; init; }

    /// <summary>How many participants lack one of the conditions.</summary>
    public int ParticipantsLeftOut { get; init; }

    /// <summary>Why it could not be run; null where it could.</summary>
    public string? Problem { get; init; }

    /// <summary>Equal numbers, options and results.</summary>
    public bool Equals(Specification? other) =>
        other is not null && Number == other.Number && Options.SequenceEqual(other.Options) && Pipeline == other.Pipeline && Measure == other.Measure && Estimate.Equals(other.Estimate)
        && Effect.Equals(other.Effect) && T.Equals(other.T) && P.Equals(other.P) && Problem == other.Problem
        && (Participants, Trials, TrialsLeftOut, ParticipantsLeftOut) == (other.Participants, other.Trials, other.TrialsLeftOut, other.ParticipantsLeftOut);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Number, Estimate, P, Participants, Trials);

    /// <summary>As in <c>3: log ratio, -2 to 0 s; 2 to 4 s; none: dz = 0.51, p = .030, n = 20</c>.</summary>
    public override string ToString() =>
        $"{Number}: {string.Join("; ", Options)}: {(Problem is null ? $"{Effect.Symbol} = {Apa.Number(Effect.Value)}, {Apa.P(P)}, n = {Participants}" : Problem)}";
}
