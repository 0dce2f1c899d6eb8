namespace SmileNotebooks;

/// <summary>One section of a filter: (B0 + B1 z^-1 + B2 z^-2) / (1 + A1 z^-1 + A2 z^-2). SciPy's row of an sos array is B0, B1, B2, 1, A1, A2.</summary>
/// <param name="B0">Weight of the present input.</param>
/// <param name="B1">Weight of the input one sample ago.</param>
/// <param name="B2">Weight of the input two samples ago.</param>
/// <param name="A1">Minus the weight of the output one sample ago.</param>
/// <param name="A2">Minus the weight of the output two samples ago.</param>
public readonly record struct SecondOrderSection(double B0, double B1, double B2, double A1, double A2)
{
    /// <summary>Whether both poles lie within the unit circle (the triangle of stability).</summary>
    public bool IsStable => Math.Abs(A2) < 1 && Math.Abs(A1) < 1 + A2;

    internal static SecondOrderSection Identity => new(1, 0, 0, 0, 0);

    internal double GainAtZero => (B0 + B1 + B2) / (1 + A1 + A2);

    internal bool IsFinite => double.IsFinite(B0) && double.IsFinite(B1) && double.IsFinite(B2) && double.IsFinite(A1) && double.IsFinite(A2);

    internal SecondOrderSection Amplified(double gain) => this with { B0 = B0 * gain, B1 = B1 * gain, B2 = B2 * gain };

    /// <summary>The two states of the transposed direct form II after a constant input of 1 that began long ago.</summary>
    /// <remarks>Solves (1 + a1) z1 - z2 = b1 - a1 b0, a2 z1 + z2 = b2 - a2 b0 by elimination with pivoting, as SciPy's lfilter_zi does: where poles lie close to 1 the last
    /// digits of the solution show in the output.</remarks>
    internal (double First, double Second) SteadyState()
    {
        (double Left, double Right, double Value) pivot = (1 + A1, -1, B1 - (A1 * B0)), other = (A2, 1, B2 - (A2 * B0));
        if (Math.Abs(other.Left) > Math.Abs(pivot.Left))
        {
            (pivot, other) = (other, pivot);
        }

        double multiplier = other.Left * (1 / pivot.Left);
        double second = (other.Value - (multiplier * pivot.Value)) / (other.Right - (multiplier * pivot.Right));
        return ((pivot.Value - (pivot.Right * second)) / pivot.Left, second);
    }
}
