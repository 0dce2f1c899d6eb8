// How tables look, and what makes a table of records sort and turn its pages: the same few lines with each table in a front end,
// once in a page.
namespace SmileNotebooks.Host;

internal static class TableScript
{
    /// <summary>What follows a table. A page that has the style and script itself takes them away (<see cref="Without"/>).</summary>
    public static string Style { get; } = $"<style>{Compact(PageAssets.TableStyle)}</style>";

    /// <summary>What follows a table that can be sorted.</summary>
    public static string StyleAndScript { get; } = $"{Style}<script>{Compact(PageAssets.TableScript)}</script>";

    /// <summary>HTML without the style and script of its tables.</summary>
    public static string Without(string html) => html.Replace(StyleAndScript, "", StringComparison.Ordinal).Replace(Style, "", StringComparison.Ordinal);

    // Comments and indents are for those who read the file.
    private static string Compact(string text) => string.Concat(text.Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("/*", StringComparison.Ordinal))
        .Select(line => line + "\n"));
}
