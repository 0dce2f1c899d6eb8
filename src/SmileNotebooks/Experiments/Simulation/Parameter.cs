namespace SmileNotebooks;

/// <summary>The parameters of simulated experiments.</summary>
internal static class Parameter
{
    /// <param name="holds">Whether the parameter can be.</param>
    /// <param name="what">Its name.</param>
    /// <param name="found">What it is.</param>
    /// <param name="expected">What it could be.</param>
    /// <exception cref="ArgumentException">It cannot.</exception>
    public static void Require(bool holds, string what, object found, string expected)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{what} is {found}, expected {expected}."), what);
        }
    }
}
