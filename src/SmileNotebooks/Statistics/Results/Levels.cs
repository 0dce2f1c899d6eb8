// One check of the confidence that a caller asks for.
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace SmileNotebooks;

internal static class Levels
{
    /// <summary>The level, if it lies between 0 and 1.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static double Checked(double level, [CallerArgumentExpression(nameof(level))] string name = "level") =>
        level > 0 && level < 1 ? level
            : throw new ArgumentException(Invariant($"The confidence level is {level}, expected a number between 0 and 1, as in .95."), name);
}
