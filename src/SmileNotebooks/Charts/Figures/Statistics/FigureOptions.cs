namespace SmileNotebooks;

/// <summary>Words and level of a statistical figure.</summary>
public sealed record FigureOptions
{
    /// <summary>The title; by default the figure's own, such as the name of the method.</summary>
    public string? Title { get; init; }

    /// <summary>A quiet line below the title; by default what the marks mean. That data are simulated is said in any case.</summary>
    public string? Subtitle { get; init; }

    /// <summary>What is measured along x, with its unit.</summary>
    public string? XTitle { get; init; }

    /// <summary>What is measured along y, with its unit.</summary>
    public string? YTitle { get; init; }

    /// <summary>Confidence level of the intervals that the figure computes itself, 0 to 1, both excluded; .95 by default.</summary>
    public double Level { get; init; } = .95;

    /// <summary>The options with a title and what is measured along x, unless they have them.</summary>
    internal FigureOptions Titled(string title, string? xTitle = null) => this with { Title = Title ?? title, XTitle = XTitle ?? xTitle };
}
