// Text that AcqKnowledge (Biopac) exports.
namespace SmileNotebooks;

/// <summary>Text exports of AcqKnowledge with their header: the sampling interval, the number of channels, a name and a unit of each, the numbers of the channels
/// (CH1, CH2), how many samples each has, and rows.</summary>
/// <remarks>
/// <para>Of several channels of one name (as <c>Digital input</c>) the first keeps it, and the others are numbered in the order of the file: Digital input (2),
/// Digital input (3). A channel without a name is called by its number, CH1.</para>
/// <para>Channels whose name has the word Digital, Marker or Trigger are of kind <see cref="ChannelKind.Trigger"/>; the kinds of others are told by words of their
/// names, such as EMG, Zyg, ECG or EDA, and of an electromyogram by words such as processed, rectified or integrated. What a name does not say is <see
/// cref="ChannelKind.Other"/>.</para>
/// <para>A channel that was sampled at a fraction of the rate has a value in each second, third, ... row only; it is read at its own rate.</para>
/// </remarks>
public sealed class AcqKnowledgeText : RecordingFormat
{
    /// <summary>Exports without a header of the experiment FMOV (Oxazepam and emotion, G. Nilsonne): 100 Hz, 8 columns: skin conductance (umho), the raw
    /// electromyogram of zygomaticus and corrugator (mV), their average rectified amplitude (mV), and the markers Angry, Happy and Neutral, whose fall from 5 to
    /// 0 begins a stimulus. Or 10 columns: minutes before them, and an electrocardiogram after the raw zygomaticus.</summary>
    /// <remarks>The participant is the number that the file name begins with. A layout of one's own is a <see cref="DelimitedText"/>.</remarks>
    public static RecordingFormat Fmov { get; } = new DelimitedText(FmovLayout.EightColumns, FmovLayout.TenColumns) { FilePatterns = ["*_*.txt"] };

    /// <inheritdoc/>
    public override string Name => "AcqKnowledge text with a header";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Patterns => ["*.txt", "*.csv"];

    /// <summary>How the trigger channels become events; by default each rising edge of each of them, named after the channel. Null: they give no events.</summary>
    public TriggerRule? Triggers { get; init; } = new();

    /// <summary>The decimal mark, a point or a comma; null (the default) to tell it by the numbers.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>The largest magnitude that is taken for a measurement; values beyond it are read as NaN and counted in the remarks. 1e30 by default.</summary>
    public double Limit { get; init; } = TextLayout.DefaultLimit;

    internal override bool Recognises(string path) => AcqKnowledgeHeader.Begins(path);

    internal override Recording Open(string path) => AcqKnowledgeReader.Read(path, this);
}
