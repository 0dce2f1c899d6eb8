// What a cell can put out. The same shapes as Jupyter's messages and nbformat's outputs, so that neither needs a translation.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>One output of a cell.</summary>
public abstract record CellOutput;

/// <summary>Text written to the console.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text, with its line ends.</param>
public sealed record StreamOutput(string Name, string Text) : CellOutput;

/// <summary>A value shown with <c>display</c>.</summary>
/// <param name="Data">The value in each MIME type that it has.</param>
/// <param name="DisplayId">The handle by which it can be updated; null if none.</param>
public sealed record DisplayOutput(MimeBundle Data, string? DisplayId = null) : CellOutput;

/// <summary>The value of a cell's trailing expression.</summary>
/// <param name="Data">The value in each MIME type that it has.</param>
public sealed record ResultOutput(MimeBundle Data) : CellOutput;

/// <summary>Takes away what the cell has put out so far (Jupyter's <c>clear_output</c>). A stored document never holds it.</summary>
/// <param name="Wait">True: only when the cell puts out something new, so that nothing flickers.</param>
public sealed record ClearOutput(bool Wait) : CellOutput;

/// <summary>An error that ended the cell.</summary>
/// <param name="Name">The exception's type, or <c>CompilationError</c>.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Traceback">Lines to show, the cell's own line among them.</param>
public sealed record ErrorOutput(string Name, string Message, ImmutableArray<string> Traceback) : CellOutput;
