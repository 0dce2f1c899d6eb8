namespace SmileNotebooks;

/// <summary>MIME types in which values show themselves.</summary>
public static class MimeTypes
{
    /// <summary>A fragment of HTML.</summary>
    public const string Html = "text/html";

    /// <summary>A Plotly figure as JSON.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>Text for a terminal, a log or a screen reader.</summary>
    public const string Plain = "text/plain";
}
