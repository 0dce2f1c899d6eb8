// Which lambdas and queries of a cell can be given a check, and of which form. It takes the compiler's view: a lambda that becomes an
// expression tree must stay as it is, and only its delegate's type says whether its expression is a value.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SmileNotebooks.Host;

internal sealed class GuardPlan
{
    private readonly Dictionary<LambdaExpressionSyntax, bool> _lambdas = [];
    private readonly HashSet<QueryExpressionSyntax> _queries = [];

    private GuardPlan()
    {
    }

    /// <summary>A plan that leaves them all as they are.</summary>
    public static GuardPlan None { get; } = new();

    /// <summary>True where a plan is worth the compiler's look at the cell.</summary>
    public static bool IsNeeded(SyntaxNode root) =>
        root.DescendantNodes().Any(node => node is LambdaExpressionSyntax { ExpressionBody: not null } or QueryExpressionSyntax);

    public static GuardPlan Of(SyntaxNode root, SemanticModel semantics)
    {
        GuardPlan plan = new();
        plan.Add(root, semantics);
        return plan;
    }

    /// <summary>Whether an expression lambda can become a block.</summary>
    /// <param name="lambda">The lambda.</param>
    /// <param name="returnsValue">Whether the block has to return the expression's value.</param>
    public bool Takes(LambdaExpressionSyntax lambda, out bool returnsValue) => _lambdas.TryGetValue(lambda, out returnsValue);

    /// <summary>Whether the clauses of a query can be given checks.</summary>
    public bool Takes(QueryExpressionSyntax query) => _queries.Contains(query);

    private void Add(SyntaxNode node, SemanticModel semantics)
    {
        switch (node)
        {
            case ArgumentSyntax { Expression: LambdaExpressionSyntax } argument when IsQuoted(argument, semantics):
                return;
            case LambdaExpressionSyntax { ExpressionBody: not null } lambda:
                if ((semantics.GetTypeInfo(lambda).ConvertedType as INamedTypeSymbol)?.DelegateInvokeMethod is not { } invoke)
                {
                    return;
                }

                if (lambda.ExpressionBody is not (ThrowExpressionSyntax or RefExpressionSyntax))
                {
                    _lambdas.Add(lambda, ReturnsValue(lambda, invoke));
                }

                break;
            case QueryExpressionSyntax query:
                if (IsForTrees(query, semantics))
                {
                    return;
                }

                _queries.Add(query);
                break;
            default:
                break;
        }

        foreach (SyntaxNode child in node.ChildNodes())
        {
            Add(child, semantics);
        }
    }

    // The method is handed the text of this argument, and may show it: TTest.Paired names its conditions so. A check would stand in that text.
    private static bool IsQuoted(ArgumentSyntax argument, SemanticModel semantics) =>
        semantics.GetOperation(argument) is IArgumentOperation { Parameter: { ContainingSymbol: IMethodSymbol method } quoted }
        && method.Parameters.Any(parameter => parameter.GetAttributes().Any(attribute =>
            attribute.AttributeClass is { Name: "CallerArgumentExpressionAttribute" } && attribute.ConstructorArguments is [{ Value: string name }] && name == quoted.Name));

    private static bool ReturnsValue(LambdaExpressionSyntax lambda, IMethodSymbol invoke) => !invoke.ReturnsVoid
        && !(lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword) && invoke.ReturnType is INamedTypeSymbol { Arity: 0, Name: "Task" or "ValueTask" });

    // A query of a database, say: its clauses are read, not run.
    private static bool IsForTrees(QueryExpressionSyntax query, SemanticModel semantics) =>
        query.Body.Clauses.Select(clause => semantics.GetQueryClauseInfo(clause).OperationInfo.Symbol)
            .Append(semantics.GetSymbolInfo(query.Body.SelectOrGroup).Symbol)
            .OfType<IMethodSymbol>().Any(method => method.Parameters.Any(parameter => parameter.Type is INamedTypeSymbol { Name: "Expression", Arity: 1 }));
}
