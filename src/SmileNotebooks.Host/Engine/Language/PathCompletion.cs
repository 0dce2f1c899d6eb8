// Completes the path of a file, from the notebook's folder on.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SmileNotebooks.Host;

internal static class PathCompletion
{
    /// <summary>The files and folders that a string may go on to name; null where the string does not look like a path.</summary>
    public static CompletionList? InString(CellModel model, string code, string folder)
    {
        SyntaxToken token = model.TokenBefore(model.Position);
        if (!token.IsKind(SyntaxKind.StringLiteralToken) || token.SpanStart >= model.Position)
        {
            return null;
        }

        string typed = code[token.SpanStart..model.Position].TrimStart('@', '"');
        return typed.Contains('/') ? Complete(typed, model.Position, folder, []) : null;
    }

    /// <param name="typed">What is there of the path.</param>
    /// <param name="position">The cursor, behind it.</param>
    /// <param name="folder">Where relative paths start.</param>
    /// <param name="extensions">The extensions of the files wanted; none: all.</param>
    public static CompletionList Complete(string typed, int position, string folder, string[] extensions)
    {
        int slash = typed.LastIndexOf('/') + 1;
        CompletionCandidates candidates = new(typed[slash..]);
        foreach (FileSystemInfo entry in Entries(typed[..slash], folder))
        {
            bool isFolder = entry is DirectoryInfo;
            if (isFolder || extensions.Length == 0 || extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
            {
                candidates.Add(isFolder ? entry.Name + "/" : entry.Name, isFolder ? "folder" : "file", "", isFolder ? CompletionGroup.Usual : CompletionGroup.Own);
            }
        }

        return new CompletionList(position - (typed.Length - slash), position, candidates.Ranked());
    }

    private static IEnumerable<FileSystemInfo> Entries(string within, string folder)
    {
        try
        {
            return [.. new DirectoryInfo(Path.Combine(folder, within)).EnumerateFileSystemInfos().Take(10 * CompletionCandidates.Most)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
