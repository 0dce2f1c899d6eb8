// How a cell ended.
namespace SmileNotebooks.Host;

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>The cell ran to its end.</summary>
    Succeeded,

    /// <summary>The cell did not compile or threw.</summary>
    Failed,

    /// <summary>The caller cancelled the cell.</summary>
    Interrupted,

    /// <summary>The cell ran longer than <see cref="EngineOptions.CellTimeOut"/>.</summary>
    TimedOut,
}

/// <summary>The end of a cell's run.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Number">The cell's number in this engine, from 1: what error messages call it.</param>
/// <param name="Duration">Wall time from the call to the end.</param>
/// <param name="Value">The value of the trailing expression; null if there is none.</param>
/// <param name="Error">The error, which was also the last output; null on success.</param>
public sealed record CellResult(CellStatus Status, int Number, TimeSpan Duration, object? Value, ErrorOutput? Error)
{
    /// <summary>True when the cell ran to its end.</summary>
    public bool Success => Status == CellStatus.Succeeded;
}
