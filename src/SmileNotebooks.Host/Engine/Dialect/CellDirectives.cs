// The directives of C# text that the host follows itself: `#r`, `#i`, `#load`.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmileNotebooks.Host;

internal static class CellDirectives
{
    private static readonly string[] s_names = ["#r", "#i", "#load"];

    /// <summary>Takes the directives out of C# text; others (<c>#if</c>, <c>#region</c>, ...) stay for the compiler.</summary>
    public static CodeSegment Take(string text)
    {
        if (!s_names.Any(name => text.Contains(name, StringComparison.Ordinal)))
        {
            return new CodeSegment(text, []);
        }

        ImmutableArray<CellDirective>.Builder directives = ImmutableArray.CreateBuilder<CellDirective>();
        SyntaxNode root = CSharpSyntaxTree.ParseText(text, CellSource.ParseOptions).GetRoot();
        foreach (DirectiveTriviaSyntax directive in root.DescendantNodes(descendIntoTrivia: true).OfType<DirectiveTriviaSyntax>())
        {
            int at = directive.HashToken.SpanStart;
            int end = CellText.LineEnd(text, at);
            if (Read(directive, text[at..end]) is { } found)
            {
                directives.Add(new CellDirective(found.Kind, found.Value, CellText.LineOf(text, at)));
                text = CellText.Blanked(text, at, end);
            }
        }

        return new CodeSegment(text, directives.ToImmutable());
    }

    // `#i` is not C#'s: the parser sees a bad directive.
    private static (DirectiveKind Kind, string Value)? Read(DirectiveTriviaSyntax directive, string line) => directive switch
    {
        ReferenceDirectiveTriviaSyntax { File.IsMissing: false } reference => (DirectiveKind.Reference, reference.File.ValueText),
        LoadDirectiveTriviaSyntax { File.IsMissing: false } load => (DirectiveKind.Load, load.File.ValueText),
        BadDirectiveTriviaSyntax { Identifier.Text: "i" } when Quoted(line) is { } value => (DirectiveKind.PackageSource, value),
        _ => null,
    };

    private static string? Quoted(string line)
    {
        int open = line.IndexOf('"', StringComparison.Ordinal);
        int close = line.LastIndexOf('"');
        return open >= 0 && close > open ? line[(open + 1)..close] : null;
    }
}
