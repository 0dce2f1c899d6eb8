namespace SmileNotebooks;

/// <summary>A column of a text recording.</summary>
/// <param name="Name">The name of the channel, as in zygomaticus. Where the file names its columns, the name of the column there.</param>
/// <param name="Unit">The unit, as in mV; empty where unknown. Of the column of times: s, ms or min.</param>
/// <param name="Kind">What was recorded; unknown by default. Columns of kind <see cref="ChannelKind.Trigger"/> give events.</param>
public sealed record TextColumn(string Name, string Unit = "", ChannelKind Kind = ChannelKind.Other)
{
    /// <summary>What the column is; a channel by default.</summary>
    public TextColumnRole Role { get; init; }
}
