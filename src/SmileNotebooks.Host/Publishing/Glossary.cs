// A project's glossary: a Markdown file beside its notebooks. A heading of the second level is a group, one of the third level a term, what follows it
// its explanation; a first paragraph "Also: a, b." gives other names.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace SmileNotebooks.Host;

/// <param name="Id">The id of the term on the glossary's page.</param>
/// <param name="Names">The term, then its other names.</param>
/// <param name="Text">The explanation, plain text.</param>
internal sealed record GlossaryTerm(string Id, ImmutableArray<string> Names, string Text)
{
    public string Name => Names[0];
}

internal sealed class Glossary
{
    public const string FileName = "glossary.md";
    public const string PageName = "glossary.html";

    private readonly Dictionary<string, GlossaryTerm> _terms = new(StringComparer.Ordinal);
    private readonly Regex? _words;

    private Glossary(string title, IReadOnlyList<(string Group, GlossaryTerm Term, string Markdown)> entries, string introduction)
    {
        (Title, Entries, Introduction) = (title, entries, introduction);
        foreach ((GlossaryTerm term, string name) in entries.SelectMany(entry => entry.Term.Names.Select(name => (entry.Term, name))))
        {
            _terms.TryAdd(Key(name), term);
        }

        _words = _terms.Count == 0 ? null : Pattern(entries.SelectMany(entry => entry.Term.Names));
    }

    public string Title { get; }

    /// <summary>What stands before the first group, Markdown.</summary>
    public string Introduction { get; }

    /// <summary>Terms in the file's order, each with its group and its explanation in Markdown.</summary>
    public IReadOnlyList<(string Group, GlossaryTerm Term, string Markdown)> Entries { get; }

    /// <returns>Null if the folder has no glossary.</returns>
    public static Glossary? Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        return File.Exists(path) ? Parse(File.ReadAllText(path)) : null;
    }

    public static Glossary Parse(string markdown)
    {
        markdown = markdown.ReplaceLineEndings("\n");
        MarkdownDocument document = MarkdownRenderer.Parse(markdown);
        HeadingBlock[] headings = [.. document.OfType<HeadingBlock>().Where(heading => MarkdownText.Of(heading).Length > 0)];
        List<(string, GlossaryTerm, string)> entries = [];
        HeadingIds ids = new();
        string group = "";
        foreach ((HeadingBlock heading, int at) in headings.Select((heading, at) => (heading, at)))
        {
            string name = MarkdownText.Of(heading);
            group = heading.Level == 2 ? name : group;
            if (heading.Level == 3)
            {
                int end = at + 1 < headings.Length ? headings[at + 1].Span.Start : markdown.Length;
                (ImmutableArray<string> others, string text) = Explanation(markdown[(heading.Span.End + 1)..end]);
                entries.Add((group, new GlossaryTerm("term-" + ids.Next(name)[2..], [name, .. others], PlainText(text)), text));
            }
        }

        HeadingBlock? title = headings.FirstOrDefault(heading => heading.Level == 1);
        int begin = title is null ? 0 : title.Span.End + 1;
        int first = headings.FirstOrDefault(heading => heading.Level > 1)?.Span.Start ?? markdown.Length;
        return new(title is null ? "Glossary" : MarkdownText.Of(title), entries, begin < first ? markdown[begin..first].Trim() : "");
    }

    /// <summary>The terms that a text uses, with their places, in order.</summary>
    public IEnumerable<(int Start, int Length, GlossaryTerm Term)> FindIn(string text)
    {
        foreach (Match match in (IEnumerable<Match>?)_words?.Matches(text) ?? [])
        {
            if (_terms.TryGetValue(Key(match.Groups["name"].Value), out GlossaryTerm? term))
            {
                yield return (match.Index, match.Length, term);
            }
        }
    }

    private static (ImmutableArray<string> Others, string Text) Explanation(string markdown)
    {
        string text = markdown.Trim();
        Match also = Regex.Match(text, @"^\*?Also: (?<names>[^\n*]+?)\.?\*?\n\n", RegexOptions.CultureInvariant);
        return also.Success
            ? ([.. also.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], text[also.Length..].Trim())
            : ([], text);
    }

    private static string PlainText(string markdown) =>
        string.Join(' ', MarkdownRenderer.Parse(markdown).Descendants<LeafBlock>().Select(MarkdownText.Of).Where(words => words.Length > 0));

    // A sentence may begin with a term; all other letters must be as they are written (AU6, but not au6).
    private static string Key(string name) => name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..];

    // The longest name first: "cluster permutation test" before "cluster". A plural s is no other word; a hyphen makes one.
    private static Regex Pattern(IEnumerable<string> names)
    {
        IEnumerable<string> alternatives = names.Distinct().OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(Alternative);
        return new($@"(?<![\w-])(?<name>{string.Join('|', alternatives)})s?(?![\w-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }

    private static string Alternative(string name)
    {
        string first = char.IsLetter(name[0]) ? $"[{char.ToUpperInvariant(name[0])}{char.ToLowerInvariant(name[0])}]" : Regex.Escape(name[..1]);
        return first + Regex.Escape(name[1..]);
    }
}
