// Parameters by papermill's convention: defaults are declared in the cell tagged `parameters`, new values go into a cell behind it,
// tagged `injected-parameters` (https://papermill.readthedocs.io/en/latest/usage-parameterize.html).
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal static class NotebookParameters
{
    public const string Declared = "parameters";
    public const string Injected = "injected-parameters";

    /// <summary>The document with the values in a cell behind its parameters; an injected cell of an earlier run is replaced.</summary>
    /// <exception cref="ParameterException">The notebook does not have such a parameter, or it cannot take the value.</exception>
    public static NotebookDocument Inject(NotebookDocument document, ImmutableSortedDictionary<string, ParameterValue> values)
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

        ImmutableArray<DeclaredParameter> known = DeclaredParameter.In(declaring.Source);
        RequireKnown(known, values);
        IEnumerable<string> lines = values.Select(value => Assignment(known.First(declared => declared.Name == value.Key), value.Value));
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

    private static void RequireKnown(ImmutableArray<DeclaredParameter> known, ImmutableSortedDictionary<string, ParameterValue> values)
    {
        string[] unknown = [.. values.Where(value => known.All(declared => declared.Name != value.Key))
            .Select(value => value.Value.Origin.Length == 0 ? value.Key : $"{value.Key} ({value.Value.Origin})")];
        if (unknown.Length > 0)
        {
            string names = known.IsEmpty ? "it declares none" : $"it has {string.Join(", ", known.Select(declared => $"{declared.Name} ({declared.Type})"))}";
            throw new ParameterException($"The notebook has no parameter {string.Join(", ", unknown)}: {names}.");
        }
    }

    // A constant cannot be assigned to: it is declared anew.
    private static string Assignment(DeclaredParameter parameter, ParameterValue value) =>
        $"{(parameter.IsConstant ? $"const {parameter.Type} " : "")}{parameter.Name} = {ParameterLiteral.Of(parameter, value)};";
}
