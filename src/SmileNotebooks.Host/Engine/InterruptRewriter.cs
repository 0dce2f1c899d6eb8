// Writes a check into every loop, jump and call of a cell. Nothing it adds holds a line break, so lines keep their numbers.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SmileNotebooks.Host;

internal sealed partial class InterruptRewriter(GuardPlan plan) : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax s_check = ParseStatement("global::SmileNotebooks.Host.CellInterrupt.Check();");
    private static readonly StatementSyntax s_checkCall = ParseStatement("global::SmileNotebooks.Host.CellInterrupt.CheckCall();");

    // A finaliser belongs to no cell, and an exception in one ends the process: its loops return instead.
    private static readonly StatementSyntax s_leaveFinalizer = ParseStatement("if (global::SmileNotebooks.Host.CellInterrupt.IsAnyStopping) return;");

    private bool _inFinalizer;

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

    public override SyntaxNode VisitGotoStatement(GotoStatementSyntax node) =>
        Block(LoopCheck, (StatementSyntax)base.VisitGotoStatement(node)!);

    private StatementSyntax LoopCheck => _inFinalizer ? s_leaveFinalizer : s_check;

    private BlockSyntax Guarded(StatementSyntax body) => body is BlockSyntax block
        ? block.WithStatements(block.Statements.Insert(0, LoopCheck))
        : Block(LoopCheck, body);
}
