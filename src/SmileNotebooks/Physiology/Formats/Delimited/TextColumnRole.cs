namespace SmileNotebooks;

/// <summary>What a column of a text recording is.</summary>
public enum TextColumnRole
{
    /// <summary>A channel.</summary>
    Channel,

    /// <summary>The times of the rows, from which the sampling rate is taken where the layout gives none, and against which it is checked where it does.</summary>
    Time,

    /// <summary>Labels: a row with a text (not empty, not n/a) is an event that begins there.</summary>
    EventLabel,

    /// <summary>Nothing that is wanted: the column is passed over, and may hold text.</summary>
    Ignored,
}
