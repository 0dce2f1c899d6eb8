// Epochs without artefacts.
using System.Collections.Immutable;

namespace SmileNotebooks;

public sealed partial record Epochs
{
    /// <summary>Leaves out epochs with artefacts: gaps, flat stretches, amplitudes beyond limits, and baselines far from the others of the participant. The limit of baselines
    /// is taken from the epochs that pass the other criteria, once.</summary>
    /// <param name="options">Criteria; by default no gap, not flat, and baselines within 3 SD.</param>
    /// <returns>The others, and the reasons in <see cref="Exclusions"/>; <see cref="Report"/> counts them.</returns>
    /// <exception cref="ArgumentException">A criterion that makes no sense, or a baseline that the epochs do not hold.</exception>
    public Epochs Reject(RejectionOptions? options = null)
    {
        EpochRejection rejection = new(this, options ?? RejectionOptions.Default);
        return rejection.Run();
    }

    /// <summary>Leaves out epochs for a reason of the analyst's own.</summary>
    /// <param name="which">Those to leave out.</param>
    /// <param name="reason">Why, in words.</param>
    /// <exception cref="ArgumentException">No reason.</exception>
    public Epochs Exclude(Func<Epoch, bool> which, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return this with
        {
            Items = [.. Items.Where(epoch => !which(epoch))],
            Exclusions = Exclusions.AddRange(Items.Where(which).Select(epoch => Excluded(epoch, ExclusionKind.Other, reason))),
        };
    }

    /// <summary>Counts of what was left out so far.</summary>
    public ExclusionReport Report() => new(Exclusions, Items.Select(epoch => (epoch.Participant, epoch.Condition)), Conditions, Remarks) { Simulated = Simulated };

    internal Exclusion Excluded(Epoch epoch, ExclusionKind kind, string reason) => new(epoch.Participant, epoch.Condition, epoch.Trial, reason) { Kind = kind, Muscle = Muscle };
}
