// Names and ranges of settings, as they are in model cards.
namespace SmileNotebooks.MLNet;

internal static class Settings
{
    public const string Penalty = "penalty";
    public const string Trees = "trees";
    public const string Leaves = "leaves";

    public const int LeastTrees = 1;
    public const int LeastLeaves = 2;

    /// <exception cref="ArgumentException">It is not above 0, or so large or small that single precision does not hold it.</exception>
    public static void CheckPenalty(double penalty) =>
        Require((float)penalty > 0 && float.IsFinite((float)penalty), Penalty, penalty, "a finite number above 0 (in single precision, in which ML.NET reckons)");

    /// <exception cref="ArgumentException">It is not a whole number from <paramref name="least"/>.</exception>
    public static void CheckWhole(string name, double value, int least) =>
        Require(value >= least && value <= int.MaxValue && value == Math.Floor(value), name, value, FormattableString.Invariant($"a whole number from {least}"));

    public static void Require(bool isMet, string name, double found, string expected)
    {
        if (!isMet)
        {
            throw new ArgumentException(FormattableString.Invariant($"The {name} is {found}, expected {expected}."), name);
        }
    }
}
