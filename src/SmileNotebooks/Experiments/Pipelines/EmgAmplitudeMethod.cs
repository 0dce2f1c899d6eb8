namespace SmileNotebooks;

/// <summary>Ways from a filtered electromyogram to an amplitude.</summary>
public enum EmgAmplitudeMethod
{
    /// <summary>The samples stay as they are: for channels that the recorder has rectified already.</summary>
    AsRecorded,

    /// <summary>Rectified, and not smoothed.</summary>
    Rectified,

    /// <summary>Rectified and averaged over a centred window.</summary>
    MovingAverage,

    /// <summary>The root mean square over a centred window.</summary>
    Rms,

    /// <summary>Rectified and smoothed by a zero-phase low-pass.</summary>
    Envelope,
}
