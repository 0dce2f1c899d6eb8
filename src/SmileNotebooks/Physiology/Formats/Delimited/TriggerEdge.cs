namespace SmileNotebooks;

/// <summary>Which edge of a marker begins an event.</summary>
public enum TriggerEdge
{
    /// <summary>From low to high. The event begins at the first high sample and lasts until the marker is low again.</summary>
    Rising,

    /// <summary>From high to low. The event begins at the first low sample; its duration is unknown (0).</summary>
    Falling,
}
