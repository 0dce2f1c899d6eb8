namespace SmileNotebooks;

/// <summary>Where a minimisation ended.</summary>
/// <param name="Point">Parameters.</param>
/// <param name="Value">Value of the function there.</param>
/// <param name="Decrement">Decrease that a further step promises; at a minimum zero but for rounding.</param>
/// <param name="Iterations">Steps taken.</param>
internal sealed record Minimum(double[] Point, double Value, double Decrement, int Iterations);
