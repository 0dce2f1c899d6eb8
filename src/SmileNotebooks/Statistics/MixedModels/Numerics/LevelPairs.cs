namespace SmileNotebooks;

/// <summary>Cross-products of two grouping factors for the pairs of levels that occur together.</summary>
/// <param name="First">Index of the factor that is eliminated first.</param>
/// <param name="Second">Index of the other factor.</param>
/// <param name="FirstLevels">Level of the first factor, for each pair.</param>
/// <param name="SecondLevels">Level of the second factor, for each pair.</param>
/// <param name="Values">Blocks [width of second, width of first], column-major, one after the other.</param>
internal sealed record LevelPairs(int First, int Second, int[] FirstLevels, int[] SecondLevels, double[] Values);
