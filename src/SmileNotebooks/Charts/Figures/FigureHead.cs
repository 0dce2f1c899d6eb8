// The title of a figure and the quiet lines below it, broken so that they stay on a page of 400 pixels, and the room that they take.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>What stands above a plot.</summary>
/// <param name="Title">The title with its lines.</param>
/// <param name="Height">The room above the plot, in pixels.</param>
internal sealed record FigureHead(Title Title, double Height)
{
    // About 360 pixels of the page's fonts, 16 and 12 pixels high.
    private const int TitleLetters = 42;
    private const int LineLetters = 58;

    /// <param name="title">The title, plain text.</param>
    /// <param name="remarks">Remarks below it, plain text; each begins a line of its own, empty ones are left out.</param>
    public static FigureHead Of(string title, params IEnumerable<string?> remarks)
    {
        string[] heading = [.. Wrap(title, TitleLetters)];
        string[] lines = [.. remarks.Where(remark => !string.IsNullOrEmpty(remark)).SelectMany(remark => Wrap(remark!, LineLetters))];
        Title made = Marks.Title(Joined(heading), lines.Length == 0 ? null : Joined(lines));
        Dictionary<string, object?> place = new(made.Raw ?? [])
        {
            ["y"] = 1, ["yref"] = "container", ["yanchor"] = "top", ["pad"] = new Dictionary<string, object?> { ["t"] = 14 },
        };
        return new(made with { Raw = place }, 34 + (19 * heading.Length) + (16 * lines.Length));
    }

    private static string Joined(IEnumerable<string> lines) => string.Join("<br>", lines.Select(PlotlyText.Escape));

    /// <summary>Breaks between words; a word that is longer than a line stays whole.</summary>
    private static IEnumerable<string> Wrap(string text, int letters)
    {
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
