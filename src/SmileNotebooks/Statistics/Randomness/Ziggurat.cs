// Normal random numbers without the platform's logarithm, whose last digit differs between machines.
namespace SmileNotebooks;

/// <summary>The ziggurat of Marsaglia and Tsang (2000, Journal of Statistical Software 5, 8) with 256 layers of equal area. Layer, sign and abscissa come from
/// different bits of one number, as Doornik (2005) asks. Written from the papers.</summary>
internal static class Ziggurat
{
    private const int Layers = 256;

    // Where the tail begins, the density exp(-x^2/2) there, and the area of each layer; they belong together for 256 layers.
    private const double Tail = 3.654152885361009;
    private const double TailDensity = 0.0012602859304985975;
    private const double Area = 0.004928673233974655;

    // Right edge of each layer from the bottom (the first: as wide as a rectangle of the layer's area, tail included) to the top, and the density there.
    private static readonly double[] s_edges = new double[Layers + 1];
    private static readonly double[] s_densities = new double[Layers + 1];

    static Ziggurat()
    {
        s_edges[0] = Area / TailDensity;
        s_edges[1] = Tail;
        s_densities[1] = TailDensity;
        for (int i = 2; i < Layers; i++)
        {
            s_densities[i] = s_densities[i - 1] + (Area / s_edges[i - 1]);
            s_edges[i] = Math.Sqrt(-2 * Logarithm(s_densities[i]));
        }

        s_densities[Layers] = 1;
    }

    public static double Next(ref RandomStream random)
    {
        while (true)
        {
            ulong bits = random.NextUInt64();
            int layer = (int)(bits & (Layers - 1));
            double x = (bits >> 11) * (1.0 / (1UL << 53)) * s_edges[layer];
            bool negative = (bits & Layers) != 0;
            if (x < s_edges[layer + 1] || (layer == 0 ? TryTail(ref random, out x) : IsBelowDensity(ref random, layer, x)))
            {
                return negative ? -x : x;
            }
        }
    }

    // Marsaglia's (1964) rejection for what lies beyond the last edge: always succeeds.
    private static bool TryTail(ref RandomStream random, out double x)
    {
        double beyond;
        double height;
        do
        {
            beyond = -Logarithm(1 - random.NextDouble()) / Tail;
            height = -Logarithm(1 - random.NextDouble());
        }
        while (2 * height < beyond * beyond);
        x = Tail + beyond;
        return true;
    }

    private static bool IsBelowDensity(ref RandomStream random, int layer, double x)
    {
        double height = s_densities[layer] + (random.NextDouble() * (s_densities[layer + 1] - s_densities[layer]));
        return Logarithm(height) < -0.5 * x * x;
    }

    /// <summary>The natural logarithm of a positive normal number by the series of the inverse hyperbolic tangent, within a few units of the last place; rounded
    /// alike on every machine.</summary>
    internal static double Logarithm(double value)
    {
        const double SquareRootOfTwo = 1.4142135623730951;
        const double LogarithmOfTwo = 0.6931471805599453;
        long bits = BitConverter.DoubleToInt64Bits(value);
        long exponent = (bits >> 52) - 1023;
        double fraction = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (fraction > SquareRootOfTwo)
        {
            fraction *= 0.5;
            exponent++;
        }

        double s = (fraction - 1) / (fraction + 1);
        double square = s * s;
        double series = 0;
        for (int odd = 23; odd >= 3; odd -= 2)
        {
            series = (series + (1.0 / odd)) * square;
        }

        return (2 * (s + (s * series))) + (exponent * LogarithmOfTwo);
    }
}
