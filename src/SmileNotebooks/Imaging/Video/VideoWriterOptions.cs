namespace SmileNotebooks;

/// <summary>How <see cref="VideoWriter"/> writes.</summary>
public sealed record VideoWriterOptions
{
    /// <summary>Constant rate factor of H.264, 0 to 51: lower is better and larger. Default: 18, hardly to be told from the frames by eye.</summary>
    public int Quality { get; init; } = 18;

    /// <summary>Whether the file holds exactly the pixels that were added (FFV1 in Matroska: the name ends in .mkv). Default: false, H.264 in MP4 (or in .mkv or .mov), which any
    /// player shows.</summary>
    public bool Lossless { get; init; }

    internal void Validate()
    {
        if (Quality is < 0 or > 51)
        {
            throw new ArgumentOutOfRangeException(nameof(Quality), Quality, $"{nameof(Quality)} is a whole number from 0 to 51.");
        }
    }
}
