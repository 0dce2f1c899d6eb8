// What a notebook's outputs depend on, as far as it can be known: two runs with the same inputs need be one.
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>Fingerprints of a notebook's inputs by name.</summary>
/// <param name="Hashes">What was looked at (<c>code</c>, <c>file data/a.csv</c>, ...) and the SHA-256 of it, or its version.</param>
/// <param name="Unknowable">Why the inputs cannot be told apart from others; empty where they can.</param>
internal sealed record RunInputs(ImmutableSortedDictionary<string, string> Hashes, string Unknowable)
{
    private const string Code = "code";
    private const string Parameters = "parameters";

    /// <summary>Looks at all inputs of a notebook.</summary>
    /// <param name="document">The notebook with its parameters injected.</param>
    /// <param name="folder">The notebook's folder.</param>
    /// <param name="root">Paths below this folder are named relative to it.</param>
    /// <param name="outputFolder">The folder of the reports, which are no input.</param>
    public static RunInputs Of(NotebookDocument document, string folder, string root, string outputFolder)
    {
        SortedDictionary<string, string> hashes = new(StringComparer.Ordinal)
        {
            [Code] = Hash(CodeOf(document, cell => !cell.Tags.Contains(NotebookParameters.Injected))),
            [Parameters] = Hash(CodeOf(document, cell => cell.Tags.Contains(NotebookParameters.Injected))),
            ["host"] = typeof(RunInputs).Assembly.GetName().Version!.ToString(),
            [".NET"] = $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}",
        };
        ImportedSources imports = ImportedSources.Of(document, folder);
        FileDigests files = new(hashes, root, outputFolder);
        foreach (string path in imports.Files)
        {
            files.Add("import", path);
        }

        foreach ((NotebookDocument source, string from) in imports.Documents)
        {
            foreach (string library in NotebookInputs.Libraries(source, from))
            {
                files.AddLibrary(library);
            }

            foreach (string project in NotebookInputs.Projects(source, from))
            {
                files.AddProject(project);
            }

            foreach (string path in NotebookInputs.NamedPaths(source, from))
            {
                files.Add("file", path);
            }
        }

        // After the libraries: one that the notebook needs is looked at with what lies beside it, and once.
        foreach (string path in NotebookNeeds.Of(document).Found(folder))
        {
            files.Add("file", path);
        }

        bool floats = imports.Documents.Any(source => NotebookInputs.Packages(source.Document).Any(package => package.IsFloating));
        return new RunInputs(hashes.ToImmutableSortedDictionary(StringComparer.Ordinal), floats ? "a `#r \"nuget:\"` states no version" : files.Problem);
    }

    /// <summary>What differs from the inputs of an earlier run, in words; empty if nothing does.</summary>
    public IReadOnlyList<string> Changes(JsonObject earlier)
    {
        IEnumerable<string> changed = Hashes
            .Where(input => earlier[input.Key] is not JsonValue value || !value.TryGetValue(out string? hash) || hash != input.Value)
            .Select(input => input.Key);
        return [.. changed.Concat(earlier.Select(input => input.Key).Where(name => !Hashes.ContainsKey(name)))];
    }

    /// <summary>In a few words, what is looked at.</summary>
    public string Summary()
    {
        return "code, parameters" + Said("library", "libraries", Count("library")) + Said("project", "projects", Count("project"))
            + Said("file", "files", Count("file") + Count("import"));

        static string Said(string one, string several, int count) => count == 0 ? "" : $", {count} {(count == 1 ? one : several)}";

        int Count(string kind) => Hashes.Keys.Count(name => name.StartsWith($"{kind} ", StringComparison.Ordinal));
    }

    public JsonObject ToJson() => new(Hashes.Select(input => new KeyValuePair<string, JsonNode?>(input.Key, input.Value)));

    // Each cell with its length, so that text moved from one cell to the next is another code. Of the tags, only this one changes a run.
    private static string CodeOf(NotebookDocument document, Func<NotebookCell, bool> counts) => string.Concat(document.Cells
        .Where(cell => cell.Kind == CellKind.Code && counts(cell))
        .Select(cell => (Code: CellLanguage.Code(cell), MayRaise: cell.Tags.Contains(CellErrors.MayRaise)))
        .Select(cell => $"{cell.Code.Length} {cell.MayRaise}\n{cell.Code}\n"));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
