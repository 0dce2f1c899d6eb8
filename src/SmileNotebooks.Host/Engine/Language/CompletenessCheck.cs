// Tells code that can be run from code that goes on.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SmileNotebooks.Host;

internal static class CompletenessCheck
{
    private const int IndentWidth = 4;

    public static CodeCompleteness Of(string code)
    {
        string csharp = UsingDeclarations.Blank(CellView.At(code, code.Length).CSharp, CellSource.ParseOptions).Code;
        SyntaxTree tree = CSharpSyntaxTree.ParseText(csharp, CellSource.ParseOptions);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
        {
            return new CodeCompleteness(CompletenessStatus.Incomplete, IndentOf(tree.GetRoot()));
        }

        bool invalid = tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new CodeCompleteness(invalid ? CompletenessStatus.Invalid : CompletenessStatus.Complete, "");
    }

    private static string IndentOf(SyntaxNode root)
    {
        int depth = 0;
        foreach (SyntaxToken token in root.DescendantTokens())
        {
            depth += token.IsMissing ? 0 : token.Kind() switch
            {
                SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => 1,
                SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => -1,
                _ => 0,
            };
        }

        return new string(' ', IndentWidth * Math.Max(0, depth));
    }
}
