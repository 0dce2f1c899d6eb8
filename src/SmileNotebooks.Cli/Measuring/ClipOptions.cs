namespace SmileNotebooks.Cli.Measuring;

/// <summary>How clips are measured and what is written of them.</summary>
internal sealed record ClipOptions
{
    /// <summary>How many people to follow at a time.</summary>
    public int People { get; init; } = 1;

    /// <summary>Whether landmarks are smoothed.</summary>
    public bool Smooth { get; init; }

    /// <summary>Seconds at the beginning that show the faces at rest; null for none.</summary>
    public double? RestSeconds { get; init; }

    /// <summary>Whether the folds of the skin are measured.</summary>
    public bool Wrinkles { get; init; } = true;

    /// <summary>Whether all 478 points are written.</summary>
    public bool Mesh { get; init; }

    /// <summary>How many threads measure.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether finished and half-finished clips are measured anew.</summary>
    public bool Restart { get; init; }

    /// <summary>Which models find the landmarks.</summary>
    public FaceModel Model { get; init; }

    /// <summary>Whether a JSON file is written, which has blendshapes where a bundle is installed.</summary>
    public bool Blendshapes { get; init; }

    /// <summary>All that the numbers in the outputs depend on besides the clip.</summary>
    public string Identity()
    {
        string bundle = Path.Combine(FaceModelFolder.Default, FaceModelBundle.FileName);
        string models = (Model == FaceModel.TaskBundle || Blendshapes) && File.Exists(bundle)
            ? FormattableString.Invariant($"{Model} {new FileInfo(bundle).Length} {File.GetLastWriteTimeUtc(bundle).Ticks}")
            : $"{Model}";
        return FormattableString.Invariant(
            $"clip table 1; program {typeof(FaceVideo).Assembly.ManifestModule.ModuleVersionId:N}; models {models}; people {People}; smoothing {(Smooth ? new OneEuroOptions().ToString() : "none")}; rest {RestSeconds?.ToString() ?? "none"}; wrinkles {Wrinkles}; mesh {Mesh}; blendshapes {Blendshapes}");
    }

    /// <summary>The options of the library.</summary>
    public FaceVideoOptions ForVideo(int? framesPerCheckpoint, FaceVideoCheckpoint? resumeAfter) => new()
    {
        MaximumFaces = People,
        Workers = Workers,
        Smoothing = Smooth ? new OneEuroOptions() : null,
        RestSeconds = RestSeconds,
        Wrinkles = Wrinkles ? null : WrinkleOptions.Off,
        FramesPerCheckpoint = framesPerCheckpoint,
        ResumeAfter = resumeAfter,
    };
}
