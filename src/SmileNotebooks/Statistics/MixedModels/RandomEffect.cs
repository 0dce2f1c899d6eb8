namespace SmileNotebooks;

/// <summary>The predicted effect of one level of a grouping factor.</summary>
/// <param name="Level">The level.</param>
/// <param name="Effect">The effect, as a column of a model matrix.</param>
/// <param name="Value">Conditional mode: the deviation of this level from the fixed effect, shrunken towards zero.</param>
/// <param name="StandardDeviation">Conditional standard deviation, given the estimated parameters (as lme4's condVar).</param>
public sealed record RandomEffect(string Level, string Effect, double Value, double StandardDeviation);
