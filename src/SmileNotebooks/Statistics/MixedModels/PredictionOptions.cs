namespace SmileNotebooks;

/// <summary>What a prediction includes.</summary>
public sealed record PredictionOptions
{
    /// <summary>Whether the random effects of known levels are added. Default: they are.</summary>
    public bool RandomEffects { get; init; } = true;

    /// <summary>What to do with unknown levels. Default: fail.</summary>
    public NewLevels NewLevels { get; init; } = NewLevels.Fail;
}
