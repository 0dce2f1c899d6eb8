// Parameters by papermill's convention: defaults are declared in the cell tagged `parameters`, new values go into a cell behind it,
// tagged `injected-parameters` (https://papermill.readthedocs.io/en/latest/usage-parameterize.html).
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmileNotebooks.Host;

internal static class NotebookParameters
{
    public const string Declared = "parameters";
    public const string Injected = "injected-parameters";

    /// <summary>The document with the values in a cell behind its parameters; an injected cell of an earlier run is replaced.</summary>
    /// <exception cref="ParameterException">The notebook does not have such a parameter, or it cannot take the value.</exception>
    public static NotebookDocument Inject(NotebookDocument document, ImmutableSortedDictionary<string, string> values)
    {
        if (values.IsEmpty)
        {
            return document;
        }

        ImmutableArray<NotebookCell> cells = document.Cells.RemoveAll(cell => cell.Tags.Contains(Injected));
        if (cells.FirstOrDefault(cell => cell.Kind == CellKind.Code && cell.Tags.Contains(Declared)) is not { } declaring)
        {
            throw new ParameterException(
                $"The notebook takes no parameters, but {string.Join(", ", values.Keys)} was given. Tag the code cell that declares their defaults `{Declared}`.");
        }

        ImmutableArray<(string Name, string Type, bool IsConstant)> known = Declarations(declaring.Source);
        IEnumerable<string> lines = values.Select(value => Assignment(known, value.Key, value.Value));
        NotebookCell injected = new()
        {
            Id = FreeId(cells),
            Kind = CellKind.Code,
            Source = "// Parameters\n" + string.Join('\n', lines),
            Metadata = new JsonObject { ["tags"] = new JsonArray(Injected) },
        };
        return document with { Cells = cells.Insert(cells.IndexOf(declaring) + 1, injected) };
    }

    private static string FreeId(ImmutableArray<NotebookCell> cells)
    {
        string id = Injected;
        for (int suffix = 2; cells.Any(cell => cell.Id == id); suffix++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{Injected}-{suffix}");
        }

        return id;
    }

    private static string Assignment(ImmutableArray<(string Name, string Type, bool IsConstant)> known, string name, string value)
    {
        (string Name, string Type, bool IsConstant) parameter = known.FirstOrDefault(declared => declared.Name == name);
        if (parameter.Name is null)
        {
            string names = known.IsEmpty ? "it declares none" : $"it has {string.Join(", ", known.Select(declared => $"{declared.Name} ({declared.Type})"))}";
            throw new ParameterException($"The notebook has no parameter {name}: {names}.");
        }

        // A constant cannot be assigned to: it is declared anew.
        string declaration = parameter.IsConstant ? $"const {parameter.Type} " : "";
        return $"{declaration}{name} = {Literal(parameter.Type, name, value)};";
    }

    private static string Literal(string type, string name, string value)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        const NumberStyles Real = NumberStyles.Float;
        return type.TrimEnd('?') switch
        {
            "string" => SymbolDisplay.FormatLiteral(value, quote: true),
            "bool" when bool.TryParse(value, out bool flag) => flag ? "true" : "false",
            "int" when int.TryParse(value, NumberStyles.Integer, culture, out int number) => number.ToString(culture),
            "long" when long.TryParse(value, NumberStyles.Integer, culture, out long number) => number.ToString(culture) + "L",
            "double" when double.TryParse(value, Real, culture, out double number) => Special("double", number) ?? number.ToString("R", culture) + "d",
            "float" when float.TryParse(value, Real, culture, out float number) => Special("float", number) ?? number.ToString("R", culture) + "f",
            "decimal" when decimal.TryParse(value, Real, culture, out decimal number) => number.ToString(culture) + "m",
            "bool" => throw Unfit("true or false"),
            "int" or "long" => throw Unfit("a whole number in its range"),
            "double" or "float" or "decimal" => throw Unfit("a number such as 0.5"),
            _ => throw new ParameterException($"Parameter {name} is a {type}; only string, bool, int, long, float, double and decimal can be given from outside."),
        };

        ParameterException Unfit(string expected) => new($"Parameter {name} is a {type}: found \"{value}\", expected {expected}.");
    }

    private static string? Special(string type, double number) =>
        double.IsNaN(number) ? $"{type}.NaN"
        : double.IsPositiveInfinity(number) ? $"{type}.PositiveInfinity"
        : double.IsNegativeInfinity(number) ? $"{type}.NegativeInfinity" : null;

    private static ImmutableArray<(string Name, string Type, bool IsConstant)> Declarations(string source)
    {
        CompilationUnitSyntax unit = CSharpSyntaxTree.ParseText(source, CellSource.ParseOptions).GetCompilationUnitRoot();
        return [.. unit.Members.OfType<FieldDeclarationSyntax>().SelectMany(field => field.Declaration.Variables.Select(variable =>
            (variable.Identifier.Text, TypeOf(field.Declaration.Type, variable.Initializer?.Value), field.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.ConstKeyword)))))];
    }

    private static string TypeOf(TypeSyntax type, ExpressionSyntax? value) => (type.ToString(), value) switch
    {
        ("String", _) => "string",
        ("var", PrefixUnaryExpressionSyntax { Operand: { } operand }) => TypeOf(type, operand),
        ("var", LiteralExpressionSyntax { Token.Value: { } literal }) => literal switch
        {
            string => "string",
            bool => "bool",
            int => "int",
            long => "long",
            float => "float",
            double => "double",
            decimal => "decimal",
            _ => literal.GetType().Name,
        },
        ("var", InterpolatedStringExpressionSyntax) => "string",
        ("var", MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax { } owner }) => owner.ToString(),
        ("var", _) => "variable of a type that its declaration does not state",
        (string stated, _) => stated,
    };
}
