// Compiler errors as a person reads them: place, message, the line, a caret.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SmileNotebooks.Host;

internal static class CompileErrors
{
    public const string Name = "CompilationError";

    /// <param name="errors">What the compiler found.</param>
    /// <param name="code">The code.</param>
    /// <param name="place">What the code is called: <c>cell 3</c>.</param>
    public static ErrorOutput Report(ImmutableArray<Diagnostic> errors, string code, string place)
    {
        string[] lines = code.Split('\n');
        ImmutableArray<string>.Builder traceback = ImmutableArray.CreateBuilder<string>();
        string? first = null;
        // A syntax error brings others in its wake that only mislead.
        bool syntax = errors.Any(error => error.Location.IsInSource && error.Descriptor.Category == "Compiler" && IsSyntax(error));
        foreach (Diagnostic error in errors.Where(error => !syntax || IsSyntax(error)).DistinctBy(error => (error.Id, error.Location.GetLineSpan().Span)).OrderBy(error => error.Location.SourceSpan.Start))
        {
            LinePosition position = error.Location.GetLineSpan().StartLinePosition;
            string message = error.Location.IsInSource
                ? $"{place}, line {position.Line + 1}, column {position.Character + 1}: error {error.Id}: {error.GetMessage()}"
                : $"{place}: error {error.Id}: {error.GetMessage()}";
            first ??= message;
            traceback.Add(message);
            if (error.Location.IsInSource && position.Line < lines.Length)
            {
                traceback.AddRange(Excerpt(lines[position.Line].TrimEnd('\r'), position.Character));
            }
        }

        return new ErrorOutput(Name, first!, traceback.ToImmutable());
    }

    public static ErrorOutput Report(CellSourceException error, SourceFile file)
    {
        string message = $"{file.Name}, line {error.Line}: {error.Message}";
        string[] lines = file.Text.ReplaceLineEndings("\n").Split('\n');
        return new ErrorOutput(Name, message, error.Line <= lines.Length ? [message, "    " + lines[error.Line - 1]] : [message]);
    }

    private static bool IsSyntax(Diagnostic error) => error.Location.SourceTree is { } tree
        && tree.GetDiagnostics().Any(other => other.Id == error.Id && other.Location.SourceSpan == error.Location.SourceSpan);

    // Tabs stay tabs above the caret, so that it stands where it should.
    private static string[] Excerpt(string line, int column) =>
        ["    " + line, "    " + string.Concat(line.Take(column).Select(c => c == '\t' ? '\t' : ' ')) + "^"];
}
