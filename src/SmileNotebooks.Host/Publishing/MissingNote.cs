namespace SmileNotebooks.Host;

/// <summary>At the head of a page whose notebook was not run: what it needs, and how to get it.</summary>
internal static class MissingNote
{
    public static string Render(IReadOnlyList<NotebookNeed> missing)
    {
        if (missing.Count == 0)
        {
            return "";
        }

        string what = missing.Count == 1 ? "a file that is not there" : $"{missing.Count} files that are not there";
        return $"""
            <div class="missing-note" role="note">
            <p><strong>This notebook was not run:</strong> it needs {what}. Its text and its code are below, without results.</p>
            {string.Join('\n', missing.Select(One))}
            </div>

            """;
    }

    private static string One(NotebookNeed need) => $"<p>Missing: <code>{Html.Escape(need.File)}</code>. To get it:</p>\n{PageFoot.Copied(need.How)}";
}
