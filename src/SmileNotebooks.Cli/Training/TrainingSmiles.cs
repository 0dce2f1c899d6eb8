using System.Collections.Immutable;

namespace SmileNotebooks.Cli.Training;

/// <summary>The smiles that a training learns from.</summary>
/// <param name="Table">A row for each smile.</param>
/// <param name="AreOfClips">Whether they were measured in listed clips.</param>
/// <param name="Files">Beside the table of the user, the files that they were read from: measures of clips.</param>
internal sealed record TrainingSmiles(FeatureTable Table, bool AreOfClips, ImmutableArray<string> Files);
