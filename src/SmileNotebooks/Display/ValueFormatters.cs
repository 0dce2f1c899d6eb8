namespace SmileNotebooks;

/// <summary>The formatters of this library's types; a host creates it by the convention of
/// <see cref="TypeFormatterSourceAttribute"/>.</summary>
public sealed class ValueFormatters
{
    private readonly ValueFormatter[] _formatters =
        [new(MimeTypes.Html), new(MimeTypes.Plotly), new(MimeTypes.Plain)];

    /// <summary>One formatter for each MIME type that this library writes.</summary>
    /// <returns>The formatters; each says no (false) to a value that has no form in its MIME type.</returns>
    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}
