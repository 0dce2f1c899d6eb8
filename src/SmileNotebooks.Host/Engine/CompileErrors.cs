// Compiler errors as a person reads them: place, message, the line, a caret.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SmileNotebooks.Host;

internal static class CompileErrors
{
    public const string Name = "CompilationError";

    public static ErrorOutput Report(ImmutableArray<Diagnostic> errors, string code, int cellNumber)
    {
        string[] lines = code.Split('\n');
        ImmutableArray<string>.Builder traceback = ImmutableArray.CreateBuilder<string>();
        string? first = null;
        // A syntax error brings others in its wake that only mislead.
        bool syntax = errors.Any(error => error.Location.IsInSource && error.Descriptor.Category == "Compiler" && IsSyntax(error));
        foreach (Diagnostic error in errors.Where(error => !syntax || IsSyntax(error)).DistinctBy(error => (error.Id, error.Location.GetLineSpan().Span)).OrderBy(error => error.Location.SourceSpan.Start))
        {
            LinePosition place = error.Location.GetLineSpan().StartLinePosition;
            string message = error.Location.IsInSource
                ? $"cell {cellNumber}, line {place.Line + 1}, column {place.Character + 1}: error {error.Id}: {error.GetMessage()}"
                : $"cell {cellNumber}: error {error.Id}: {error.GetMessage()}";
            first ??= message;
            traceback.Add(message);
            if (error.Location.IsInSource && place.Line < lines.Length)
            {
                traceback.AddRange(Excerpt(lines[place.Line].TrimEnd('\r'), place.Character));
            }
        }

        return new ErrorOutput(Name, first!, traceback.ToImmutable());
    }

    public static ErrorOutput Report(CellSourceException error, string code, int cellNumber)
    {
        string message = $"cell {cellNumber}, line {error.Line}: {error.Message}";
        string[] lines = code.ReplaceLineEndings("\n").Split('\n');
        return new ErrorOutput(Name, message, error.Line <= lines.Length ? [message, "    " + lines[error.Line - 1]] : [message]);
    }

    private static bool IsSyntax(Diagnostic error) => error.Location.SourceTree is { } tree
        && tree.GetDiagnostics().Any(other => other.Id == error.Id && other.Location.SourceSpan == error.Location.SourceSpan);

    // Tabs stay tabs above the caret, so that it stands where it should.
    private static string[] Excerpt(string line, int column) =>
        ["    " + line, "    " + string.Concat(line.Take(column).Select(c => c == '\t' ? '\t' : ' ')) + "^"];
}
