// The seam between a training set and any way to learn from it. Trainers of other libraries join by implementing this.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A way to learn from labelled smiles.</summary>
public interface ISmileTrainer
{
    /// <summary>Its name on the command line and in model cards, as "elastic-net".</summary>
    string Name { get; }

    /// <summary>One sentence on what it does, for reports.</summary>
    string Description { get; }

    /// <summary>The settings that nested cross-validation chooses among, the simplest model first: ties go to the earlier.</summary>
    /// <param name="training">The rows that the settings may be derived from: never those of a test fold.</param>
    ImmutableArray<TrainerSettings> Candidates(TrainingSet training);

    /// <summary>Learns once for each of the settings. Trainers share work between them where they can.</summary>
    /// <param name="training">Complete rows of both classes.</param>
    /// <param name="settings">At least one.</param>
    /// <param name="seed">For what is random; the same seed gives the same models.</param>
    /// <returns>One model for each of the settings, in their order.</returns>
    ImmutableArray<ISmileModel> Fit(TrainingSet training, IReadOnlyList<TrainerSettings> settings, ulong seed);
}
