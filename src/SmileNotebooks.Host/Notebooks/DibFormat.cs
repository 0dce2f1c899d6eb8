// .dib files, the text format of .NET Interactive: cells begin with a line `#!language`, metadata stand in a `#!meta` block.
// Blank lines around a cell do not count, and an empty cell is none.
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal static class DibFormat
{
    private const string Meta = "meta";
    private const string Raw = "raw";
    private const string Markdown = "markdown";
    private const string Kernels = "kernelInfo";
    private const string Polyglot = "polyglot_notebook";

    // What may open a string or comment of several lines in C#.
    private static readonly string[] s_manyLines = ["\"\"\"", "@\"", "@$\"", "/*", "#if"];

    private static readonly ImmutableDictionary<string, string> s_languages = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [CellLanguage.CSharp] = CellLanguage.CSharp, ["c#"] = CellLanguage.CSharp, ["C#"] = CellLanguage.CSharp,
        ["fsharp"] = "fsharp", ["f#"] = "fsharp", ["F#"] = "fsharp",
        ["pwsh"] = "pwsh", ["powershell"] = "pwsh",
        ["javascript"] = "javascript", ["js"] = "javascript",
        ["html"] = "html", ["sql"] = "sql", ["kql"] = "kql", ["mermaid"] = "mermaid", ["http"] = "http",
        [Markdown] = Markdown, ["md"] = Markdown, [Raw] = Raw, [Meta] = Meta,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <exception cref="NotebookFormatException">The metadata are no JSON object.</exception>
    public static NotebookDocument Parse(string text, string name) => new Reader(name).Read(text);

    public static string Text(NotebookDocument document)
    {
        StringBuilder text = new();
        text.Append("#!meta\n\n").Append(MetaOf(document).ToJsonString(NotebookWriter.Compact)).Append("\n\n");
        foreach (NotebookCell cell in document.Cells.Where(cell => cell.Source.Trim('\n').Length > 0))
        {
            string language = cell.Kind switch { CellKind.Markdown => Markdown, CellKind.Raw => Raw, _ => CellLanguage.Of(cell) };
            text.Append("#!").Append(language).Append("\n\n").Append(cell.Source.Trim('\n')).Append("\n\n");
        }

        text.Length--;
        return text.ToString();
    }

    /// <summary>The language that a line begins a cell in; null for other lines.</summary>
    public static string? LanguageOf(string line) => Begins(line, s_languages);

    private static string? Begins(string line, ImmutableDictionary<string, string> languages) =>
        line.StartsWith("#!", StringComparison.Ordinal) ? languages.GetValueOrDefault(line[2..].TrimEnd()) : null;

    // The notebook's other metadata stand beside the kernels: readers keep what they do not know.
    private static JsonObject MetaOf(NotebookDocument document)
    {
        JsonObject meta = new()
        {
            [Kernels] = (document.Metadata[Polyglot] as JsonObject)?[Kernels]?.DeepClone() ?? new JsonObject
            {
                ["defaultKernelName"] = CellLanguage.CSharp,
                ["items"] = new JsonArray(new JsonObject { ["aliases"] = new JsonArray(), ["name"] = CellLanguage.CSharp }),
            },
        };
        foreach ((string name, JsonNode? value) in document.Metadata.Where(entry => entry.Key is not (Polyglot or Kernels)))
        {
            meta[name] = value?.DeepClone();
        }

        return meta;
    }

    private sealed class Reader(string file)
    {
        private readonly List<NotebookCell> _cells = [];
        private readonly List<string> _lines = [];
        private ImmutableDictionary<string, string> _languages = s_languages;
        private JsonObject _metadata = [];
        private string _default = CellLanguage.CSharp;

        public NotebookDocument Read(string text)
        {
            string? language = null;
            int begins = 1;
            string[] lines = text.ReplaceLineEndings("\n").Split('\n');
            for (int at = 0; at < lines.Length; at++)
            {
                // The metadata say which other languages there are, so they are read as soon as they end.
                if (language == Meta && lines[at].StartsWith("#!", StringComparison.Ordinal))
                {
                    End(language, begins);
                    language = _default;
                }

                if (Begins(lines[at], _languages) is { } next && !IsInsideCSharp(language, lines[at]))
                {
                    End(language, begins);
                    (language, begins) = (next, at + 2);
                }
                else
                {
                    _lines.Add(lines[at]);
                }
            }

            End(language, begins);
            return new NotebookDocument { Cells = [.. _cells], Metadata = KernelMetadata.With(_metadata) };
        }

        // A line within a string literal or a comment of C# begins no cell.
        private bool IsInsideCSharp(string? language, string line)
        {
            if ((language ?? _default) != CellLanguage.CSharp || !_lines.Any(before => s_manyLines.Any(open => before.Contains(open, StringComparison.Ordinal))))
            {
                return false;
            }

            string before = string.Concat(_lines.Select(each => each + "\n"));
            string code = before + line;
            int magic = CellSource.NextMagic(code, 0);
            while (magic >= 0 && magic < before.Length)
            {
                magic = CellSource.NextMagic(code, CellText.LineEnd(code, magic));
            }

            return magic < 0;
        }

        private void End(string? language, int firstLine)
        {
            string source = string.Join('\n', _lines).Trim('\n');
            _lines.Clear();
            if (source.Length == 0)
            {
                return;
            }

            language ??= _default;
            if (language == Meta)
            {
                ReadMeta(source, firstLine);
                return;
            }

            _cells.Add(new NotebookCell
            {
                Id = $"cell-{_cells.Count + 1}",
                Kind = language switch { Markdown => CellKind.Markdown, Raw => CellKind.Raw, _ => CellKind.Code },
                Source = source,
                Metadata = language is Markdown or Raw or CellLanguage.CSharp ? [] : CellLanguage.Metadata(language),
            });
        }

        private void ReadMeta(string json, int firstLine)
        {
            try
            {
                _metadata = JsonNode.Parse(json) as JsonObject
                    ?? throw new NotebookFormatException(file, $"line {firstLine}", "found other JSON behind #!meta, expected an object");
            }
            catch (JsonException e)
            {
                throw new NotebookFormatException(file, $"line {firstLine + e.LineNumber}", $"not JSON behind #!meta: {JsonFault.Of(e)}");
            }

            if (_metadata[Kernels] is not JsonObject kernels)
            {
                return;
            }

            _metadata.Remove(Kernels);
            _default = kernels["defaultKernelName"]?.ToString() ?? _default;
            foreach (JsonObject kernel in (kernels["items"] as JsonArray ?? []).OfType<JsonObject>())
            {
                AddKernel(kernel);
            }

            if ((kernels["items"] as JsonArray)?.Count > 1 || _default != CellLanguage.CSharp)
            {
                _metadata[Polyglot] = new JsonObject { [Kernels] = kernels };
            }
        }

        private void AddKernel(JsonObject kernel)
        {
            if (kernel["name"]?.ToString() is not { Length: > 0 } name)
            {
                return;
            }

            IEnumerable<string> names = (kernel["aliases"] as JsonArray ?? []).Select(alias => alias?.ToString() ?? "").Append(name);
            foreach (string alias in names.Where(alias => alias.Length > 0 && !_languages.ContainsKey(alias)))
            {
                _languages = _languages.Add(alias, _languages.GetValueOrDefault(name, name));
            }
        }
    }
}
