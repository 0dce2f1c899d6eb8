// The style sheets and scripts of the pages, kept as readable files in Assets/.
using System.Security.Cryptography;
using System.Text;

namespace SmileNotebooks.Host;

internal static class PageAssets
{
    public static string PageStyle { get; } = Read("page.css");

    /// <summary>Tables of records: in pages, and with each table in a front end. Before what is made of it.</summary>
    public static string TableStyle { get; } = Read("tables.css");

    public static string TableScript { get; } = Read("tables.js");

    public static string ReportStyle { get; } = TableStyle + Read("report.css");

    public static string IndexStyle { get; } = Read("index.css");

    public static string IndexScript { get; } = Read("index.js");

    public static string GlossaryStyle { get; } = Read("glossary.css");

    public static string ThemeScript { get; } = Read("theme.js");

    public static string ReportScript { get; } = Read("unpack.js") + Read("report.js") + Read("download.js") + Read("hints.js") + TableScript;

    public static string HouseScript { get; } = Read("house.js");

    /// <summary>One element of the page: the theme, then what draws with it.</summary>
    public static string FigureScript { get; } = HouseScript + Read("figure-controls.js") + Read("figures.js") + Read("figure-data.js");

    /// <summary>Not for pages: what <see cref="FigurePictures"/> draws with.</summary>
    public static string PictureScript { get; } = Read("pictures.js");

    /// <summary>The source expression that lets exactly this inline script run (Content Security Policy Level 3, 2.3.1).</summary>
    public static string HashSource(string script) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    private static string Read(string name)
    {
        using Stream stream = typeof(PageAssets).Assembly.GetManifestResourceStream("Publishing/" + name)
            ?? throw new InvalidOperationException($"The assembly holds no resource Publishing/{name}.");
        using StreamReader reader = new(stream);
        // The browser hashes a script after it has turned \r\n into \n.
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
