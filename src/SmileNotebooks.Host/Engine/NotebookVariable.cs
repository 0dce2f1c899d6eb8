namespace SmileNotebooks.Host;

/// <summary>A variable that a cell declared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its declared type as C# writes it, without namespaces.</param>
/// <param name="Value">Its value now, in one short line of text.</param>
public sealed record NotebookVariable(string Name, string Type, string Value);
