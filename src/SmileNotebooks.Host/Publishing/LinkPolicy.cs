// Where links may lead and which pictures come into the page. A page fetches nothing: pictures are embedded or named as missing.
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SmileNotebooks.Host;

/// <param name="notebookFolder">Where relative paths start; null if unknown.</param>
/// <param name="reportFolder">Where the page will lie; null if unknown, then relative links stay as they are.</param>
internal sealed partial class LinkPolicy(string? notebookFolder, string? reportFolder)
{
    /// <summary>The project's folder, which names of files start from; null if unknown.</summary>
    public string? Root { get; init; }

    /// <summary>Takes what readers are told of links to files.</summary>
    public PageHints? Hints { get; init; }

    /// <summary>Is told of links that lead nowhere.</summary>
    public Action<string>? Problem { get; init; }

    private readonly SortedSet<string> _files = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _pages = new(StringComparer.Ordinal);

    /// <summary>The files linked to so far that do not come with the page, as a reader knows them.</summary>
    public IEnumerable<string> Files => _files;

    /// <summary>The other pages of the folder linked to so far, with their headings.</summary>
    public IEnumerable<string> Pages => _pages;

    // nbformat 4.5, "Markdown cells": a picture of the cell itself.
    private const string Attachment = "attachment:";

    private static readonly string[] Schemes = ["http", "https", "mailto"];

    /// <param name="document">The Markdown of one cell or output.</param>
    /// <param name="attachments">The pictures that the cell holds, by file name and MIME type; null if none.</param>
    public void Apply(MarkdownDocument document, JsonObject? attachments)
    {
        foreach (LinkInline link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage)
            {
                ApplyToImage(link, attachments);
            }
            else
            {
                ApplyToLink(link, link.Url);
            }
        }

        foreach (AutolinkInline link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!link.IsEmail && !IsAllowed(link.Url))
            {
                link.ReplaceBy(new LiteralInline(link.Url));
            }
        }
    }

    private void ApplyToLink(LinkInline link, string? url)
    {
        if (!IsAllowed(url))
        {
            // The words stay, the link goes.
            ContainerInline words = new();
            link.ReplaceBy(words, copyChildren: true);
            return;
        }

        link.Url = Relocate(url!);
        link.GetDynamicUrl = null;
        if (PathOf(url!) is ({ } path, { } fragment) && !IsNotebook(path))
        {
            Describe(link, path, fragment);
        }
    }

    /// <summary>A file of the project stays where it is when the page travels: a reader is told, and what the link means.</summary>
    private void Describe(LinkInline link, string path, string fragment)
    {
        if (!Path.Exists(path))
        {
            Problem?.Invoke($"the link to {Shown(path)} leads nowhere.");
            return;
        }

        _files.Add(Shown(path));
        link.GetAttributes().AddClass("file");
        if (Hints is not null)
        {
            link.GetAttributes().AddProperty("aria-describedby", Hints.Add($"{path}#{fragment}", LinkedFile.Words(path, Shown(path), fragment)));
        }
    }

    /// <summary>The file that a relative link names, and what follows its #; null for other links, for what can be no file's name, and where folders are unknown.</summary>
    private (string? Path, string Fragment) PathOf(string url)
    {
        int end = url.AsSpan().IndexOfAny('#', '?') is >= 0 and int at ? at : url.Length;
        return end == 0 || url[0] == '/' || notebookFolder is null || reportFolder is null || Scheme().IsMatch(url) || url[..end].Contains("%00", StringComparison.Ordinal)
            ? (null, "")
            : (Path.GetFullPath(Path.Combine(notebookFolder, Uri.UnescapeDataString(url[..end]))), end < url.Length && url[end] == '#' ? Uri.UnescapeDataString(url[(end + 1)..]) : "");
    }

    // Of a file elsewhere only its name: a report tells nobody where its author's files lie.
    private string Shown(string path)
    {
        string relative = Path.GetRelativePath(Root ?? Path.GetDirectoryName(notebookFolder!) ?? notebookFolder!, path).Replace('\\', '/');
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? Path.GetFileName(path) : relative;
    }

    private static bool IsNotebook(string path) => path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);

    private void ApplyToImage(LinkInline image, JsonObject? attachments)
    {
        string url = image.Url ?? "";
        (string? data, string? problem) = url.StartsWith(Attachment, StringComparison.Ordinal)
            ? EmbeddedPicture.ReadAttachment(Uri.UnescapeDataString(url[Attachment.Length..]), attachments)
            : EmbeddedPicture.Read(url, notebookFolder);
        if (data is null)
        {
            string words = MarkdownText.Of(image);
            image.ReplaceBy(new HtmlInline($"<span class=\"missing\">{Html.Escape(words.Length > 0 ? words + ": " : "")}{Html.Escape(problem)}</span>"), copyChildren: false);
            return;
        }

        image.Url = data;
        image.GetDynamicUrl = null;
    }

    private static bool IsAllowed(string? url)
    {
        // Browsers drop these characters before they look for the scheme (WHATWG URL, 4.4).
        string bare = Ignored().Replace(url ?? "", "");
        Match scheme = Scheme().Match(bare);
        return !scheme.Success || Schemes.Contains(scheme.Groups[1].Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A path that starts at the notebook, as one that starts at the report; a notebook becomes its report.</summary>
    private string Relocate(string url)
    {
        if (url.Length == 0 || url[0] == '/' || Scheme().IsMatch(url))
        {
            return url;
        }

        int end = url.AsSpan().IndexOfAny('#', '?') is >= 0 and int at ? at : url.Length;
        string path = url[..end];
        string rest = url[end..];
        if (path.Length == 0)
        {
            return HeadingLink(rest);
        }

        if (IsNotebook(path))
        {
            string page = Path.ChangeExtension(path[(path.LastIndexOf('/') + 1)..], ".html") + HeadingLink(rest);
            _pages.Add(Uri.UnescapeDataString(page));
            return page;
        }

        return notebookFolder is null || reportFolder is null
            ? url
            : Path.GetRelativePath(reportFolder, Path.Combine(notebookFolder, path)).Replace('\\', '/') + rest;
    }

    /// <summary>Notebooks link to headings as Jupyter does, #Some-Heading; the report's ids are those of <see cref="HeadingIds"/>.</summary>
    private static string HeadingLink(string rest) =>
        rest.StartsWith('#') && rest.Length > 1 ? "#" + HeadingIds.IdOf(Uri.UnescapeDataString(rest[1..])) : rest;

    [GeneratedRegex(@"^([a-zA-Z][a-zA-Z0-9+.\-]*):")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"[\u0000-\u0020]")]
    private static partial Regex Ignored();
}
