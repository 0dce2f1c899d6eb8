// Numbers of about 32 digits as unevaluated sums of two doubles (Dekker, 1971, Numerische Mathematik 18, 224-242; products by fused multiply-add).
// Least squares on nearly collinear columns lose as many digits as their condition has: these give them back.
namespace SmileNotebooks;

internal readonly record struct DoubleDouble(double High, double Low)
{
    public static DoubleDouble Zero => default;

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static explicit operator double(DoubleDouble value) => value.High + value.Low;

    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        (double high, double low) = Sum(left.High, right.High);
        (double lowHigh, double lowLow) = Sum(left.Low, right.Low);
        (high, low) = SumOrdered(high, low + lowHigh);
        return Normalised(high, low + lowLow);
    }

    public static DoubleDouble operator -(DoubleDouble value) => new(-value.High, -value.Low);

    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + -right;

    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        double high = left.High * right.High;
        double low = Math.FusedMultiplyAdd(left.High, right.High, -high);
        return Normalised(high, low + Math.FusedMultiplyAdd(left.High, right.Low, left.Low * right.High));
    }

    // Long division: three quotient digits of 53 bits each.
    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        double first = left.High / right.High;
        DoubleDouble rest = left - (right * first);
        double second = rest.High / right.High;
        rest -= right * second;
        return Normalised(first, second) + (rest.High / right.High);
    }

    /// <summary>The root of a number that is not negative.</summary>
    public static DoubleDouble Sqrt(DoubleDouble value)
    {
        if (value.High <= 0)
        {
            return Zero;
        }

        // One step of Newton's from the root in double doubles its digits.
        double root = Math.Sqrt(value.High);
        return (DoubleDouble)root + ((double)(value - (new DoubleDouble(root, 0) * root)) / (2 * root));
    }

    /// <summary>A whole power; exact to the last digits where <see cref="Math.Pow"/> rounds to 16.</summary>
    public static DoubleDouble Power(DoubleDouble value, int exponent)
    {
        DoubleDouble power = 1, square = value;
        for (int left = Math.Abs(exponent); left > 0; left >>= 1)
        {
            power = (left & 1) != 0 ? power * square : power;
            square *= square;
        }

        return exponent < 0 ? 1 / power : power;
    }

    private static (double High, double Low) Sum(double left, double right)
    {
        double high = left + right, part = high - left;
        return (high, left - (high - part) + (right - part));
    }

    private static (double High, double Low) SumOrdered(double large, double small)
    {
        double high = large + small;
        return (high, small - (high - large));
    }

    private static DoubleDouble Normalised(double high, double low)
    {
        (high, low) = SumOrdered(high, low);
        return new DoubleDouble(high, low);
    }
}
