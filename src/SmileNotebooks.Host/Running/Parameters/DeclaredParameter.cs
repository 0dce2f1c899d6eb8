// A variable that the cell tagged `parameters` declares.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmileNotebooks.Host;

/// <summary>A parameter as its declaration states it.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Type">Its type in C#; of a <c>var</c>, what its first value tells.</param>
/// <param name="IsConstant">True of a <c>const</c>.</param>
internal sealed record DeclaredParameter(string Name, string Type, bool IsConstant)
{
    private const string Unstated = "variable of a type that its declaration does not state";

    public static ImmutableArray<DeclaredParameter> In(string source)
    {
        CompilationUnitSyntax unit = CSharpSyntaxTree.ParseText(source, CellSource.ParseOptions).GetCompilationUnitRoot();
        return [.. unit.Members.OfType<FieldDeclarationSyntax>().SelectMany(field => field.Declaration.Variables.Select(variable => new DeclaredParameter(
            variable.Identifier.Text, TypeOf(field.Declaration.Type, variable.Initializer?.Value), field.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.ConstKeyword)))))];
    }

    private static string TypeOf(TypeSyntax type, ExpressionSyntax? value) => type.ToString() switch
    {
        "String" => "string",
        "var" => TypeOf(value),
        string stated => stated,
    };

    private static string TypeOf(ExpressionSyntax? value) => value switch
    {
        PrefixUnaryExpressionSyntax { Operand: { } operand } => TypeOf(operand),
        LiteralExpressionSyntax { Token.Value: { } literal } => NameOf(literal),
        InterpolatedStringExpressionSyntax => "string",
        MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax owner } => owner.ToString(),
        ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: [{ } first, ..] } when TypeOf(first) is { } element && element != Unstated => $"{element}[]",
        ArrayCreationExpressionSyntax { Type: { } array } => array.ElementType + string.Concat(array.RankSpecifiers.Select(rank => $"[{new string(',', rank.Rank - 1)}]")),
        ObjectCreationExpressionSyntax created => created.Type.ToString(),
        _ => Unstated,
    };

    private static string NameOf(object literal) => literal switch
    {
        string => "string",
        bool => "bool",
        int => "int",
        long => "long",
        float => "float",
        double => "double",
        decimal => "decimal",
        _ => literal.GetType().Name,
    };
}
