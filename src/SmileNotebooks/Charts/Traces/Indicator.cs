using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SmileNotebooks.Charts;

/// <summary>What an indicator shows.</summary>
public enum IndicatorMode
{
    /// <summary>The number alone.</summary>
    Number,

    /// <summary>The gauge alone.</summary>
    Gauge,

    /// <summary>The gauge and the number.</summary>
    [JsonStringEnumMemberName("gauge+number")]
    GaugeNumber,
}

/// <summary>One number, large, perhaps on a gauge.</summary>
public sealed record Indicator : Trace
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Type => "indicator";

    /// <summary>The number; NaN shows none.</summary>
    public required double Value { get; init; }

    /// <summary>What is shown; the number by default.</summary>
    public IndicatorMode? Mode { get; init; }

    /// <summary>How the number is written.</summary>
    public IndicatorNumber? Number { get; init; }

    /// <summary>The gauge.</summary>
    public Gauge? Gauge { get; init; }

    /// <summary>The title above.</summary>
    public Title? Title { get; init; }

    /// <summary>The part of the figure that it takes.</summary>
    public Domain? Domain { get; init; }

    internal override int? PointCount => null;
}

/// <summary>How an indicator's number is written.</summary>
public sealed record IndicatorNumber : PlotlyObject
{
    /// <summary>Format in d3's notation, such as <c>.1f</c>.</summary>
    public string? ValueFormat { get; init; }

    /// <summary>What follows the number.</summary>
    public string? Suffix { get; init; }

    /// <summary>Font.</summary>
    public Font? Font { get; init; }
}

/// <summary>A gauge.</summary>
public sealed record Gauge : PlotlyObject
{
    /// <summary><c>angular</c> (default) or <c>bullet</c>.</summary>
    public string? Shape { get; init; }

    /// <summary>The scale.</summary>
    public Axis? Axis { get; init; }

    /// <summary>The bar that shows the number.</summary>
    public GaugeBar? Bar { get; init; }

    /// <summary>Width of the border in pixels.</summary>
    public double? BorderWidth { get; init; }

    /// <summary>Background, a CSS colour.</summary>
    public string? BgColor { get; init; }

    /// <summary>Coloured parts of the scale.</summary>
    public ImmutableArray<GaugeStep>? Steps { get; init; }
}

/// <summary>The bar of a gauge.</summary>
public sealed record GaugeBar : PlotlyObject
{
    /// <summary>A CSS colour.</summary>
    public string? Color { get; init; }

    /// <summary>Thickness, 0 to 1 of the gauge.</summary>
    public double? Thickness { get; init; }
}

/// <summary>A coloured part of a gauge's scale.</summary>
public sealed record GaugeStep : PlotlyObject
{
    /// <summary>From and to.</summary>
    public Values? Range { get; init; }

    /// <summary>A CSS colour.</summary>
    public string? Color { get; init; }
}

/// <summary>The part of a figure that a trace takes.</summary>
public sealed record Domain : PlotlyObject
{
    /// <summary>From and to, 0 at the left to 1 at the right.</summary>
    public Values? X { get; init; }

    /// <summary>From and to, 0 at the bottom to 1 at the top.</summary>
    public Values? Y { get; init; }
}
