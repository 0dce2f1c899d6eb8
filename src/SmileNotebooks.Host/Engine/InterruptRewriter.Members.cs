// The rewriter's part for what can be called: methods and functions of every kind. Their check also turns endless recursion into an
// exception, where it would otherwise end the process.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SmileNotebooks.Host;

internal sealed partial class InterruptRewriter
{
    private static readonly ExpressionSyntax s_calls = ParseExpression("global::SmileNotebooks.Host.CellInterrupt.Calls()");

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

    public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node) => GuardedMember(node, base.VisitConstructorDeclaration(node), returnsValue: false);

    public override SyntaxNode? VisitOperatorDeclaration(OperatorDeclarationSyntax node) => GuardedMember(node, base.VisitOperatorDeclaration(node), returnsValue: true);

    public override SyntaxNode? VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) =>
        GuardedMember(node, base.VisitConversionOperatorDeclaration(node), returnsValue: true);

    public override SyntaxNode? VisitDestructorDeclaration(DestructorDeclarationSyntax node)
    {
        _inFinalizer = true;
        SyntaxNode? finalizer = base.VisitDestructorDeclaration(node);
        _inFinalizer = false;
        return finalizer;
    }

    public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        if (base.VisitAccessorDeclaration(node) is not AccessorDeclarationSyntax accessor)
        {
            return null;
        }

        return IsLeaf(node) || BodyOf(accessor.Body, accessor.ExpressionBody, node.IsKind(SyntaxKind.GetAccessorDeclaration)) is not { } body
            ? accessor
            : accessor.WithExpressionBody(null).WithSemicolonToken(default).WithBody(EndingLike(body, accessor.SemicolonToken));
    }

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        // `int Size => Size;` is a slip of the keyboard, and must not end the process.
        if (base.VisitPropertyDeclaration(node) is not PropertyDeclarationSyntax property)
        {
            return null;
        }

        return node.ExpressionBody is not { } arrow || IsLeaf(arrow) || GetterOf(property.ExpressionBody, property.SemicolonToken) is not { } getter
            ? property
            : property.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(getter);
    }

    public override SyntaxNode? VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        if (base.VisitIndexerDeclaration(node) is not IndexerDeclarationSyntax indexer)
        {
            return null;
        }

        return node.ExpressionBody is not { } arrow || IsLeaf(arrow) || GetterOf(indexer.ExpressionBody, indexer.SemicolonToken) is not { } getter
            ? indexer
            : indexer.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(getter);
    }

    // `class Node { Node Next = new Node(); }` never ends, and a field's initialiser has no place for a statement.
    public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node) => GuardedField(node, base.VisitObjectCreationExpression(node));

    public override SyntaxNode? VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node) =>
        GuardedField(node, base.VisitImplicitObjectCreationExpression(node));

    private static SyntaxNode? GuardedField(ExpressionSyntax written, SyntaxNode? visited) =>
        visited is ExpressionSyntax creation && written.Parent is EqualsValueClauseSyntax { Parent: var declared }
            && (declared as PropertyDeclarationSyntax ?? declared?.Parent?.Parent) is BasePropertyDeclarationSyntax or FieldDeclarationSyntax { Parent: TypeDeclarationSyntax }
            ? ParenthesizedExpression(ConditionalExpression(s_calls, creation.WithoutTrivia(), LiteralExpression(SyntaxKind.DefaultLiteralExpression))).WithTriviaFrom(creation)
            : visited;

    private static SyntaxNode? GuardedMember(BaseMethodDeclarationSyntax written, SyntaxNode? visited, bool returnsValue) =>
        visited is not BaseMethodDeclarationSyntax member || !MayComeBack(written) || BodyOf(member.Body, member.ExpressionBody, returnsValue) is not { } body
            ? visited
            : member.WithExpressionBody(null).WithSemicolonToken(default).WithBody(EndingLike(body, member.SemicolonToken));

    // A vector's `+` in a hot loop should be as fast as it is: a call of a method is checked in that method, and what is left for
    // constructors and operators to come back to is one another.
    private static bool MayComeBack(BaseMethodDeclarationSyntax member) => member.DescendantNodes().Any(node => member is ConstructorDeclarationSyntax
        ? node is BaseObjectCreationExpressionSyntax
        : node is BinaryExpressionSyntax { Left: IdentifierNameSyntax, Right: IdentifierNameSyntax } or PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax }
            || (node is CastExpressionSyntax && member is ConversionOperatorDeclarationSyntax));

    // Nor should a property be slow that only reads fields; a name in capitals may be another property.
    private static bool IsLeaf(SyntaxNode member)
    {
        HashSet<string> fields = [.. (member.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members ?? []).OfType<FieldDeclarationSyntax>()
            .SelectMany(field => field.Declaration.Variables).Select(variable => variable.Identifier.ValueText)];
        return !member.DescendantNodes().Any(node => node is BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax
            || (node is IdentifierNameSyntax { Identifier.ValueText: var name } && char.IsUpper(name[0]) && !fields.Contains(name) && !IsOfCall(node)));
    }

    // `Math.Sqrt(x)`: neither name is a property, or the call is of a method that is checked itself.
    private static bool IsOfCall(SyntaxNode name) => name.Parent is InvocationExpressionSyntax
        || (name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access && (access.Name == name || name.ToString() is "Math" or "MathF"));

    private static AccessorListSyntax? GetterOf(ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon)
    {
        if (BodyOf(null, arrow, returnsValue: true) is not { } body)
        {
            return null;
        }

        AccessorListSyntax accessors = AccessorList([AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, body)]);
        return accessors.WithCloseBraceToken(accessors.CloseBraceToken.WithTrailingTrivia(semicolon.TrailingTrivia));
    }

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
        return Block(s_checkCall, Statement(expression, returnsValue));
    }

    private static StatementSyntax Statement(ExpressionSyntax expression, bool returnsValue) => returnsValue
        ? ReturnStatement(Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(Space), expression, Token(SyntaxKind.SemicolonToken))
        : ExpressionStatement(expression);

    private static BlockSyntax EndingLike(BlockSyntax body, SyntaxToken semicolon) =>
        semicolon.IsKind(SyntaxKind.None) ? body : body.WithCloseBraceToken(body.CloseBraceToken.WithTrailingTrivia(semicolon.TrailingTrivia));

    private static bool ReturnsValue(TypeSyntax type, SyntaxTokenList modifiers)
    {
        bool isVoid = type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        string name = (type is QualifiedNameSyntax qualified ? qualified.Right : type).ToString();
        return !isVoid && !(modifiers.Any(SyntaxKind.AsyncKeyword) && name is "Task" or "ValueTask");
    }
}
