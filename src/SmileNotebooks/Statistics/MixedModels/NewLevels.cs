namespace SmileNotebooks;

/// <summary>What a prediction does with a level of a grouping factor that the model was not fitted to.</summary>
public enum NewLevels
{
    /// <summary>Throw an <see cref="ArgumentException"/> that names the row and the level. The default.</summary>
    Fail,

    /// <summary>Predict for the average level: its random effects are zero.</summary>
    Population,
}
