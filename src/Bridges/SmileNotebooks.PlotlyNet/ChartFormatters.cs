// Charts of Plotly.NET in our host: by this assembly's own formatters, from when a notebook has loaded it. Plotly.NET's own fetch plotly.js from a network.
using Plotly.NET;
using SmileNotebooks;
using SmileNotebooks.PlotlyNet;

[assembly: TypeFormatterSource(typeof(ChartFormatters))]

namespace SmileNotebooks.PlotlyNet;

/// <summary>Makes the formatters of charts.</summary>
internal sealed class ChartFormatters
{
    private readonly ChartFormatter[] _formatters = [.. new ValueFormatters().CreateTypeFormatters().Cast<ValueFormatter>().Select(formatter => new ChartFormatter(formatter))];

    public IEnumerable<object> CreateTypeFormatters() => _formatters;
}

/// <summary>Writes charts as the figures that they are.</summary>
internal sealed class ChartFormatter(ValueFormatter figures)
{
    public string MimeType => figures.MimeType;

    public Type Type { get; } = typeof(GenericChart);

    public bool Format(object instance, TextWriter writer) => instance is GenericChart chart && figures.Format(chart.ToFigure(), writer);
}
