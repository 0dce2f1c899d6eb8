// Which physical values the stored numbers of a channel reach.
namespace SmileNotebooks;

/// <summary>The limits of a channel that is to be written, as texts of the header.</summary>
/// <param name="PhysicalMinimum">In the unit of the channel.</param>
/// <param name="PhysicalMaximum">In the unit of the channel.</param>
/// <param name="DigitalMinimum">The stored number of the physical minimum.</param>
/// <param name="DigitalMaximum">The stored number of the physical maximum.</param>
internal sealed record EdfLimits(string PhysicalMinimum, string PhysicalMaximum, string DigitalMinimum = "-32768", string DigitalMaximum = "32767")
{
    // Where a number of seven digits is still one that a double holds.
    private const double Greatest = 1e300;

    private double Lowest => EdfNumber.Parse(PhysicalMinimum);

    /// <summary>The unit a step of the stored number, as a reader computes it.</summary>
    public double Gain => (EdfNumber.Parse(PhysicalMaximum) - Lowest) / (EdfNumber.Parse(DigitalMaximum) - EdfNumber.Parse(DigitalMinimum));

    /// <summary>The value of the stored number 0.</summary>
    public double Zero => Lowest - (EdfNumber.Parse(DigitalMinimum) * Gain);

    /// <exception cref="ArgumentException">Samples lie outside of the limits that were asked for, or the limits have no step between them.</exception>
    public static EdfLimits Of(Channel channel, EdfScan scan, EdfOptions options)
    {
        if (!(Math.Max(Math.Abs(scan.Minimum), Math.Abs(scan.Maximum)) <= Greatest))
        {
            throw NoRange(channel, scan);
        }

        EdfLimits limits = options.PhysicalLimits.TryGetValue(channel.Name, out (double Minimum, double Maximum) wanted)
            ? Asked(channel, scan, wanted)
            : AsRead(channel) ?? (scan.IsWhole ? new EdfLimits("-32768", "32767") : Around(scan.Minimum, scan.Maximum));
        return double.IsNormal(limits.Gain) && double.IsFinite(limits.Zero)
            ? limits
            : throw NoRange(channel, scan);
    }

    private static ArgumentException NoRange(Channel channel, EdfScan scan) =>
        new(FormattableString.Invariant($"Channel {channel.Name} has samples from {scan.Minimum} to {scan.Maximum}, expected a range that 65,535 steps can divide, within 1E+300."));

    private static EdfLimits Asked(Channel channel, EdfScan scan, (double Minimum, double Maximum) wanted) =>
        wanted.Minimum < wanted.Maximum && wanted.Minimum <= scan.Minimum && wanted.Maximum >= scan.Maximum && Math.Max(-wanted.Minimum, wanted.Maximum) <= Greatest
            ? Around(wanted.Minimum, wanted.Maximum)
            : throw new ArgumentException(FormattableString.Invariant(
                $"The physical limits of channel {channel.Name} are {wanted.Minimum} and {wanted.Maximum}, expected limits around its samples, which reach from {scan.Minimum} to {scan.Maximum}."));

    // What was stored as 16 bits is stored as the same 16 bits again.
    private static EdfLimits? AsRead(Channel channel)
    {
        if (channel.Source is not EdfSamples { Header.IsBdf: false, Signal: { } signal })
        {
            return null;
        }

        string?[] texts = signal.IsScaled
            ? [EdfNumber.Exact(signal.PhysicalMinimum), EdfNumber.Exact(signal.PhysicalMaximum), EdfNumber.Exact(signal.DigitalMinimum), EdfNumber.Exact(signal.DigitalMaximum)]
            : ["-32768", "32767", "-32768", "32767"];
        return texts.Contains(null) ? null : new EdfLimits(texts[0]!, texts[1]!, texts[2]!, texts[3]!);
    }

    private static EdfLimits Around(double least, double greatest)
    {
        string below = EdfNumber.Down(least);
        string above = EdfNumber.Up(greatest);

        // A constant channel needs a range all the same.
        return EdfNumber.Parse(above) > EdfNumber.Parse(below) ? new EdfLimits(below, above) : new EdfLimits(below, EdfNumber.Up(least + Math.Max(1, Math.Abs(least))));
    }
}
