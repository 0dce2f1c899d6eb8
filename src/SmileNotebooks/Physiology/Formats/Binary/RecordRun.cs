namespace SmileNotebooks;

/// <summary>Records that were taken one right after the other.</summary>
/// <param name="Onset">When the first of them begins, in seconds after the recording began.</param>
/// <param name="First">The first of them, from 0.</param>
/// <param name="Count">How many.</param>
internal readonly record struct RecordRun(double Onset, long First, long Count);
