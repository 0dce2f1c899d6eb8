// What a front end can offer while somebody types.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>Completions at a place in a cell, the likeliest first, at most 500.</summary>
/// <param name="Start">Where the text to replace starts: a UTF-16 index into the cell.</param>
/// <param name="End">Where it ends (exclusive): the cursor.</param>
/// <param name="Items">What can stand there; empty where nothing can be said, as in a comment.</param>
public sealed record CompletionList(int Start, int End, ImmutableArray<CompletionItem> Items);

/// <summary>One completion.</summary>
/// <param name="Text">The text to insert.</param>
/// <param name="Kind">
/// What it is, in lower case: <c>class</c>, <c>struct</c>, <c>interface</c>, <c>enum</c>, <c>delegate</c>, <c>method</c>, <c>property</c>,
/// <c>field</c>, <c>event</c>, <c>constant</c>, <c>variable</c>, <c>parameter</c>, <c>module</c> (a namespace), <c>keyword</c>, <c>typeparameter</c>,
/// <c>magic</c>, <c>file</c> or <c>folder</c>.
/// </param>
/// <param name="Signature">The declaration in one line, overloads counted: <c>void Console.WriteLine() (+ 17 overloads)</c>; may be empty.</param>
public sealed record CompletionItem(string Text, string Kind, string Signature);
