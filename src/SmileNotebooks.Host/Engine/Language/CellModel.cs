// The compiler's view of a cell that is being typed, as the next one after the cells that ran, and where the cursor stands in it.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmileNotebooks.Host;

internal sealed class CellModel
{
    private CellModel(SyntaxNode root, SemanticModel semantics, int position)
    {
        Root = root;
        Semantics = semantics;
        Position = position;
    }

    public SyntaxNode Root { get; }

    public SemanticModel Semantics { get; }

    /// <summary>The cursor: a UTF-16 index.</summary>
    public int Position { get; }

    public static CellModel Of(SubmissionChain chain, CellView view, CancellationToken cancellation)
    {
        string text = UsingDeclarations.Blank(view.CSharp, CellSource.ParseOptions).Code;
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, CellSource.ParseOptions, "", cancellationToken: cancellation);
        SemanticModel semantics = chain.After(tree).GetSemanticModel(tree);
        return new CellModel(tree.GetRoot(cancellation), semantics, view.Position);
    }

    /// <summary>The last token that starts before the cursor; none at the start of the cell.</summary>
    public SyntaxToken TokenBefore(int position)
    {
        SyntaxToken token = Root.FindToken(Math.Max(0, position - 1));
        while (token.SpanStart >= position || token.Span.IsEmpty)
        {
            SyntaxToken previous = token.GetPreviousToken();
            if (previous == default)
            {
                return default;
            }

            token = previous;
        }

        return token;
    }

    /// <summary>True where text is no code: within a comment, a string or character, or a preprocessor line.</summary>
    public bool IsInText => IsInTrivia || IsInLiteral(TokenBefore(Position));

    private bool IsInTrivia
    {
        get
        {
            SyntaxTrivia trivia = Root.FindTrivia(Math.Max(0, Position - 1), findInsideTrivia: false);
            bool within = trivia.SpanStart < Position;
            return within && trivia.Kind() switch
            {
                SyntaxKind.SingleLineCommentTrivia => true,
                SyntaxKind.MultiLineCommentTrivia => Position < trivia.Span.End || !trivia.ToString().EndsWith("*/", StringComparison.Ordinal),
                _ => trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia),
            };
        }
    }

    private bool IsInLiteral(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.InterpolatedStringTextToken => token.Span.End >= Position,
        SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken => true,
        SyntaxKind.CloseBraceToken => token.Parent is InterpolationSyntax && token.Span.End >= Position,
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken =>
            Position < token.Span.End || (Position == token.Span.End && token.ContainsDiagnostics),
        _ => false,
    };

    /// <summary>What stands before a dot.</summary>
    public Receiver? ReceiverOf(SyntaxNode left, CancellationToken cancellation)
    {
        SymbolInfo bound = Semantics.GetSymbolInfo(left, cancellation);
        ISymbol? symbol = bound.Symbol ?? bound.CandidateSymbols.FirstOrDefault();
        ITypeSymbol? type = Semantics.GetTypeInfo(left, cancellation).Type;
        if (Receiver.Of(symbol, type) is { } receiver)
        {
            return receiver;
        }

        // An unfinished line runs into the next one: in `x.` + `int y;` the x reads as a type's name. So it is looked at on its own.
        ExpressionSyntax alone = SyntaxFactory.ParseExpression(left.ToString(), options: CellSource.ParseOptions);
        int place = left.SpanStart;
        return Receiver.Of(
                Semantics.GetSpeculativeSymbolInfo(place, alone, SpeculativeBindingOption.BindAsExpression).Symbol,
                Semantics.GetSpeculativeTypeInfo(place, alone, SpeculativeBindingOption.BindAsExpression).Type)
            ?? Receiver.Of(Semantics.GetSpeculativeSymbolInfo(place, alone, SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol, null);
    }
}

/// <summary>What stands before a dot: a namespace, a type, or a value of a type.</summary>
/// <param name="Container">The namespace or type.</param>
/// <param name="OfType">Whether the members of the namespace or type itself are meant.</param>
/// <param name="OfValue">Whether the members of a value are meant. Both where a variable is named like its type.</param>
internal sealed record Receiver(INamespaceOrTypeSymbol Container, bool OfType, bool OfValue)
{
    public static Receiver? Of(ISymbol? symbol, ITypeSymbol? type) => symbol switch
    {
        INamespaceSymbol space => new Receiver(space, true, false),
        ITypeSymbol { TypeKind: not TypeKind.Error } named => new Receiver(named, true, false),
        IAliasSymbol { Target: { } target } => new Receiver(target, true, false),
        _ => type is null or { TypeKind: TypeKind.Error or TypeKind.Dynamic } or { SpecialType: SpecialType.System_Void } ? null
            : new Receiver(type, symbol is IFieldSymbol or IPropertySymbol or ILocalSymbol or IParameterSymbol && symbol.Name == type.Name, true),
    };
}
