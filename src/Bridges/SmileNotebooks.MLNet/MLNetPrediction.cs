namespace SmileNotebooks.MLNet;

/// <summary>What ML.NET's own pipeline says of a row.</summary>
/// <param name="Score">The sum of weights or trees, on the trainer's own scale.</param>
/// <param name="Probability">Of the named class.</param>
public readonly record struct MLNetPrediction(float Score, float Probability);
