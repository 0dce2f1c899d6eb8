namespace SmileNotebooks.Host;

/// <summary>The Content-Security-Policy of a page: no source may be fetched from a network.</summary>
internal static class PagePolicy
{
    /// <summary>The policy of an index, with its pictures and its search.</summary>
    public static string OfIndex =>
        $"default-src 'none'; script-src {PageAssets.HashSource(PageAssets.ThemeScript)} {PageAssets.HashSource(PageAssets.IndexScript)}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>The policy of a glossary, whose only script is the theme's.</summary>
    public static string OfGlossary => $"default-src 'none'; script-src {PageAssets.HashSource(PageAssets.ThemeScript)}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    /// <summary>
    /// Without a script in the outputs only the page's scripts may run, told by their hashes. plotly.js compiles code of its own with
    /// new Function for some traces, hence 'unsafe-eval'. A shared plotly.js is a file that figures.js asks for: 'strict-dynamic' lets a script
    /// that is trusted by its hash bring another; an integrity hash cannot be had, browsers do not check one of file: addresses.
    /// </summary>
    public static string Of(ReportPage page)
    {
        PlotlyLibrary? plotly = page.Plotly;
        string scripts = page.Body.UsesAuthorScript
            ? $"'unsafe-inline'{(page.SharesPlotly ? " 'self'" : "")}"
            : string.Join(' ', Trusted(page));
        string eval = page.Body.UsesAuthorScript || plotly is not null ? " 'unsafe-eval'" : "";
        return $"default-src 'none'; script-src {scripts}{eval}; style-src 'unsafe-inline'; img-src data: blob:; media-src data: blob:; font-src data:; "
            + "connect-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'";
    }

    private static IEnumerable<string> Trusted(ReportPage page)
    {
        yield return PageAssets.HashSource(PageAssets.ThemeScript);
        yield return PageAssets.HashSource(PageAssets.ReportScript);
        if (page.Plotly is not null)
        {
            yield return PageAssets.HashSource(PageAssets.FigureScript);
            yield return page.SharesPlotly ? "'strict-dynamic'" : page.Plotly.HashSource;
        }
    }
}
