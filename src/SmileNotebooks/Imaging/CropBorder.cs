namespace SmileNotebooks;

/// <summary>What a crop sees outside of the picture.</summary>
public enum CropBorder
{
    /// <summary>Black.</summary>
    Zero,

    /// <summary>The nearest pixel of the picture's edge.</summary>
    Replicate,
}
