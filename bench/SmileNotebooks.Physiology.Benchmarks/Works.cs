// The works that are compared, and who does each of them.
namespace SmileNotebooks.Physiology.Benchmarks;

/// <summary>A work.</summary>
/// <param name="Name">In one word.</param>
/// <param name="Title">As the table has it.</param>
/// <param name="Data">The data set.</param>
/// <param name="Sizes">What the sizes 1, 10 and so on are.</param>
/// <param name="Peer">Who else does it; null where nobody does.</param>
/// <param name="LargestPeerScale">The largest size that the peer is asked for.</param>
internal sealed record Work(string Name, string Title, string Data, string[] Sizes, string? Peer, int LargestPeerScale = 10)
{
    public static readonly Work[] All =
    [
        new("pipeline", "band-pass, notch, rectify, 8 Hz envelope", "pipeline", ["2 x 600,000", "2 x 6,000,000"], "SciPy"),
        new("pipeline-channels", "the same, growth with channels", "pipeline-channels", ["2 x 60,000", "20 x 60,000", "200 x 60,000"], "SciPy", 100),
        new("pipeline-rate", "the same, growth with rate", "pipeline-rate", ["60 s at 1 kHz", "at 10 kHz", "at 100 kHz"], "SciPy", 100),
        new("pipeline-onsets", "the same with onsets (BioSPPy: its emg)", "pipeline", ["2 x 600,000", "2 x 6,000,000"], "BioSPPy"),
        new("band-pass", "zero-phase band-pass, order 4", "pipeline", ["600,000", "6,000,000"], "SciPy"),
        new("welch", "Welch's spectrum, 1,024 samples a segment", "pipeline", ["600,000", "6,000,000"], "SciPy"),
        new("resample", "polyphase resampling by 2/5", "pipeline", ["600,000", "6,000,000"], "SciPy"),
        new("read-edf", "read EDF, all of 8 channels", "edf", ["8 x 600,000", "8 x 6,000,000"], "MNE"),
        new("read-edf-channel", "read EDF, one channel of 8", "edf", ["1 x 600,000", "1 x 6,000,000"], "MNE"),
        new("read-brainvision", "read BrainVision (int16, multiplexed), all of 8 channels", "brainvision", ["8 x 600,000", "8 x 6,000,000"], "MNE"),
        new("stream-edf", "stream EDF block by block, 32 channels at 2 kHz", "edf-long", ["12 minutes", "2 hours"], null),
        new("study", "recordings to trials: read text, epochs, log ratio, window", "study", ["10 recordings", "100", "1,000"], null),
    ];
}
