// What a cell puts out, in one form for both hosts.
using System.Collections.Immutable;

namespace Bridges.Tests.Interactive;

/// <summary>One output of a cell.</summary>
internal abstract record CellOutput;

/// <summary>Text on a stream; what follows on the same stream is one with it.</summary>
/// <param name="Stream">stdout or stderr.</param>
/// <param name="Text">The text.</param>
internal sealed record StreamOutput(string Stream, string Text) : CellOutput;

/// <summary>A value that is shown, at the cell's end or by <c>display</c>.</summary>
/// <param name="Data">What the host sends to a front end, by MIME type.</param>
/// <param name="Plain">The value as plain text, whether the host sends it or not.</param>
internal sealed record ValueOutput(ImmutableSortedDictionary<string, string> Data, string Plain) : CellOutput
{
    public const string HtmlType = "text/html";
    public const string PlainType = "text/plain";
    public const string PlotlyType = "application/vnd.plotly.v1+json";
}

/// <summary>The cell did not compile, or threw.</summary>
/// <param name="Message">What the host says of it.</param>
internal sealed record ErrorOutput(string Message) : CellOutput;

/// <summary>A code cell and what it put out.</summary>
/// <param name="Id">The cell's id.</param>
/// <param name="Source">Its code.</param>
/// <param name="Outputs">In their order.</param>
internal sealed record CodeCell(string Id, string Source, ImmutableArray<CellOutput> Outputs);

/// <summary>The code cells of a notebook that has run.</summary>
/// <param name="Cells">In their order.</param>
/// <param name="Modules">Files that were loaded into the host's process, where it tells them.</param>
internal sealed record ExecutedNotebook(ImmutableArray<CodeCell> Cells, ImmutableArray<string> Modules);
