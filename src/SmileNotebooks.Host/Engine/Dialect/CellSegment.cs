// The parts of a cell, in the order in which they run.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>A part of a cell.</summary>
internal abstract record CellSegment;

/// <summary>C#.</summary>
/// <param name="Text">The part, preceded by as many empty lines as stand before it in the cell; its directives are blanked.</param>
/// <param name="Directives">What it names to be loaded before it runs, in order.</param>
internal sealed record CodeSegment(string Text, ImmutableArray<CellDirective> Directives) : CellSegment;

/// <summary>Markdown or HTML, shown as it is.</summary>
/// <param name="Language"><c>markdown</c> or <c>html</c>.</param>
/// <param name="Text">The part.</param>
internal sealed record MarkupSegment(string Language, string Text) : CellSegment;

/// <summary>A magic command that does something, where it stands.</summary>
/// <param name="Command">The command.</param>
/// <param name="Arguments">What stands behind its name.</param>
/// <param name="Line">Its line in the cell, from 1.</param>
internal sealed record CommandSegment(CommandMagic Command, string Arguments, int Line) : CellSegment;

/// <summary>What a directive in C# is for.</summary>
internal enum DirectiveKind
{
    /// <summary><c>#r</c>: a library, package or project.</summary>
    Reference,

    /// <summary><c>#i</c>: a source of packages.</summary>
    PackageSource,

    /// <summary><c>#load</c>: a script to run here.</summary>
    Load,
}

/// <summary>A directive.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Value">What stands between its quotes.</param>
/// <param name="Line">Its line in the cell, from 1.</param>
internal sealed record CellDirective(DirectiveKind Kind, string Value, int Line);

/// <summary>A cell that cannot be taken apart, or a directive or magic command in it that cannot be followed.</summary>
internal sealed class CellSourceException(int line, string message) : Exception(message)
{
    public int Line { get; } = line;
}
