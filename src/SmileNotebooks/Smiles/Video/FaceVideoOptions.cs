namespace SmileNotebooks;

/// <summary>How a clip is measured.</summary>
public sealed record FaceVideoOptions
{
    /// <summary>How many people to follow at a time, from 1. Default: 1, as OpenFace's FeatureExtraction: whoever is followed is person 0, also after a
    /// gap, and how often it may have been another person is counted. With 2 or more, each person that the tracker tells apart has a number of its own (see <see cref="FaceTracker"/>).</summary>
    public int MaximumFaces { get; init; } = 1;

    /// <summary>How many threads measure, from 1. Default: one for each processor. The results do not depend on it. With 1, all is done on the caller's thread.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Smoothing of the landmarks over time, before anything is measured from them. Default: null, none.</summary>
    public OneEuroOptions? Smoothing { get; init; }

    /// <summary>The face at rest that action units of all people are counted from. Default: null, the population's.</summary>
    public NeutralFace? Neutral { get; init; }

    /// <summary>The first so many seconds show the faces at rest: they are looked at before the rest, and each person's action units, and wrinkles where they are
    /// measured and not counted from given ones, are counted from that person's own median over them.
    /// Above 0, at most 60. People who are not seen then are counted from <see cref="Neutral"/> or the population's face, and the result says so. Default: null, not used.</summary>
    public double? RestSeconds { get; init; }

    /// <summary>How wrinkles are measured in each frame; <see cref="WrinkleOptions.Off"/> for not at all. Default: null, counted from the person's own face at rest where
    /// <see cref="RestSeconds"/> shows it, else from the skin of the cheek.</summary>
    public WrinkleOptions? Wrinkles { get; init; }

    /// <summary>Every so many frames a <see cref="MeasuredFrame.Checkpoint"/> is made, from 1. Default: null, none.</summary>
    public int? FramesPerCheckpoint { get; init; }

    /// <summary>Go on after this checkpoint of the same clip, models and options. Default: null, from the first frame.</summary>
    public FaceVideoCheckpoint? ResumeAfter { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumFaces, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Workers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(FramesPerCheckpoint ?? 1, 1, nameof(FramesPerCheckpoint));
        if (RestSeconds is { } rest && !(rest is > 0 and <= 60))
        {
            throw new ArgumentOutOfRangeException(nameof(RestSeconds), RestSeconds, $"{nameof(RestSeconds)} is above 0 and at most 60 seconds.");
        }

        Smoothing?.Validate();
    }
}
