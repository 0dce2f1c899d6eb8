namespace SmileNotebooks;

/// <summary>How a sample is stored; the least significant byte comes first.</summary>
internal enum SampleEncoding
{
    /// <summary>Two bytes, two's complement: EDF, BrainVision.</summary>
    Int16,

    /// <summary>Three bytes, two's complement: BDF.</summary>
    Int24,

    /// <summary>Four bytes, two's complement: BrainVision.</summary>
    Int32,

    /// <summary>Four bytes, IEEE 754: BrainVision.</summary>
    Float32,
}
