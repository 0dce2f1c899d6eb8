// What can be typed at a place in a cell.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmileNotebooks.Host;

internal static class Completer
{
    private static readonly string[] s_keywords =
    [
        "abstract", "as", "async", "await", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "dynamic", "else", "enum", "event", "explicit", "false", "finally", "fixed", "float", "for", "foreach", "from", "get", "global",
        "goto", "if", "implicit", "in", "init", "int", "interface", "internal", "is", "let", "lock", "long", "nameof", "new", "not", "null", "object", "operator", "or",
        "orderby", "out", "override", "params", "partial", "private", "protected", "public", "readonly", "record", "ref", "required", "return", "sbyte", "sealed", "select",
        "set", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe",
        "ushort", "using", "var", "virtual", "void", "volatile", "when", "where", "while", "with", "yield",
    ];

    public static CompletionList Complete(SubmissionChain chain, string code, int position, string folder, CancellationToken cancellation)
    {
        CellView view = CellView.At(code, position);
        switch (view.Place)
        {
            case CellPlace.OtherLanguage:
                return new CompletionList(view.Position, view.Position, []);
            case CellPlace.Magic or CellPlace.Reference:
                return DirectiveCompletion.Complete(code, view, folder);
            default:
                break;
        }

        CellModel model = CellModel.Of(chain, view, cancellation);
        if (model.IsInText)
        {
            return PathCompletion.InString(model, code, folder) ?? new CompletionList(view.Position, view.Position, []);
        }

        int start = WordStart(code, view.Position);
        CompletionCandidates candidates = new(code[start..view.Position].TrimStart('@'));
        bool number = start < view.Position && char.IsAsciiDigit(code[start]);
        if (!number)
        {
            Add(candidates, model, start, cancellation);
        }

        return new CompletionList(start, view.Position, candidates.Ranked());
    }

    public static int WordStart(string code, int position)
    {
        int start = position;
        while (start > 0 && (SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]) || code[start - 1] == '@'))
        {
            start--;
        }

        return start;
    }

    private static void Add(CompletionCandidates candidates, CellModel model, int start, CancellationToken cancellation)
    {
        SyntaxToken left = model.TokenBefore(start);
        switch (left.Kind())
        {
            case SyntaxKind.DotToken or SyntaxKind.MinusGreaterThanToken or SyntaxKind.ColonColonToken:
                MemberCompletion.Add(candidates, model, left, cancellation);
                return;
            case SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken when left.Parent is InitializerExpressionSyntax initializer:
                if (InitializerCompletion.Add(candidates, model, initializer, cancellation))
                {
                    return;
                }

                break;
            case SyntaxKind.OpenParenToken or SyntaxKind.CommaToken when left.Parent is BaseArgumentListSyntax arguments:
                ArgumentCompletion.Add(candidates, model, arguments, cancellation);
                break;
            case SyntaxKind.NewKeyword:
                AddTypes(candidates, model);
                return;
            case SyntaxKind.UsingKeyword when left.Parent is UsingDirectiveSyntax:
                AddAll(candidates, model.Semantics.LookupNamespacesAndTypes(model.Position).Where(symbol => symbol is INamespaceSymbol));
                return;
            default:
                if (NamesSomethingNew(model, start))
                {
                    return;
                }

                break;
        }

        AddVisible(candidates, model);
    }

    // `int cou|`: a new name is being made up.
    private static bool NamesSomethingNew(CellModel model, int start)
    {
        SyntaxToken word = model.TokenBefore(model.Position);
        return word.SpanStart >= start && word.IsKind(SyntaxKind.IdentifierToken)
            && (word.Parent is VariableDeclaratorSyntax or ParameterSyntax or SingleVariableDesignationSyntax or BaseTypeDeclarationSyntax or MethodDeclarationSyntax
                or PropertyDeclarationSyntax or LocalFunctionStatementSyntax or TypeParameterSyntax)
            && !(word.Parent is ParameterSyntax { Type: null });
    }

    private static void AddVisible(CompletionCandidates candidates, CellModel model)
    {
        foreach (ISymbol symbol in model.Semantics.LookupSymbols(model.Position).Where(symbol => !IsDeclaredLater(symbol, model)))
        {
            candidates.Add(symbol, GroupOf(symbol));
        }

        foreach (string keyword in s_keywords)
        {
            candidates.Add(keyword, "keyword", "", CompletionGroup.Usual);
        }
    }

    private static bool IsDeclaredLater(ISymbol symbol, CellModel model) => symbol is ILocalSymbol or IFieldSymbol
        && symbol.Locations is [{ IsInSource: true } place] && place.SourceTree == model.Root.SyntaxTree && place.SourceSpan.End >= model.Position;

    private static CompletionGroup GroupOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => CompletionGroup.Nearest,
        _ when SymbolText.IsOfCell(symbol) || symbol.Locations.Any(place => place.IsInSource) => CompletionGroup.Nearest,
        INamespaceSymbol => CompletionGroup.Rest,
        INamedTypeSymbol => CompletionGroup.Usual,
        _ => CompletionGroup.Own,
    };

    private static void AddTypes(CompletionCandidates candidates, CellModel model) => AddAll(
        candidates,
        model.Semantics.LookupNamespacesAndTypes(model.Position)
            .Where(symbol => symbol is not INamedTypeSymbol { IsStatic: true } and not INamedTypeSymbol { TypeKind: TypeKind.Interface }));

    private static void AddAll(CompletionCandidates candidates, IEnumerable<ISymbol> symbols)
    {
        foreach (ISymbol symbol in symbols)
        {
            candidates.Add(symbol, GroupOf(symbol));
        }
    }
}
