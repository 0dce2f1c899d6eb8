namespace SmileNotebooks.Cli.Measuring;

/// <summary>A measured frame with what will be written of it; made on the threads that measure.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Csv">Its rows; null where no table is wanted.</param>
/// <param name="Json">Its line; null where none is wanted.</param>
/// <param name="Overlay">It drawn over; null where that is not wanted.</param>
internal sealed record ClipFrame(MeasuredFrame Frame, string? Csv, string? Json, Picture? Overlay);
