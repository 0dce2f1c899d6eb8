// An entry as a line of a list: authors, year, title, container, volume, pages, link.
using System.Text;

namespace SmileNotebooks;

/// <summary>Writes entries in the order of the American Psychological Association (7th edition, chapter 9).</summary>
internal static class ReferenceStyle
{
    /// <summary>The entry in pieces, so that a display can put the container in italics and link the DOI.</summary>
    /// <returns>What stands before the container, the container with its volume, what stands between it and the link.</returns>
    public static (string Head, string Container, string Tail) Parts(Reference reference)
    {
        string title = reference.Title + (reference.Title[^1] is '?' or '!' or '.' ? "" : ".");
        string head = $"{Authors(reference)} ({reference.Year}). {title}";
        string container = reference.Container is null ? "" : reference.Volume is null ? reference.Container : $"{reference.Container}, {reference.Volume}";
        StringBuilder tail = new();
        tail.Append(reference.Issue is null || reference.Volume is null ? "" : $"({reference.Issue})");
        tail.Append(reference.Pages is null ? "" : $", {reference.Pages}");
        return (head, container, container.Length + tail.Length == 0 ? "" : tail.Append('.').ToString());
    }

    public static string Text(Reference reference)
    {
        (string head, string container, string tail) = Parts(reference);
        return string.Join(' ', new[] { head, container + tail, reference.Link?.OriginalString ?? "" }.Where(part => part.Length > 0));
    }

    // Of more than twenty authors the manual names the first nineteen and the last.
    private static string Authors(Reference reference)
    {
        string[] names = [.. reference.Authors.Select(author => author.InList)];
        return names switch
        {
            [string one] => one,
            { Length: > 20 } => $"{string.Join(", ", names[..19])}, ... {names[^1]}",
            [.., _] when reference.Authors[^1].Literal is not null => $"{string.Join(", ", names[..^1])}, {names[^1]}",
            _ => $"{string.Join(", ", names[..^1])}, & {names[^1]}",
        };
    }
}
