// The text of what a cell declared, as its author wrote it: the compiled tree holds checks between the lines.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmileNotebooks.Host;

internal static class DeclaredSource
{
    public static string? Of(ISymbol symbol, SubmissionChain chain)
    {
        if (symbol.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference || chain.SourceOf(reference.SyntaxTree.FilePath) is not { } code)
        {
            return null;
        }

        SyntaxNode compiled = reference.GetSyntax();
        int at = SameNamed(reference.SyntaxTree.GetRoot(), compiled).ToList().FindIndex(node => node.Span == compiled.Span);
        string csharp = UsingDeclarations.Blank(code, CellSource.ParseOptions).Code;
        SyntaxNode? written = SameNamed(CSharpSyntaxTree.ParseText(csharp, CellSource.ParseOptions).GetRoot(), compiled).ElementAtOrDefault(at);
        return (written?.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? written)?.ToString();
    }

    private static IEnumerable<SyntaxNode> SameNamed(SyntaxNode root, SyntaxNode like) =>
        root.DescendantNodes().Where(node => node.RawKind == like.RawKind && NameOf(node) == NameOf(like));

    private static string NameOf(SyntaxNode node) => node.ChildTokens().FirstOrDefault(token => token.IsKind(SyntaxKind.IdentifierToken)).ValueText ?? "";
}
