// How a recording is written as EDF+.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Settings of <see cref="Recording.SaveEdf"/>.</summary>
public sealed record EdfOptions
{
    /// <summary>The duration of a data record, in seconds. Each channel must have a whole number of samples in it. Null (the default): as in the EDF file that was read, else about a
    /// second, shorter where a record would be larger than the 61,440 bytes that the standard recommends.</summary>
    public double? RecordDuration { get; init; }

    /// <summary>Physical limits by the names of channels, in the unit of the channel, such as the input range of the amplifier. By default (none) those of the 16-bit EDF file that the
    /// channel was read from, or else the least and the greatest sample.</summary>
    public ImmutableSortedDictionary<string, (double Minimum, double Maximum)> PhysicalLimits { get; init; } = ImmutableSortedDictionary<string, (double Minimum, double Maximum)>.Empty;
}
