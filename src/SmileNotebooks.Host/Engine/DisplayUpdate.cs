// An output that changes an earlier one.
namespace SmileNotebooks.Host;

/// <summary>
/// New content for a value that was already shown (Jupyter's <c>update_display_data</c>). An engine puts it out; a stored document
/// never holds it: the runner replaces the <see cref="DisplayOutput"/> instead.
/// </summary>
/// <param name="Data">The new value in each MIME type that it has.</param>
/// <param name="DisplayId">The handle of the output to replace, in whichever cell it stands.</param>
public sealed record DisplayUpdate(MimeBundle Data, string DisplayId) : CellOutput;
