namespace SmileNotebooks;

/// <summary>A number of a classifier's validation.</summary>
/// <param name="Name">As "AUC".</param>
/// <param name="Value">The estimate.</param>
/// <param name="Lower">The lower end of its interval; null where there is none.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Note">How it was found, as "95 % interval, people resampled"; null where the name says all.</param>
public sealed record ModelMeasure(string Name, double Value, double? Lower = null, double? Upper = null, string? Note = null);
