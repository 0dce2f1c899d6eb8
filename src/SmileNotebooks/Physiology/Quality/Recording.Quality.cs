// The quality of recordings and signals.
namespace SmileNotebooks;

public sealed partial record Recording
{
    /// <summary>The quality of the channels: line noise, clipping, flat line, drift, artefacts, gaps, noise of rest.</summary>
    /// <param name="options">Which channels, and limits; null for electromyograms and the defaults.</param>
    /// <remarks>Reads each channel twice, block by block, so that a large file needs little memory.</remarks>
    /// <exception cref="ArgumentException">No channel is of a kind that was asked for (the message names the channels); an option out of its range; an infinite sample.</exception>
    /// <exception cref="RecordingException">The file cannot be read any more.</exception>
    public RecordingQuality Quality(QualityOptions? options = null)
    {
        options ??= new QualityOptions();
        Channel[] channels = [.. Channels.Where(channel => options.Kinds.IsDefaultOrEmpty || options.Kinds.Contains(channel.Kind))];
        if (channels.Length == 0)
        {
            throw new ArgumentException(
                $"{Path ?? "The recording"} has no channel of kind {string.Join(" or ", options.Kinds)}; its channels are {string.Join(", ", Channels.Select(channel => $"{channel.Name} ({channel.Kind})"))}. An empty list of kinds means all.",
                nameof(options));
        }

        return new RecordingQuality
        {
            Channels = [.. channels.Select(channel => EmgQuality.Of(channel, options) with { Simulated = Simulated })],
            Participant = Participant,
            Path = Path,
            Simulated = Simulated,
        };
    }
}
