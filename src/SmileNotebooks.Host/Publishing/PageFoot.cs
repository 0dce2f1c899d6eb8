namespace SmileNotebooks.Host;

/// <summary>The foot of a page: how to run the notebook again, the notebook, how to cite, from what the report was made.</summary>
internal static class PageFoot
{
    public static string Render(ReportPage page) => $"""
        <footer>
        {PageNeighbours.Place}
        <section id="provenance">
        <h2>How to run this{(page.Missing.IsEmpty ? " again" : "")}</h2>
        {Copied(page.Provenance.Command)}
        {Notebook(page.Download, page.Missing.IsEmpty ? "executed notebook" : "notebook")}
        </section>
        <section id="citation">
        <h2>How to cite this</h2>
        {string.Concat(page.Citation.Lines.Select(line => $"<p>{Html.Escape(line)}</p>"))}
        {WorksCited(page.Body)}
        <details><summary>BibTeX</summary>{Copied(page.Citation.BibTeX.TrimEnd('\n'))}</details>
        </section>
        <section id="sources">
        <h2>What this was made from</h2>
        {ProvenanceList.Render(page)}
        </section>
        {page.Download.Packed?.ToHtml("notebook-file")}
        </footer>
        """;

    /// <summary>A text in a box, with a button that copies it.</summary>
    public static string Copied(string text) =>
        $"<div class=\"command\"><pre tabindex=\"0\"><code>{Html.Escape(text)}</code></pre><button type=\"button\" class=\"copy\">Copy</button></div>";

    /// <summary>Whoever looks for the citation of a study comes here too, and is shown the way.</summary>
    private static string WorksCited(ReportBody body) => body.Headings.LastOrDefault(heading => heading.Text is "References" or "Bibliography" or "Literature" or "Works cited") is { } list
        ? $"<p>To cite a study rather than this report, see the <a href=\"#{Html.Escape(list.Id)}\">references</a>.</p>"
        : "";

    private static string Notebook(NotebookDownload download, string name) => download.Address is { } address
        ? $"<p class=\"download\"><a href=\"{Html.Escape("./" + string.Join('/', address.Split('/').Select(Uri.EscapeDataString)))}\" download>Download the {name}</a></p>"
        : $"<p class=\"download\"><button type=\"button\" id=\"download-notebook\">Download the {name} ({Html.Size(download.Bytes)})</button></p>";
}
