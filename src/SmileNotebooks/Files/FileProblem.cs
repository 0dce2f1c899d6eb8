namespace SmileNotebooks;

/// <summary>Makes the error that a room of this library throws for its files, so that reading and writing are written once for all of them.</summary>
/// <param name="path">The file.</param>
/// <param name="place">Where in it, as "line 12"; null where it is the file as a whole.</param>
/// <param name="found">What was found.</param>
/// <param name="expected">What was expected.</param>
/// <param name="innerException">What failed below; null where nothing did.</param>
internal delegate Exception FileProblem(string path, string? place, string found, string expected, Exception? innerException);
