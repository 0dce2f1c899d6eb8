// The properties and fields that an object initialiser, or a `with`, can still set.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmileNotebooks.Host;

internal static class InitializerCompletion
{
    /// <returns>False where the braces hold values, not properties.</returns>
    public static bool Add(CompletionCandidates candidates, CellModel model, InitializerExpressionSyntax initializer, CancellationToken cancellation)
    {
        bool mayBeObject = initializer.Kind() is SyntaxKind.ObjectInitializerExpression or SyntaxKind.WithInitializerExpression
            or SyntaxKind.CollectionInitializerExpression;
        if (!mayBeObject || initializer.Parent is null || model.Semantics.GetTypeInfo(initializer.Parent, cancellation).Type is not { TypeKind: not TypeKind.Error } type)
        {
            return false;
        }

        HashSet<string> set = [.. initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left.ToString())];
        foreach (ISymbol symbol in model.Semantics.LookupSymbols(model.Position, type).Where(symbol => CanBeSet(symbol) && !set.Contains(symbol.Name)))
        {
            candidates.Add(symbol, CompletionGroup.Nearest);
        }

        return !type.AllInterfaces.Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable);
    }

    private static bool CanBeSet(ISymbol symbol) => !symbol.IsStatic && symbol switch
    {
        IPropertySymbol { IsIndexer: false } property => property.SetMethod is { DeclaredAccessibility: Accessibility.Public },
        IFieldSymbol field => field is { IsReadOnly: false, IsConst: false },
        _ => false,
    };
}
