namespace SmileNotebooks.Host;

/// <summary>A format of notebook files, told by the extension.</summary>
public enum NotebookFormat
{
    /// <summary><c>.ipynb</c>: Jupyter's, with outputs (nbformat 4).</summary>
    Ipynb,

    /// <summary><c>.dib</c>: .NET Interactive's text format.</summary>
    Dib,

    /// <summary><c>.cs</c>: a C# script in the percent format, with cells that begin at <c>// %%</c>.</summary>
    Percent,
}
