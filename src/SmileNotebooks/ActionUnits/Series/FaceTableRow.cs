namespace SmileNotebooks;

/// <summary>One face in one frame.</summary>
/// <param name="Source">The row of the table.</param>
/// <param name="Clip">The clip.</param>
/// <param name="Face">Which face, as the table has it; null for a row that only says that there was none.</param>
/// <param name="Frame">From 0.</param>
/// <param name="Time">Seconds; NaN where the table does not say.</param>
/// <param name="Found">Whether the face was found in the frame.</param>
internal sealed record FaceTableRow(CsvRow Source, string Clip, string? Face, int Frame, double Time, bool Found);
