namespace SmileNotebooks.Charts;

/// <summary>Texts of others (file names, labels) in a figure.</summary>
internal static class PlotlyText
{
    /// <summary>The text without the meaning that Plotly gives to tags and entities.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
