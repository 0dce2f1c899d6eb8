using System.Globalization;

namespace SmileNotebooks;

/// <summary>How strong the folds of one region are, or why that could not be measured.</summary>
public sealed record Wrinkle
{
    /// <summary>Energy of lines in the direction of the folds over that of the skin's texture, in decibels: 0 where the region is as smooth as the
    /// cheek, +3 where its lines have twice the energy. Negative where it is smoother. Null where it was not measurable.</summary>
    public double? AboveSkin { get; init; }

    /// <summary>What is to be used: <see cref="AboveSkin"/>, or its rise over the resting face in decibels where one was given
    /// (<see cref="WrinkleOptions.Neutral"/>). Null where it was not measurable.</summary>
    public double? Value { get; init; }

    /// <summary>Why it was not measurable.</summary>
    public WrinkleProblem Problem { get; init; }

    /// <summary>The reason in words; null where it was measured.</summary>
    public string? Reason { get; init; }

    /// <summary>The value, or NaN: what tables and classifiers take.</summary>
    public double ValueOrNaN => Value ?? double.NaN;

    /// <summary>As in <c>6.8 dB</c> or <c>not measurable: glasses cross the region</c>.</summary>
    public override string ToString() =>
        Value is { } value ? value.ToString("0.0", CultureInfo.InvariantCulture) + " dB" : $"not measurable: {Reason}";
}
