// Published studies as HTML: tables whose first cell leads to the article, a grade as a small plate, a list of references.
using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace SmileNotebooks.Charts;

/// <summary>Writes records of studies as HTML.</summary>
internal static class StudiesHtml
{
    // Colour only repeats what the words say.
    private const string Plate = "display:inline-block;border:1px solid currentColor;border-radius:0.6em;padding:0 0.6em;font-size:0.85em;white-space:nowrap";
    private const string Small = "font-size:0.9em";

    /// <summary>On paper many claims share a page; no letter is below 7 pt.</summary>
    private const string PaperStyle =
        "<style>@media print{.sn-claim{font-size:7.6pt;line-height:1.2;break-inside:avoid;margin:0}.sn-claim p{margin:0 0 0.3mm}.sn-claim .sn-grade{font-size:1em!important;padding:0 0.5em!important}"
        + ".sn-claim table{font-size:7.1pt;line-height:1.16;margin:0;width:100%;table-layout:fixed}.sn-claim :is(th,td){padding:0.1mm 1.2mm 0.1mm 0!important;min-width:0!important;border:0!important}"
        + ".sn-claim :is(caption,thead,.sn-why){display:none}.sn-claim td:nth-child(1){width:14.5%}.sn-claim td:nth-child(2){width:16.5%}.sn-claim td:nth-child(4){width:12.5%}.sn-claim td:nth-child(5){width:9.5%}"
        + ".sn-references{columns:2;font-size:8pt;line-height:1.25}.sn-references li{break-inside:avoid}details.sn-citation{display:none}}</style>";

    public static string Evidence(EvidenceTable table)
    {
        ResultTable cells = table.ToTable();
        return $"<div class=\"smile-result\">\n{Table(cells, [.. table.Rows.Select(row => row.Study.Reference)], EvidenceWords.WordColumns)}{(cells.Note is null ? "" : $"\n<p style=\"{Small}\">{Text(cells.Note)}</p>")}\n</div>";
    }

    public static string Claim(Claim claim)
    {
        ResultTable cells = ClaimRows.TableOf(claim);
        return $"""
            <div class="smile-result sn-claim">{PaperStyle}
            <p><strong>{Text(claim.Sentence)}</strong> <span class="sn-see">({Link(claim.Cited, claim.Cited.InText)})</span> <span class="sn-grade" style="{Plate}">{Text(claim.Grade.ToString())}</span></p>
            <p>{Text(claim.Verdict)}</p>
            {Table(cells, [.. claim.Evidence.Rows.Select(row => row.Study.Reference)], [1, 2, 3, 4])}
            <p class="sn-why" style="{Small}">{Text(claim.Grade.Sentence)}</p>
            </div>
            """;
    }

    public static string Study(PublishedStudy study)
    {
        ResultTable cells = StudyRows.TableOf(study);
        string[] notes = [study.Description, .. study.Note is null ? [] : new[] { study.Note }];
        return $"""
            <div class="smile-result">
            <p>{Entry(study.Reference)}</p>
            <p>{Text(study.ToString())}. {Text(string.Join(' ', notes))}</p>
            {ResultHtml.Table(cells, 1, 2, 3, 4)}
            </div>
            """;
    }

    public static string References(ReferenceList references) => $"""
        <div class="smile-result">{PaperStyle}
        <ul class="sn-references" style="list-style:none;padding:0;margin:0">
        {string.Join('\n', references.Select(reference => $"<li style=\"padding-left:1.6em;text-indent:-1.6em;margin-bottom:0.35em\">{Entry(reference)}</li>"))}
        </ul>
        <details class="sn-citation"><summary>For reference managers</summary>
        <p>BibTeX</p><pre tabindex="0">{Text(references.BibTex)}</pre>
        <p>CSL-JSON</p><pre tabindex="0">{Text(references.CslJson)}</pre></details>
        </div>
        """;

    /// <summary>An entry with its container in italics and its DOI as a link.</summary>
    private static string Entry(Reference reference)
    {
        (string head, string container, string tail) = ReferenceStyle.Parts(reference);
        string link = reference.Link is { } address ? $" <a href=\"{Text(address.OriginalString)}\">{Text(address.OriginalString)}</a>" : "";
        string note = reference.Note is null ? "" : $" <span style=\"{Small}\">[{Text(reference.Note)}]</span>";
        return $"{Text(head)}{(container.Length == 0 ? "" : $" <i>{Text(container)}</i>{Text(tail)}")}{link}{note}";
    }

    private static string Link(Reference reference, string text) =>
        reference.Link is { } link ? $"<a href=\"{Text(link.OriginalString)}\">{Text(text)}</a>" : Text(text);

    private static string Table(ResultTable table, Reference[] references, int[] words)
    {
        StringBuilder html = new("<div role=\"group\" tabindex=\"0\" style=\"overflow-x:auto\"");
        html.Append($" aria-label=\"{Text(table.Title)}\"><table class=\"sn-table\"><caption style=\"text-align:left\">{Text(table.Title)}</caption><thead><tr>");
        foreach ((int column, string heading) in table.Columns.Index())
        {
            html.Append($"<th scope=\"col\" style=\"{Side(table, column, words)}\">{Text(heading)}</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach ((ImmutableArray<string> row, Reference reference) in table.Rows.Zip(references))
        {
            html.Append("<tr>");
            foreach ((int column, string cell) in row.Index())
            {
                html.Append($"<td style=\"{Side(table, column, words)}\">{(column == 0 ? Link(reference, cell) : Text(cell))}</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    /// <summary>The finding is a sentence, and gets the room that single words leave.</summary>
    private static string Side(ResultTable table, int column, int[] words) =>
        column == 0 ? "text-align:left;min-width:7em;white-space:normal"
        : table.Columns[column] == "finding" ? "text-align:left;min-width:14em;white-space:normal"
        : words.Contains(column) ? "text-align:left;white-space:normal"
        : "text-align:right;white-space:nowrap";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
