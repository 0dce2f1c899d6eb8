// Writes a check into every loop, jump and call of a cell. Nothing it adds holds a line break, so lines keep their numbers.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SmileNotebooks.Host;

internal sealed class InterruptRewriter : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax s_check = ParseStatement("global::SmileNotebooks.Host.CellInterrupt.Check();");
    private static readonly StatementSyntax s_checkCall = ParseStatement("global::SmileNotebooks.Host.CellInterrupt.CheckCall();");

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) =>
        base.VisitForStatement(node) is ForStatementSyntax loop ? loop.WithStatement(Guarded(loop.Statement)) : null;

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) =>
        base.VisitForEachStatement(node) is ForEachStatementSyntax loop ? loop.WithStatement(Guarded(loop.Statement)) : null;

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        base.VisitForEachVariableStatement(node) is ForEachVariableStatementSyntax loop ? loop.WithStatement(Guarded(loop.Statement)) : null;

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) =>
        base.VisitWhileStatement(node) is WhileStatementSyntax loop ? loop.WithStatement(Guarded(loop.Statement)) : null;

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) =>
        base.VisitDoStatement(node) is DoStatementSyntax loop ? loop.WithStatement(Guarded(loop.Statement)) : null;

    public override SyntaxNode VisitGotoStatement(GotoStatementSyntax node) => Block(s_check, node);

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (base.VisitMethodDeclaration(node) is not MethodDeclarationSyntax method)
        {
            return null;
        }

        return BodyOf(method.Body, method.ExpressionBody, ReturnsValue(method.ReturnType, method.Modifiers)) is not { } body
            ? method
            : method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(EndingLike(body, method.SemicolonToken));
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        if (base.VisitLocalFunctionStatement(node) is not LocalFunctionStatementSyntax function)
        {
            return null;
        }

        return BodyOf(function.Body, function.ExpressionBody, ReturnsValue(function.ReturnType, function.Modifiers)) is not { } body
            ? function
            : function.WithExpressionBody(null).WithSemicolonToken(default).WithBody(EndingLike(body, function.SemicolonToken));
    }

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        // `int Size => Size;` is a slip of the keyboard, and must not end the process.
        if (base.VisitPropertyDeclaration(node) is not PropertyDeclarationSyntax property)
        {
            return null;
        }

        if (BodyOf(null, property.ExpressionBody, returnsValue: true) is not { } body)
        {
            return property;
        }

        AccessorListSyntax accessors = AccessorList([AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, body)]);
        return property.WithExpressionBody(null).WithSemicolonToken(default)
            .WithAccessorList(accessors.WithCloseBraceToken(accessors.CloseBraceToken.WithTrailingTrivia(property.SemicolonToken.TrailingTrivia)));
    }

    private static BlockSyntax Guarded(StatementSyntax body) => body is BlockSyntax block
        ? block.WithStatements(block.Statements.Insert(0, s_check))
        : Block(s_check, body);

    private static BlockSyntax? BodyOf(BlockSyntax? body, ArrowExpressionClauseSyntax? arrow, bool returnsValue)
    {
        if (body is not null)
        {
            return body.WithStatements(body.Statements.Insert(0, s_checkCall));
        }

        if (arrow is null or { Expression: ThrowExpressionSyntax or RefExpressionSyntax })
        {
            return null;
        }

        // The arrow's trivia stay: a line break after it must still count.
        ExpressionSyntax expression = arrow.Expression.WithLeadingTrivia(
            arrow.ArrowToken.LeadingTrivia.AddRange(arrow.ArrowToken.TrailingTrivia).AddRange(arrow.Expression.GetLeadingTrivia()));
        StatementSyntax statement = returnsValue
            ? ReturnStatement(Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(Space), expression, Token(SyntaxKind.SemicolonToken))
            : ExpressionStatement(expression);
        return Block(s_checkCall, statement);
    }

    private static BlockSyntax EndingLike(BlockSyntax body, SyntaxToken semicolon) =>
        semicolon.IsKind(SyntaxKind.None) ? body : body.WithCloseBraceToken(body.CloseBraceToken.WithTrailingTrivia(semicolon.TrailingTrivia));

    private static bool ReturnsValue(TypeSyntax type, SyntaxTokenList modifiers)
    {
        bool isVoid = type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        string name = (type is QualifiedNameSyntax qualified ? qualified.Right : type).ToString();
        return !isVoid && !(modifiers.Any(SyntaxKind.AsyncKeyword) && name is "Task" or "ValueTask");
    }
}
