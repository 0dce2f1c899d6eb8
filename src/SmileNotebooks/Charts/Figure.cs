// The figure: what a chart function returns and a notebook shows.
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>A Plotly figure: traces (the data and how they are drawn), a layout, and how it behaves. Immutable: a
/// figure is changed by <c>figure with { ... }</c>.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed partial record Figure
{
    /// <summary>Makes a figure.</summary>
    /// <param name="traces">The traces, the first at the bottom.</param>
    public Figure(params IEnumerable<Trace> traces) => Data = [.. traces];

    /// <summary>The traces, the first at the bottom.</summary>
    public ImmutableArray<Trace> Data { get; init; }

    /// <summary>Everything but the data.</summary>
    public Layout Layout { get; init; } = new();

    /// <summary>How the figure behaves on a page.</summary>
    public Config Config { get; init; } = new();

    /// <summary>States that sliders, menus and buttons of the layout go to; none by default. <see cref="Slider"/>, <see cref="Choice"/> and <see cref="Animation"/> make them.</summary>
    public ImmutableArray<Frame>? Frames { get; init; }

    /// <summary>What the figure shows, in a sentence: for screen readers, logs and terminals. By default the title and
    /// the traces are named.</summary>
    [JsonIgnore]
    public string? Description { get; init; }

    /// <summary>The figure as plotly.js takes it: an object of <c>data</c>, <c>layout</c>, <c>config</c> and, where there are any,
    /// <c>frames</c>. The same figure always gives the same text; NaN and infinity are null.</summary>
    /// <returns>JSON.</returns>
    /// <exception cref="ArgumentException">An option is set by its property and in <see cref="PlotlyObject.Raw"/>.</exception>
    public string ToJson() => FigureJson.Write(this);

    /// <summary>The figure of Plotly's JSON, whoever wrote it: this library, Plotly for Python, R or .NET. It is written again with all that it was read with.</summary>
    /// <remarks>Options that have a property here are in it, where their value fits it; all others are in <see cref="PlotlyObject.Raw"/> (typed arrays, say), and traces of kinds
    /// that have no type here are <see cref="OtherTrace"/>. Without <see cref="Layout.Meta"/> a page leaves the colours of the figure as they are.</remarks>
    /// <param name="json">An object of <c>data</c> and <c>layout</c>, perhaps <c>config</c> and <c>frames</c>.</param>
    /// <returns>The figure; without a <see cref="Description"/>, which is no part of the JSON.</returns>
    /// <exception cref="ArgumentException">It is no JSON, names something twice, or has parts of other names or kinds.</exception>
    public static Figure FromJson(string json) => FigureReader.Read(json);

    /// <summary>The figure with a template, unless it has one of its own.</summary>
    /// <param name="template">Such as <see cref="HouseTemplate.Light"/>.</param>
    /// <returns>A figure.</returns>
    public Figure WithTemplate(Template template) =>
        Layout.Template is null && Layout.Raw?.ContainsKey("template") != true ? this with { Layout = Layout with { Template = template } } : this;

    /// <summary>The figure as a fragment of HTML in the light house template. It needs plotly.js on the page as
    /// <c>window.Plotly</c>, now or later, and loads nothing.</summary>
    /// <returns>A <c>div</c> and its script.</returns>
    public string ToHtml() => FigureHtml.Render(this);

    /// <summary>What the figure shows.</summary>
    /// <returns>One or more lines.</returns>
    public override string ToString() => FigureText.Render(this);
}
