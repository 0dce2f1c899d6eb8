// What can stand after a dot.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmileNotebooks.Host;

internal static class MemberCompletion
{
    public static void Add(CompletionCandidates candidates, CellModel model, SyntaxToken dot, CancellationToken cancellation)
    {
        if (dot.Parent is AliasQualifiedNameSyntax)
        {
            AddMembers(candidates, model, new Receiver(model.Semantics.Compilation.GlobalNamespace, true, false));
        }
        else if (LeftOf(dot) is { } left && model.ReceiverOf(left, cancellation) is { } receiver)
        {
            bool lifted = dot.Parent is MemberBindingExpressionSyntax;
            AddMembers(candidates, model, receiver with { Container = Reached(receiver.Container, lifted) });
        }
    }

    private static ExpressionSyntax? LeftOf(SyntaxToken dot) => dot.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        QualifiedNameSyntax name => name.Left,
        MemberBindingExpressionSyntax binding => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>()
            .FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.SpanStart))?.Expression,
        _ => null,
    };

    // `p->` reaches what p points to, `n?.` what a nullable number holds.
    private static INamespaceOrTypeSymbol Reached(INamespaceOrTypeSymbol container, bool lifted) => container switch
    {
        IPointerTypeSymbol pointer => pointer.PointedAtType,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable when lifted => nullable.TypeArguments[0],
        _ => container,
    };

    private static void AddMembers(CompletionCandidates candidates, CellModel model, Receiver receiver)
    {
        if (receiver is { OfType: true, Container: INamespaceSymbol space })
        {
            AddAll(candidates, model.Semantics.LookupNamespacesAndTypes(model.Position, space));
            return;
        }

        if (receiver.OfType)
        {
            AddAll(candidates, model.Semantics.LookupStaticMembers(model.Position, receiver.Container));
        }

        if (receiver.OfValue)
        {
            AddAll(candidates, model.Semantics.LookupSymbols(model.Position, receiver.Container, name: null, includeReducedExtensionMethods: true)
                .Where(symbol => symbol is not ITypeSymbol && (!symbol.IsStatic || symbol is IMethodSymbol { MethodKind: MethodKind.ReducedExtension })));
        }
    }

    private static void AddAll(CompletionCandidates candidates, IEnumerable<ISymbol> symbols)
    {
        foreach (ISymbol symbol in symbols)
        {
            candidates.Add(symbol, GroupOf(symbol));
        }
    }

    private static CompletionGroup GroupOf(ISymbol symbol) => symbol switch
    {
        { ContainingType.SpecialType: SpecialType.System_Object } => CompletionGroup.Rest,
        IMethodSymbol { MethodKind: MethodKind.ReducedExtension } => CompletionGroup.Usual,
        INamespaceSymbol => CompletionGroup.Usual,
        _ => CompletionGroup.Own,
    };
}
