// `using var x = ...;` at the top level of a cell. C# scripts have no such statement (it does not even parse), but notebooks of
// this kind are full of it. Here it means: x lives on for the next cells, and is disposed of when a cell declares x again so, or
// when the notebook ends.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmileNotebooks.Host;

internal static class UsingDeclarations
{
    /// <summary>Blanks the <c>using</c> of each declaration, so that all columns stay.</summary>
    /// <returns>The text, and the place after each blanked keyword.</returns>
    public static (string Code, ImmutableArray<int> Places) Blank(string code, CSharpParseOptions options)
    {
        if (!code.Contains("using", StringComparison.Ordinal))
        {
            return (code, []);
        }

        SyntaxToken[] tokens = [.. SyntaxFactory.ParseTokens(code, options: options)];
        char[] text = code.ToCharArray();
        ImmutableArray<int>.Builder places = ImmutableArray.CreateBuilder<int>();
        int depth = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            depth += Nesting(tokens[i]);
            if (depth != 0 || !tokens[i].IsKind(SyntaxKind.UsingKeyword) || !StartsDeclaration(tokens, i))
            {
                continue;
            }

            Clear(text, tokens[i].Span);
            if (i > 0 && tokens[i - 1].Text == "await")
            {
                Clear(text, tokens[i - 1].Span);
            }

            places.Add(tokens[i].Span.End);
        }

        return (new string(text), places.ToImmutable());
    }

    /// <summary>Adds the registration of each blanked declaration's variables behind it.</summary>
    public static CompilationUnitSyntax Register(CompilationUnitSyntax unit, ImmutableArray<int> places)
    {
        if (places.IsEmpty)
        {
            return unit;
        }

        List<MemberDeclarationSyntax> members = [];
        foreach (MemberDeclarationSyntax member in unit.Members)
        {
            members.Add(member);
            if (member is FieldDeclarationSyntax field && places.Any(place => field.FullSpan.Contains(place) && place <= field.SpanStart))
            {
                members.AddRange(field.Declaration.Variables.Select(variable => Registration(variable.Identifier.Text)));
            }
        }

        return unit.WithMembers(SyntaxFactory.List(members));
    }

    private static GlobalStatementSyntax Registration(string name) => SyntaxFactory.GlobalStatement(
        SyntaxFactory.ParseStatement($"global::SmileNotebooks.Host.NotebookOwned.Add(\"{name}\", {name});"));

    // `using X = Y;` is an alias: one name before the `=`. `using Type x =` has two at least.
    private static bool StartsDeclaration(SyntaxToken[] tokens, int at)
    {
        if (at + 1 >= tokens.Length || tokens[at + 1].Kind() is SyntaxKind.OpenParenToken or SyntaxKind.StaticKeyword or SyntaxKind.UnsafeKeyword)
        {
            return false;
        }

        for (int i = at + 1; i < tokens.Length; i++)
        {
            if (tokens[i].Kind() is SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken)
            {
                return false;
            }

            if (tokens[i].IsKind(SyntaxKind.EqualsToken))
            {
                return i - at > 2;
            }
        }

        return false;
    }

    private static int Nesting(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken => 1,
        SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken => -1,
        _ => 0,
    };

    private static void Clear(char[] text, TextSpan span) => Array.Fill(text, ' ', span.Start, span.Length);
}
