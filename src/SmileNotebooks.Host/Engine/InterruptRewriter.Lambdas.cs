// The rewriter's part for what is called back: an endless loop may lie in the library that calls a lambda or a query's clause.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SmileNotebooks.Host;

internal sealed partial class InterruptRewriter
{
    private static readonly ExpressionSyntax s_pass = ParseExpression("global::SmileNotebooks.Host.CellInterrupt.Pass");

    private int _guardedQueries;

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => Guarded(node, base.VisitSimpleLambdaExpression(node));

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        Guarded(node, base.VisitParenthesizedLambdaExpression(node));

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) =>
        base.VisitAnonymousMethodExpression(node) is AnonymousMethodExpressionSyntax method
            ? method.WithBlock(method.Block.WithStatements(method.Block.Statements.Insert(0, CheckOf(node.Block)))) : null;

    public override SyntaxNode? VisitQueryExpression(QueryExpressionSyntax node)
    {
        bool takes = plan.Takes(node);
        _guardedQueries += takes ? 1 : 0;
        SyntaxNode? query = base.VisitQueryExpression(node);
        _guardedQueries -= takes ? 1 : 0;
        return query;
    }

    public override SyntaxNode? VisitWhereClause(WhereClauseSyntax node) =>
        base.VisitWhereClause(node) is WhereClauseSyntax where ? where.WithCondition(Passed(where.Condition)) : null;

    public override SyntaxNode? VisitLetClause(LetClauseSyntax node) =>
        base.VisitLetClause(node) is LetClauseSyntax let ? let.WithExpression(Passed(let.Expression)) : null;

    // `select x` alone may be no call at all.
    public override SyntaxNode? VisitSelectClause(SelectClauseSyntax node) => base.VisitSelectClause(node) is not SelectClauseSyntax select ? null
        : node.Expression is IdentifierNameSyntax ? select : select.WithExpression(Passed(select.Expression));

    private LambdaExpressionSyntax? Guarded(LambdaExpressionSyntax written, SyntaxNode? visited)
    {
        if (visited is not LambdaExpressionSyntax lambda)
        {
            return null;
        }

        if (lambda.Block is { } block)
        {
            return lambda.WithBlock(block.WithStatements(block.Statements.Insert(0, CheckOf(written.Block!))));
        }

        return plan.Takes(written, out bool returnsValue)
            ? lambda.WithExpressionBody(null).WithBlock(Block(CheckOf(written), Statement(lambda.ExpressionBody!, returnsValue)))
            : lambda;
    }

    // One that calls something may come back to itself.
    private static StatementSyntax CheckOf(SyntaxNode function) =>
        function.DescendantNodes().Any(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax) ? s_checkCall : s_check;

    private ExpressionSyntax Passed(ExpressionSyntax expression) => _guardedQueries == 0 ? expression
        : InvocationExpression(s_pass, ArgumentList([Argument(expression.WithoutTrivia())])).WithTriviaFrom(expression);
}
