// Text that AcqKnowledge (Biopac) exports.
namespace SmileNotebooks;

/// <summary>Text exports of AcqKnowledge.</summary>
public static class AcqKnowledgeText
{
    /// <summary>Exports without a header of the experiment FMOV (Oxazepam and emotion, second experiment, G. Nilsonne): 100 Hz, 8 columns: skin conductance (umho), the raw electromyogram of zygomaticus and
    /// corrugator (mV), their average rectified amplitude, and the markers Angry, Happy and Neutral, whose fall from 5 to 0 begins a stimulus. Or 10 columns: minutes before them, and
    /// an electrocardiogram after the raw zygomaticus.</summary>
    /// <remarks>A layout of one's own is a <see cref="DelimitedText"/>.</remarks>
    public static RecordingFormat Fmov { get; } = new DelimitedText(FmovLayout.EightColumns, FmovLayout.TenColumns) { FilePatterns = ["*_*.txt"] };
}
