namespace SmileNotebooks;

/// <summary>What a channel recorded.</summary>
public enum ChannelKind
{
    /// <summary>Unknown, or nothing of the list.</summary>
    Other,

    /// <summary>Electromyogram as it was recorded: positive and negative.</summary>
    Emg,

    /// <summary>Electromyogram that the recorder or another program has rectified, and perhaps smoothed: not negative.</summary>
    EmgAmplitude,

    /// <summary>Electrocardiogram.</summary>
    Ecg,

    /// <summary>Electroencephalogram.</summary>
    Eeg,

    /// <summary>Electro-oculogram.</summary>
    Eog,

    /// <summary>Skin conductance (electrodermal activity).</summary>
    SkinConductance,

    /// <summary>Respiration.</summary>
    Respiration,

    /// <summary>Marks of the stimulus computer.</summary>
    Trigger,
}
