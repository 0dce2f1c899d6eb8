// Compiler errors as a person reads them: place, message, the line, a caret.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SmileNotebooks.Host;

internal static class CompileErrors
{
    public const string Name = "CompilationError";

    private const int MostShown = 50;

    // Of a longer line (a pasted table, say) only what stands around the error is shown.
    private const int LongestLine = 400;

    /// <param name="errors">What the compiler found.</param>
    /// <param name="code">The code.</param>
    /// <param name="place">What the code is called: <c>cell 3</c>.</param>
    public static ErrorOutput Report(ImmutableArray<Diagnostic> errors, string code, string place)
    {
        string[] lines = code.Split('\n');
        ImmutableArray<Diagnostic> telling = Telling(errors);
        ImmutableArray<string>.Builder traceback = ImmutableArray.CreateBuilder<string>();
        foreach (Diagnostic error in telling.Take(MostShown))
        {
            LinePosition position = error.Location.GetLineSpan().StartLinePosition;
            traceback.Add(Message(error, place));
            if (error.Location.IsInSource && position.Line < lines.Length)
            {
                traceback.AddRange(Excerpt(lines[position.Line].TrimEnd('\r'), position.Character));
            }
        }

        if (telling.Length > MostShown)
        {
            traceback.Add($"... and {telling.Length - MostShown} more {(telling.Length == MostShown + 1 ? "error" : "errors")}");
        }

        return new ErrorOutput(Name, Message(telling[0], place), traceback.ToImmutable());
    }

    public static ErrorOutput Report(CellSourceException error, SourceFile file)
    {
        string message = $"{file.Name}, line {error.Line}: {error.Message}";
        string[] lines = file.Text.ReplaceLineEndings("\n").Split('\n');
        return new ErrorOutput(Name, message, error.Line <= lines.Length ? [message, "    " + lines[error.Line - 1]] : [message]);
    }

    private static string Message(Diagnostic error, string place)
    {
        LinePosition position = error.Location.GetLineSpan().StartLinePosition;
        return error.Location.IsInSource
            ? $"{place}, line {position.Line + 1}, column {position.Character + 1}: error {error.Id}: {error.GetMessage()}"
            : $"{place}: error {error.Id}: {error.GetMessage()}";
    }

    // In the order of the text, each once. A syntax error brings others in its wake that only mislead.
    private static ImmutableArray<Diagnostic> Telling(ImmutableArray<Diagnostic> errors)
    {
        HashSet<(string, TextSpan)> syntax = [.. errors.Select(error => error.Location.SourceTree).OfType<SyntaxTree>().Distinct()
            .SelectMany(tree => tree.GetDiagnostics()).Select(KeyOf)];
        ImmutableArray<Diagnostic> ofSyntax = [.. errors.Where(error => error.Location.IsInSource && syntax.Contains(KeyOf(error)))];
        return [.. (ofSyntax.IsEmpty ? errors : ofSyntax).DistinctBy(error => (error.Id, error.Location.GetLineSpan().Span)).OrderBy(error => error.Location.SourceSpan.Start)];
    }

    private static (string Id, TextSpan Span) KeyOf(Diagnostic error) => (error.Id, error.Location.SourceSpan);

    // Tabs stay tabs above the caret, so that it stands where it should.
    private static string[] Excerpt(string line, int column)
    {
        int start = line.Length <= LongestLine ? 0 : Math.Max(0, column - (LongestLine / 2));
        string shown = line[start..Math.Min(line.Length, start + LongestLine)];
        return ["    " + shown, "    " + string.Concat(shown.Take(column - start).Select(c => c == '\t' ? '\t' : ' ')) + "^"];
    }
}
