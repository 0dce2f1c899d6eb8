// Finds what stands at a place in a cell and tells what is known of it.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmileNotebooks.Host;

internal static class Inspector
{
    private const int MostOverloads = 50;

    public static MimeBundle? Inspect(SubmissionChain chain, string code, int position, bool detailed, CancellationToken cancellation)
    {
        CellView view = CellView.At(code, position);
        if (view.Place != CellPlace.CSharp)
        {
            return null;
        }

        CellModel model = CellModel.Of(chain, view, cancellation);
        ImmutableArray<ISymbol> found = SymbolsAt(model, cancellation);
        found = found.IsEmpty ? CallAround(model, cancellation) : found;
        return found.IsEmpty ? null : Describe(chain, model, found, detailed).ToBundle();
    }

    private static Inspection Describe(SubmissionChain chain, CellModel model, ImmutableArray<ISymbol> found, bool detailed)
    {
        int shown = detailed ? Math.Min(MostOverloads, found.Length) : 1;
        ISymbol symbol = found[0];
        SymbolDocumentation? documentation = DocumentationReader.Of(symbol, (CSharpCompilation)model.Semantics.Compilation);
        if (symbol is IMethodSymbol { ReducedFrom: not null } extension)
        {
            // What stands before the dot is no argument.
            documentation = documentation?.With(extension.Parameters.Select(parameter => parameter.Name));
        }

        return new Inspection(
            [.. found.Take(shown).Select(SymbolText.Signature)],
            found.Length - shown,
            symbol is IFieldSymbol field && SymbolText.IsOfCell(field) ? chain.ValueOf(field) : null,
            detailed ? documentation : documentation is null ? null : documentation with { Remarks = "" },
            detailed ? DeclaredSource.Of(symbol, chain) : null);
    }

    /// <summary>The symbol under or left of the cursor; of a method, its overloads follow.</summary>
    private static ImmutableArray<ISymbol> SymbolsAt(CellModel model, CancellationToken cancellation)
    {
        SyntaxToken token = model.Root.FindToken(model.Position);
        if (!IsName(token) || !token.Span.Contains(model.Position))
        {
            token = model.TokenBefore(model.Position);
            if (!IsName(token) || token.Span.End < model.Position)
            {
                return [];
            }
        }

        SyntaxNode node = token.Parent!;
        ISymbol? declared = model.Semantics.GetDeclaredSymbol(node, cancellation);
        return declared is not null ? [declared] : WithOverloads(model, node, cancellation);
    }

    private static bool IsName(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken)
        || token.Parent is PredefinedTypeSyntax or ThisExpressionSyntax or BaseExpressionSyntax;

    private static ImmutableArray<ISymbol> WithOverloads(CellModel model, SyntaxNode node, CancellationToken cancellation)
    {
        SymbolInfo info = model.Semantics.GetSymbolInfo(node, cancellation);
        ImmutableArray<ISymbol> group = model.Semantics.GetMemberGroup(node, cancellation);
        ISymbol? chosen = info.Symbol ?? group.FirstOrDefault() ?? info.CandidateSymbols.FirstOrDefault() ?? Alone(model, node);
        return chosen is null ? [] : ArgumentCompletion.Distinct(group.Prepend(chosen));
    }

    // The name by itself: an unfinished line runs into the next one.
    private static ISymbol? Alone(CellModel model, SyntaxNode node)
    {
        SyntaxNode whole = node.Parent is QualifiedNameSyntax qualified && qualified.Right == node ? qualified
            : node.Parent is MemberAccessExpressionSyntax access && access.Name == node ? access : node;
        SymbolInfo info = model.Semantics.GetSpeculativeSymbolInfo(
            whole.SpanStart, SyntaxFactory.ParseExpression(whole.ToString(), options: CellSource.ParseOptions), SpeculativeBindingOption.BindAsExpression);
        return info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
    }

    private static ImmutableArray<ISymbol> CallAround(CellModel model, CancellationToken cancellation)
    {
        SyntaxToken token = model.TokenBefore(model.Position);
        BaseArgumentListSyntax? arguments = token.Parent?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>()
            .FirstOrDefault(list => list.SpanStart < model.Position && (model.Position < list.Span.End || list.GetLastToken(includeZeroWidth: true).IsMissing));
        return arguments is null ? [] : ArgumentCompletion.Called(model.Semantics, arguments.Parent, cancellation);
    }
}
