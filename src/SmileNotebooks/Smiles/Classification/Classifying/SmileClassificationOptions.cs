namespace SmileNotebooks;

/// <summary>When a smile is classified. All limits are conventions: docs/smiles/classifier.md says what each was chosen by.</summary>
public sealed record SmileClassificationOptions
{
    /// <summary>The most that a face may be turned, in degrees of yaw or pitch. Default: 30.</summary>
    public double MostTurn { get; init; } = 30;

    /// <summary>The least width of a face in pixels. Default: 48.</summary>
    public double LeastFaceWidth { get; init; } = 48;

    /// <summary>The least distance of the outer corners of the eyes in pixels. Default: 28, that of a face of about 48 pixels.</summary>
    public double LeastEyeDistance { get; init; } = 28;

    /// <summary>The least confidence that a face is seen. Default: .5.</summary>
    public double LeastConfidence { get; init; } = 0.5;

    /// <summary>The least duration of a smile in a clip, in seconds. Default: .5.</summary>
    public double LeastDuration { get; init; } = 0.5;

    /// <summary>How far a value may lie outside of the range of the training set, in standard deviations. Default: .5.</summary>
    public double MostBeyondRange { get; init; } = 0.5;

    /// <summary>Whether contributions are found; for long tables without a reader they may be left out. Default: true.</summary>
    public bool Contributions { get; init; } = true;

    /// <summary>Orders of features that contributions of a model of more than <see cref="SmileClassifier.MostFeaturesForAllSubsets"/> features are averaged over; each is also
    /// taken backwards. Default: 200.</summary>
    public int Orders { get; init; } = 200;
}
