// Takes a cell's text apart: C#, other languages, magic commands, references. C# keeps its lines and columns.
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmileNotebooks.Host;

/// <summary>A part of a cell in one language.</summary>
/// <param name="Language"><c>csharp</c>, <c>markdown</c> or <c>html</c>.</param>
/// <param name="Text">The part; C# is preceded by as many empty lines as stand before it in the cell.</param>
/// <param name="References">What its <c>#r</c> lines name, with their line numbers from 1.</param>
internal sealed record CellSegment(string Language, string Text, ImmutableArray<(string Name, int Line)> References);

/// <summary>A cell, taken apart.</summary>
internal sealed record CellSource(ImmutableArray<CellSegment> Segments, bool Timed)
{
    private const string KnownMagics = "#!csharp, #!markdown, #!html, #!time";

    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    /// <exception cref="CellSourceException">A magic command that is not known, or a directive that cannot be followed.</exception>
    public static CellSource Parse(string code)
    {
        code = code.ReplaceLineEndings("\n");
        if (!code.Contains('#'))
        {
            return new CellSource([new CellSegment("csharp", code, [])], Timed: false);
        }

        ImmutableArray<CellSegment>.Builder segments = ImmutableArray.CreateBuilder<CellSegment>();
        bool timed = false;
        string language = "csharp";
        int start = 0;
        while (start < code.Length)
        {
            (int end, string? next) = language == "csharp" ? EndOfCSharp(ref code, start, ref timed) : EndOfText(code, start);
            segments.Add(language == "csharp" ? CSharpSegment(code, start, end) : new CellSegment(language, code[start..end].Trim('\n'), []));
            start = LineEnd(code, end);
            language = next ?? "csharp";
        }

        return new CellSource(segments.ToImmutable(), timed);
    }

    // A `#!` within a string or comment is none: the C# parser knows.
    private static (int End, string? NextLanguage) EndOfCSharp(ref string code, int start, ref bool timed)
    {
        while (code.IndexOf("#!", start, StringComparison.Ordinal) >= 0)
        {
            SyntaxNode root = CSharpSyntaxTree.ParseText(code[start..], ParseOptions).GetRoot();
            ShebangDirectiveTriviaSyntax? magic = root.DescendantNodes(descendIntoTrivia: true).OfType<ShebangDirectiveTriviaSyntax>().FirstOrDefault();
            if (magic is null)
            {
                break;
            }

            int at = start + magic.HashToken.SpanStart;
            string command = code[at..LineEnd(code, at)].Trim();
            if (LanguageOf(command) is { } language && language != "csharp")
            {
                return (at, language);
            }

            timed |= command == "#!time";
            RequireKnown(command, LineOf(code, at));
            code = Blanked(code, at, LineEnd(code, at));
        }

        return (code.Length, null);
    }

    private static (int End, string? NextLanguage) EndOfText(string code, int start)
    {
        for (int line = start; line < code.Length; line = LineEnd(code, line) + 1)
        {
            string command = code[line..LineEnd(code, line)].Trim();
            if (command.StartsWith("#!", StringComparison.Ordinal))
            {
                RequireKnown(command, LineOf(code, line));
                return (line, LanguageOf(command) ?? "csharp");
            }
        }

        return (code.Length, null);
    }

    private static string? LanguageOf(string command) => command switch
    {
        "#!csharp" or "#!c#" or "#!C#" => "csharp",
        "#!markdown" => "markdown",
        "#!html" => "html",
        _ => null,
    };

    private static void RequireKnown(string command, int line)
    {
        if (command != "#!time" && LanguageOf(command) is null)
        {
            throw new CellSourceException(line, $"`{command}` is not a magic command of this host. It knows {KnownMagics}.");
        }
    }

    private static CellSegment CSharpSegment(string code, int start, int end)
    {
        string text = new string('\n', LineOf(code, start) - 1) + code[start..end];
        if (!text.Contains("#r", StringComparison.Ordinal) && !text.Contains("#load", StringComparison.Ordinal))
        {
            return new CellSegment("csharp", text, []);
        }

        ImmutableArray<(string, int)>.Builder references = ImmutableArray.CreateBuilder<(string, int)>();
        SyntaxNode root = CSharpSyntaxTree.ParseText(text, ParseOptions).GetRoot();
        foreach (DirectiveTriviaSyntax directive in root.DescendantNodes(descendIntoTrivia: true).OfType<DirectiveTriviaSyntax>())
        {
            int at = directive.HashToken.SpanStart;
            switch (directive)
            {
                case LoadDirectiveTriviaSyntax:
                    throw new CellSourceException(LineOf(text, at), "`#load` is not supported by this host: put the code into a cell or a library.");
                case ReferenceDirectiveTriviaSyntax { File.IsMissing: false } reference:
                    references.Add((reference.File.ValueText, LineOf(text, at)));
                    text = Blanked(text, at, LineEnd(text, at));
                    break;
                default:
                    break;
            }
        }

        return new CellSegment("csharp", text, references.ToImmutable());
    }

    private static string Blanked(string text, int start, int end) =>
        new StringBuilder(text).Remove(start, end - start).Insert(start, new string(' ', end - start)).ToString();

    private static int LineEnd(string text, int at) => text.IndexOf('\n', at) is >= 0 and int end ? end : text.Length;

    private static int LineOf(string text, int at) => 1 + text.AsSpan(0, at).Count('\n');
}

/// <summary>A cell that cannot be taken apart or whose references cannot be loaded.</summary>
internal sealed class CellSourceException(int line, string message) : Exception(message)
{
    public int Line { get; } = line;
}
