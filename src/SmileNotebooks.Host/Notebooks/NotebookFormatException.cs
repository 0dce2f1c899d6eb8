// A notebook file that cannot be read.
namespace SmileNotebooks.Host;

/// <summary>A file is not a notebook that can be read; the message names the file, the place, what was found and what was expected.</summary>
/// <param name="file">The file's path, or what stands for it.</param>
/// <param name="place">Where in the JSON: a path such as <c>$.cells[3].source</c>, or a line and column.</param>
/// <param name="problem">What is wrong there.</param>
public sealed class NotebookFormatException(string file, string place, string problem) : Exception($"{file}: {place}: {problem}")
{
    /// <summary>The file's path, or what stands for it.</summary>
    public string File { get; } = file;

    /// <summary>Where in the file.</summary>
    public string Place { get; } = place;
}
