namespace SmileNotebooks;

/// <summary>What the header says of one signal.</summary>
internal sealed record EdfSignal
{
    public required string Label { get; init; }

    /// <summary>The electrode or sensor.</summary>
    public required string Transducer { get; init; }

    public required string Unit { get; init; }

    public required double PhysicalMinimum { get; init; }

    public required double PhysicalMaximum { get; init; }

    public required double DigitalMinimum { get; init; }

    public required double DigitalMaximum { get; init; }

    public required string Prefiltering { get; init; }

    /// <summary>Samples in a record.</summary>
    public required int SamplesPerRecord { get; init; }

    /// <summary>Where its samples begin in a record, in bytes.</summary>
    public required long Offset { get; init; }

    public bool IsAnnotations => Label is "EDF Annotations" or "BDF Annotations";

    /// <summary>The trigger inputs of a BioSemi recorder.</summary>
    public bool IsStatus => Label.Equals("Status", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the limits say what a stored number means.</summary>
    public bool IsScaled => PhysicalMinimum != PhysicalMaximum && DigitalMinimum != DigitalMaximum;

    /// <summary>The unit a step of the stored number; negative where a recorder wrote either pair of limits upside down to turn the polarity.</summary>
    public double Gain => IsScaled ? (PhysicalMaximum - PhysicalMinimum) / (DigitalMaximum - DigitalMinimum) : 1;

    /// <summary>The value of the stored number 0.</summary>
    public double Zero => IsScaled ? PhysicalMinimum - (DigitalMinimum * Gain) : 0;
}
