// Dyads, networks and what is found in them show themselves.
using System.Collections.Immutable;
using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(Dyad), typeof(DyadDisplay))]
[assembly: Display(typeof(DyadSet), typeof(DyadSetDisplay))]
[assembly: Display(typeof(WindowedCrossCorrelation), typeof(WindowedCrossCorrelationDisplay))]
[assembly: Display(typeof(DyadSynchrony), typeof(DyadSynchronyDisplay))]
[assembly: Display(typeof(NetworkPanel), typeof(NetworkPanelDisplay))]
[assembly: Display(typeof(ContagionRates), typeof(ContagionRatesDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows a dyad as its two series.</summary>
internal sealed class DyadDisplay : ValueDisplay<Dyad>
{
    protected override string? Render(Dyad value, string mimeType) => mimeType == MimeTypes.Plain ? value.ToString() : FigureDisplay.RenderFigure(value.ToFigure(), mimeType);
}

/// <summary>Shows dyads as a table, a row a dyad.</summary>
internal sealed class DyadSetDisplay : ValueDisplay<DyadSet>
{
    protected override string? Render(DyadSet value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(value.ToString(), ResultHtml.Table(TableOf(value), 1, 5)),
        MimeTypes.Plain => $"{value}\n\n{TableOf(value).ToText().TrimEnd('\n')}",
        _ => null,
    };

    private static ResultTable TableOf(DyadSet dyads) => new("Dyads", ["dyad", "people", "samples", "duration (s)", "missing", "remarks"],
    [
        .. dyads.Select(dyad => (ImmutableArray<string>)
        [
            dyad.Name, $"{dyad.FirstPerson}, {dyad.SecondPerson}", FormattableString.Invariant($"{dyad.Samples:#,0}"), FormattableString.Invariant($"{dyad.Duration:0.#}"),
            $"{dyad.First.Count(double.IsNaN) + dyad.Second.Count(double.IsNaN)}", string.Join("; ", dyad.Remarks),
        ]),
    ]);
}

/// <summary>Shows windowed cross-correlations as colours, with a sentence.</summary>
internal sealed class WindowedCrossCorrelationDisplay : ValueDisplay<WindowedCrossCorrelation>
{
    protected override string? Render(WindowedCrossCorrelation value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(value.ToString(), FigureHtml.RenderInside(value.ToFigure())),
        MimeTypes.Plain => value.ToString(),
        _ => FigureDisplay.RenderFigure(value.ToFigure(), mimeType),
    };
}

/// <summary>Shows the synchrony of partners beside that of strangers.</summary>
internal sealed class DyadSynchronyDisplay : ValueDisplay<DyadSynchrony>
{
    protected override string? Render(DyadSynchrony value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(value.ToString(), value.ToFigure() is { } figure ? FigureHtml.RenderInside(figure) : null, ResultHtml.Table(value.ToTable())),
        MimeTypes.Plain => $"{value}\n\n{value.ToTable().ToText().TrimEnd('\n')}",
        _ => null,
    };
}

/// <summary>Shows a panel as its network, wave by wave; one too large to draw as a sentence.</summary>
internal sealed class NetworkPanelDisplay : ValueDisplay<NetworkPanel>
{
    protected override string? Render(NetworkPanel value, string mimeType) =>
        mimeType == MimeTypes.Plain ? value.ToString()
        : value.People.Length <= NetworkFigures.MostPeople ? FigureDisplay.RenderFigure(value.ToFigure(), mimeType)
        : mimeType == MimeTypes.Html ? ResultHtml.Render(value.ToString())
        : null;
}

/// <summary>Shows how often analyses find contagion: figure and table.</summary>
internal sealed class ContagionRatesDisplay : ValueDisplay<ContagionRates>
{
    protected override string? Render(ContagionRates value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => $"<div class=\"smile-result\">\n{ResultHtml.Table(value.ToTable())}\n{FigureHtml.RenderInside(value.ToFigure())}\n</div>",
        MimeTypes.Plain => $"{value}\n\n{value.ToTable().ToText().TrimEnd('\n')}",
        _ => null,
    };
}
