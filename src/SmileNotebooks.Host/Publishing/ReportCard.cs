// What a folder's pages about all reports (index, search, glossary) are made of. Each page carries its own card, so that they can be made of a folder
// of pages alone.
using System.Collections.Immutable;
using System.Text.Json;

namespace SmileNotebooks.Host;

/// <summary>A report as the front page shows and searches it.</summary>
internal sealed record ReportCard
{
    private const string Begin = "<script type=\"application/json\" id=\"report-card\">";
    private const string End = "</script>";

    public required string Sentence { get; init; }

    /// <summary>Kinds of data, as <see cref="ReportMetadata.Data"/>.</summary>
    public ImmutableArray<string> Data { get; init; } = [];

    /// <summary>Seeds in words; null where nothing is random, or nothing is said.</summary>
    public string? Seeds { get; init; }

    /// <summary>Whether the run is kept until its inputs change.</summary>
    public bool IsKept { get; init; }

    /// <summary>What the notebook needs and is not there; empty where it was run.</summary>
    public ImmutableArray<NotebookNeed> Missing { get; init; } = [];

    public CardPicture? Picture { get; init; }

    public ImmutableArray<SearchSection> Sections { get; init; } = [];

    /// <summary>The ids of the glossary's terms that the text uses.</summary>
    public ImmutableArray<string> Terms { get; init; } = [];

    /// <summary>Pages and headings of this folder that the text links to, such as <c>02-next.html#s-some-part</c>.</summary>
    public ImmutableArray<string> Links { get; init; } = [];

    /// <summary>The card in the HTML of a page; null if there is none that can be read.</summary>
    public static ReportCard? Find(string html)
    {
        // What a cell put out may look like one: the page's own comes last.
        int begin = html.LastIndexOf(Begin, StringComparison.Ordinal);
        int end = begin < 0 ? -1 : html.IndexOf(End, begin, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ReportCard>(html.AsSpan((begin + Begin.Length)..end));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToHtml() => Begin + Html.Json(JsonSerializer.Serialize(this)) + End;
}

/// <summary>A part of a report that can be found and linked to.</summary>
/// <param name="Id">The id of its heading; empty for what stands before the first one.</param>
/// <param name="Heading">Its heading, plain text; empty before the first one.</param>
/// <param name="Text">Its text, without code.</param>
internal sealed record SearchSection(string Id, string Heading, string Text);

/// <summary>The picture of a card.</summary>
/// <param name="Key">What it was made of; the same key means the same picture.</param>
/// <param name="Light">A data URI, for light paper.</param>
/// <param name="Dark">The same for dark paper; null where one will do for both.</param>
/// <param name="Words">What it shows, for readers who do not see it.</param>
internal sealed record CardPicture(string Key, string Light, string? Dark, string Words);
