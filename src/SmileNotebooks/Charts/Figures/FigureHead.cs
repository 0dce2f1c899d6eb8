// The title of a figure and the quiet lines below it, broken so that they stay on a page of 400 pixels, and the room that they take.
using System.Text.RegularExpressions;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>What stands above a plot.</summary>
/// <param name="Title">The title with its lines.</param>
/// <param name="Height">The room above the plot, in pixels.</param>
internal sealed partial record FigureHead(Title Title, double Height)
{
    // About 350 pixels of the page's fonts, 16 and 12 pixels high.
    private const int TitleLetters = 37;
    private const int LineLetters = 54;

    /// <param name="title">The title, plain text.</param>
    /// <param name="remarks">Remarks below it, plain text; each begins a line of its own, empty ones are left out.</param>
    public static FigureHead Of(string title, params IEnumerable<string?> remarks)
    {
        string[] heading = [.. Wrap(title, TitleLetters)];
        string[] lines = LinesOf(remarks);
        return new(Placed(Marks.Title(Joined(heading), lines.Length == 0 ? null : Joined(lines))), 34 + (19 * heading.Length) + (16 * lines.Length));
    }

    /// <summary>The head that options ask for. A subtitle of the author's own replaces the remarks, but not that data are simulated.</summary>
    /// <param name="options">Words.</param>
    /// <param name="title">The title where they have none.</param>
    /// <param name="simulated">How data were simulated; null for data that were recorded.</param>
    /// <param name="remarks">As for <see cref="Of(string, IEnumerable{string?})"/>.</param>
    public static FigureHead Of(FigureOptions options, string title, string? simulated, IEnumerable<string?> remarks) =>
        Of(options.Title ?? title, options.Subtitle is { } own ? [own, simulated] : [.. remarks, simulated]);

    /// <summary>A figure with further lines below its title.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="remarks">As for <see cref="Of(string, IEnumerable{string?})"/>.</param>
    public static Figure Add(Figure figure, params IEnumerable<string?> remarks)
    {
        string[] lines = LinesOf(remarks);
        string quiet = string.Join("<br>", new[] { QuietOf(figure), Joined(lines) }.Where(part => !string.IsNullOrEmpty(part)));
        return Raised(figure, Marks.Title(figure.Layout.Title?.Text ?? "", quiet), 16 * lines.Length);
    }

    /// <summary>The figure with a title and quiet lines that are broken, or broken further, where they are too long for a page of 400 pixels. A line with markup of its own stays as it is.</summary>
    /// <param name="figure">A figure whose margin has room for the lines that it has.</param>
    public static Figure Fit(Figure figure)
    {
        (string? heading, int headings) = Broken(figure.Layout.Title?.Text, TitleLetters);
        (string? lines, int more) = Broken(QuietOf(figure), LineLetters);
        return headings + more == 0 ? figure : Raised(figure, Marks.Title(heading ?? "", lines), (19 * headings) + (16 * more));
    }

    /// <summary>The figure with a title that takes more room than that which it has.</summary>
    private static Figure Raised(Figure figure, Title title, double room)
    {
        Margin margin = figure.Layout.Margin ?? new();
        return figure with
        {
            Layout = figure.Layout with { Title = Placed(title), Height = (figure.Layout.Height ?? 450) + room, Margin = margin with { T = (margin.T ?? 76) + room } },
        };
    }

    private static string? QuietOf(Figure figure) => (figure.Layout.Title?.Raw?.GetValueOrDefault("subtitle") as Title)?.Text;

    private static string[] LinesOf(IEnumerable<string?> remarks) => [.. remarks.Where(remark => !string.IsNullOrEmpty(remark)).SelectMany(remark => Wrap(remark!, LineLetters))];

    /// <summary>Text that is escaped already, with more breaks, and how many were added.</summary>
    private static (string? Text, int Added) Broken(string? text, int letters)
    {
        if (text is null)
        {
            return (null, 0);
        }

        string[] before = text.Split("<br>");
        string[] lines = [.. before.SelectMany(line => line.Contains('<', StringComparison.Ordinal) ? [line] : Wrap(line, letters))];
        return (string.Join("<br>", lines), lines.Length - before.Length);
    }

    /// <summary>From the upper border downwards, however many lines there are.</summary>
    internal static Title Placed(Title title) => title with
    {
        Raw = new(title.Raw ?? []) { ["y"] = 1, ["yref"] = "container", ["yanchor"] = "top", ["pad"] = new Dictionary<string, object?> { ["t"] = 14 } },
    };

    private static string Joined(IEnumerable<string> lines) => string.Join("<br>", lines.Select(PlotlyText.Escape));

    /// <summary>Breaks between words; a word that is longer than a line stays whole, a seed goes with its number, and a number with its unit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="letters">How many a line has room for.</param>
    internal static IEnumerable<string> Wrap(string text, int letters)
    {
        string line = "";
        foreach (string word in Joint().Replace(text, "\u001F").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                yield return line.Replace('\u001F', ' ');
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line.Replace('\u001F', ' ');
    }

    [GeneratedRegex(@"(?<=\bseed) (?=\d)|(?<=\d) (?=(?:s|ms|Hz|%|dB|mV|µV)(?:\W|$))")]
    private static partial Regex Joint();
}
