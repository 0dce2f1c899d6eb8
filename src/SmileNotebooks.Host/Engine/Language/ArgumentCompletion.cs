// The names of the parameters that a call can still be given: `Round(value, digits: 2)`.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmileNotebooks.Host;

internal static class ArgumentCompletion
{
    public static void Add(CompletionCandidates candidates, CellModel model, BaseArgumentListSyntax arguments, CancellationToken cancellation)
    {
        HashSet<string> given = [.. arguments.Arguments.Select(argument => argument.NameColon?.Name.Identifier.ValueText).OfType<string>()];
        foreach (IParameterSymbol parameter in Called(model.Semantics, arguments.Parent, cancellation).SelectMany(symbol => ParametersOf(symbol)))
        {
            if (!given.Contains(parameter.Name))
            {
                candidates.Add(parameter.Name + ":", "parameter", SymbolText.Signature(parameter), CompletionGroup.Own);
            }
        }
    }

    /// <summary>The methods that a call may mean, the likeliest first.</summary>
    public static ImmutableArray<ISymbol> Called(SemanticModel semantics, SyntaxNode? call, CancellationToken cancellation)
    {
        if (call is null)
        {
            return [];
        }

        ISymbol? chosen = semantics.GetSymbolInfo(call, cancellation).Symbol;
        IEnumerable<ISymbol> all = call switch
        {
            InvocationExpressionSyntax { Expression: var function } => semantics.GetMemberGroup(function, cancellation) is { IsEmpty: false } group
                ? group : semantics.GetTypeInfo(function, cancellation).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke] : [],
            BaseObjectCreationExpressionSyntax creation => semantics.GetTypeInfo(creation, cancellation).Type is INamedTypeSymbol type
                ? type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public) : [],
            _ => semantics.GetSymbolInfo(call, cancellation).CandidateSymbols,
        };
        return Distinct(chosen is null ? all : all.Prepend(chosen));
    }

    /// <summary>Each method once: the one that is called with its type arguments, the others as they are declared.</summary>
    public static ImmutableArray<ISymbol> Distinct(IEnumerable<ISymbol> symbols) =>
        [.. symbols.DistinctBy(symbol => ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol).OriginalDefinition, SymbolEqualityComparer.Default)];

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };
}
