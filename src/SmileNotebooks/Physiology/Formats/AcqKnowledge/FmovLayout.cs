namespace SmileNotebooks;

/// <summary>The columns of the experiment FMOV, as its codebook lists them.</summary>
internal static class FmovLayout
{
    private static readonly TextColumn SkinConductance = new("skin conductance", "umho", ChannelKind.SkinConductance);
    private static readonly TextColumn RawZygomaticus = new("zygomaticus raw", "mV", ChannelKind.Emg);
    private static readonly TextColumn Ecg = new("ECG", "mV", ChannelKind.Ecg);
    private static readonly TextColumn[] RawCorrugatorToMarkers =
    [
        new("corrugator raw", "mV", ChannelKind.Emg),
        new("zygomaticus", "mV", ChannelKind.EmgAmplitude),
        new("corrugator", "mV", ChannelKind.EmgAmplitude),
        new("Angry", "V", ChannelKind.Trigger),
        new("Happy", "V", ChannelKind.Trigger),
        new("Neutral", "V", ChannelKind.Trigger),
    ];

    private static readonly TextLayout Common = new() { SamplingRate = 100, Triggers = new() { Edge = TriggerEdge.Falling, Threshold = 2.5 } };

    /// <summary>Most recordings.</summary>
    public static TextLayout EightColumns { get; } = Common with { Columns = [SkinConductance, RawZygomaticus, .. RawCorrugatorToMarkers] };

    /// <summary>Some recordings have minutes and an electrocardiogram too.</summary>
    public static TextLayout TenColumns { get; } = Common with
    {
        Columns = [new("time", "min") { Role = TextColumnRole.Time }, SkinConductance, RawZygomaticus, Ecg, .. RawCorrugatorToMarkers],
    };
}
