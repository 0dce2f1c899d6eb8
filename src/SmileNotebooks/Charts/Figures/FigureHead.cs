// The title of a figure and the quiet lines below it, broken so that they stay on a page of 400 pixels, and the room that they take.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>What stands above a plot.</summary>
/// <param name="Title">The title with its lines.</param>
/// <param name="Height">The room above the plot, in pixels.</param>
internal sealed record FigureHead(Title Title, double Height)
{
    // About 360 pixels of the page's fonts, 16 and 12 pixels high.
    private const int TitleLetters = 37;
    private const int LineLetters = 58;

    /// <param name="title">The title, plain text.</param>
    /// <param name="remarks">Remarks below it, plain text; each begins a line of its own, empty ones are left out.</param>
    public static FigureHead Of(string title, params IEnumerable<string?> remarks)
    {
        string[] heading = [.. Wrap(title, TitleLetters)];
        string[] lines = [.. remarks.Where(remark => !string.IsNullOrEmpty(remark)).SelectMany(remark => Wrap(remark!, LineLetters))];
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
        string[] lines = [.. remarks.Where(remark => !string.IsNullOrEmpty(remark)).SelectMany(remark => Wrap(remark!, LineLetters))];
        Title title = figure.Layout.Title ?? new();
        string? before = (title.Raw?.GetValueOrDefault("subtitle") as Title)?.Text;
        double room = 16 * lines.Length;
        Margin margin = figure.Layout.Margin ?? new();
        return figure with
        {
            Layout = figure.Layout with
            {
                Title = Placed(Marks.Title(title.Text ?? "", string.Join("<br>", new[] { before, Joined(lines) }.Where(part => !string.IsNullOrEmpty(part))))),
                Height = (figure.Layout.Height ?? 450) + room,
                Margin = margin with { T = (margin.T ?? 76) + room },
            },
        };
    }

    /// <summary>A figure whose subtitle, which may hold line breaks, is broken further where a line is too long for a narrow page.</summary>
    /// <param name="figure">The figure.</param>
    public static Figure Fit(Figure figure)
    {
        Title title = figure.Layout.Title ?? new();
        string[] before = (title.Raw?.GetValueOrDefault("subtitle") as Title)?.Text?.Split("<br>") ?? [];
        string[] lines = [.. before.SelectMany(line => Wrap(line, LineLetters))];
        if (lines.Length == before.Length)
        {
            return figure;
        }

        Margin margin = figure.Layout.Margin ?? new();
        double top = Math.Max(margin.T ?? 76, 53 + (16 * lines.Length));
        return figure with
        {
            Layout = figure.Layout with
            {
                Title = Placed(Marks.Title(title.Text ?? "", string.Join("<br>", lines))),
                Height = (figure.Layout.Height ?? 450) + top - (margin.T ?? 76),
                Margin = margin with { T = top },
            },
        };
    }

    /// <summary>From the upper border downwards, however many lines there are.</summary>
    private static Title Placed(Title title) => title with
    {
        Raw = new(title.Raw ?? []) { ["y"] = 1, ["yref"] = "container", ["yanchor"] = "top", ["pad"] = new Dictionary<string, object?> { ["t"] = 14 } },
    };

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
