// C# as coloured HTML, from Roslyn's own tokens: no script runs in the page, and strings and comments are never mistaken.
// A cell is parsed alone, so whether a name is a type is told by its place and its capital letter.
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmileNotebooks.Host;

internal static class CSharpHighlighter
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    public static string ToHtml(string source)
    {
        StringBuilder html = new();
        int written = 0;
        foreach ((TextSpan span, string style) in Spans(source).OrderBy(part => part.Span.Start))
        {
            if (span.Start >= written)
            {
                html.Append(Html.Escape(source[written..span.Start]));
                html.Append($"<span class=\"{style}\">{Html.Escape(source[span.Start..span.End])}</span>");
                written = span.End;
            }
        }

        return html.Append(Html.Escape(source[written..])).ToString();
    }

    private static IEnumerable<(TextSpan Span, string Style)> Spans(string source)
    {
        (string parsed, HashSet<int> magics) = HideMagics(source);
        SyntaxNode root = CSharpSyntaxTree.ParseText(parsed, Script).GetRoot();
        foreach (SyntaxTrivia trivia in root.DescendantTrivia())
        {
            if (TriviaStyle(trivia, magics) is { } style)
            {
                yield return (trivia.Span, style);
            }
        }

        foreach (SyntaxToken token in root.DescendantTokens())
        {
            if (TokenStyle(token) is { } style && !token.Span.IsEmpty)
            {
                yield return (token.Span, style);
            }
        }
    }

    /// <summary>Turns lines of #!magic and #r, which are no C#, into comments of the same length.</summary>
    private static (string Parsed, HashSet<int> Magics) HideMagics(string source)
    {
        char[] parsed = source.ToCharArray();
        HashSet<int> magics = [];
        for (int start = 0; start < parsed.Length; start = NextLine(source, start))
        {
            int first = start;
            while (first < parsed.Length && parsed[first] is ' ' or '\t')
            {
                first++;
            }

            if (first + 1 < parsed.Length && parsed[first] == '#' && parsed[first + 1] is '!' or 'r' or 'i' && !StartsCondition(source, first))
            {
                parsed[first] = parsed[first + 1] = '/';
                magics.Add(first);
            }
        }

        return (new string(parsed), magics);
    }

    private static bool StartsCondition(string source, int at) =>
        source.AsSpan(at).StartsWith("#if") || source.AsSpan(at).StartsWith("#region");

    private static int NextLine(string source, int start) =>
        source.IndexOf('\n', start) is >= 0 and int end ? end + 1 : source.Length;

    private static string? TriviaStyle(SyntaxTrivia trivia, HashSet<int> magics) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia => magics.Contains(trivia.SpanStart) ? "magic" : "comment",
        SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia
            or SyntaxKind.MultiLineDocumentationCommentTrivia or SyntaxKind.DisabledTextTrivia => "comment",
        _ => trivia.IsDirective ? "magic" : null,
    };

    private static string? TokenStyle(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "number",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringEndToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            or SyntaxKind.InterpolatedRawStringEndToken => "string",
        SyntaxKind.IdentifierToken => NameStyle(token),
        SyntaxKind kind => SyntaxFacts.IsKeywordKind(kind) ? "keyword" : null,
    };

    private static string? NameStyle(SyntaxToken token) => token.Parent switch
    {
        IdentifierNameSyntax { IsVar: true } => "keyword",
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax or ConstructorDeclarationSyntax => "type",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "method",
        SimpleNameSyntax name => NameStyle(name),
        _ => null,
    };

    private static string? NameStyle(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax => "method",
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access
            when access.Name == name && call.Expression == access => "method",
        MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax } => "method",
        MemberAccessExpressionSyntax access when access.Expression == name => IsCapital(name) ? "type" : null,
        UsingDirectiveSyntax or QualifiedNameSyntax { Parent: UsingDirectiveSyntax or QualifiedNameSyntax } => null,
        _ => IsTypePlace(name) ? "type" : null,
    };

    private static bool IsCapital(SimpleNameSyntax name) => char.IsUpper(name.Identifier.ValueText.FirstOrDefault());

    private static bool IsTypePlace(SimpleNameSyntax name) => name.Parent switch
    {
        TypeSyntax or TypeArgumentListSyntax or BaseTypeSyntax or TypeConstraintSyntax or AttributeSyntax or DeclarationPatternSyntax
            or RecursivePatternSyntax or ObjectCreationExpressionSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax => true,
        VariableDeclarationSyntax declaration => declaration.Type == name,
        ParameterSyntax parameter => parameter.Type == name,
        CastExpressionSyntax cast => cast.Type == name,
        DeclarationExpressionSyntax declaration => declaration.Type == name,
        ForEachStatementSyntax loop => loop.Type == name,
        CatchDeclarationSyntax declaration => declaration.Type == name,
        BasePropertyDeclarationSyntax property => property.Type == name,
        MethodDeclarationSyntax method => method.ReturnType == name,
        LocalFunctionStatementSyntax function => function.ReturnType == name,
        _ => false,
    };
}
