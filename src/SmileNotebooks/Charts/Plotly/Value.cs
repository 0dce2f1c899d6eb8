using System.Globalization;

namespace SmileNotebooks.Charts;

/// <summary>A number or a text in a figure: a coordinate, a category, a date, a colour. NaN and infinity are gaps.</summary>
public readonly record struct Value
{
    private readonly double _number;
    private readonly string? _text;

    private Value(double number) => _number = number;

    private Value(string? text) => (_text, _number) = (text, double.NaN);

    internal string? Text => _text;

    internal double Number => _number;

    /// <summary>A number.</summary>
    /// <param name="number">Any; NaN and infinity are gaps.</param>
    public static implicit operator Value(double number) => new(number);

    /// <summary>A text: a category or, for a colour, such as <c>#0072b2</c>.</summary>
    /// <param name="text">Any; null is a gap.</param>
    public static implicit operator Value(string? text) => new(text);

    /// <summary>A date with its time, on a date axis.</summary>
    /// <param name="date">Written as it is; Plotly knows no time zones.</param>
    public static implicit operator Value(DateTime date) =>
        new(date.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture));

    /// <summary>A number.</summary>
    /// <param name="number">Any.</param>
    public static Value FromDouble(double number) => number;

    /// <summary>A text.</summary>
    /// <param name="text">Any; null is a gap.</param>
    public static Value FromString(string? text) => text;

    /// <summary>A date with its time.</summary>
    /// <param name="date">Written as it is.</param>
    public static Value FromDateTime(DateTime date) => date;

    /// <summary>The value as people read it.</summary>
    public override string ToString() => _text ?? _number.ToString("G6", CultureInfo.InvariantCulture);
}
