namespace SmileNotebooks.Host;

/// <summary>Sizes of paper.</summary>
public enum PaperSize
{
    /// <summary>210 by 297 mm.</summary>
    A4,

    /// <summary>8.5 by 11 inches.</summary>
    Letter,
}

/// <summary>How a page is printed.</summary>
public sealed record PdfOptions
{
    /// <summary>The paper. Default: A4.</summary>
    public PaperSize Paper { get; init; } = PaperSize.A4;

    /// <summary>Whether the code of all cells is printed; the code of a failed cell always is. Default: false.</summary>
    public bool ShowCode { get; init; }

    /// <summary>The moment that the file names as that of its making, so that two prints are the same bytes. Default: null, the time of printing.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The browser to print with. Default: null, the one that <see cref="BrowserFinder.Find()"/> finds.</summary>
    public string? Browser { get; init; }
}
