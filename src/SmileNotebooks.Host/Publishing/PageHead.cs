namespace SmileNotebooks.Host;

internal static class PageHead
{
    /// <summary>The head of a page.</summary>
    /// <param name="title">The page's title, plain text.</param>
    /// <param name="policy">Its Content-Security-Policy, which allows the theme's script.</param>
    /// <param name="style">What its style is beside that of every page.</param>
    /// <param name="further">Elements of this page alone, each a line.</param>
    public static string Render(string title, string policy, string style, string further = "") => $"""
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{policy}">
        <title>{Html.Escape(title)}</title>
        {further}<meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="SmileNotebooks">
        <style>{PageAssets.PageStyle}{style}</style>
        <script>{PageAssets.ThemeScript}</script>
        </head>
        """;
}
