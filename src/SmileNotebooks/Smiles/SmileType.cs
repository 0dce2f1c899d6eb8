namespace SmileNotebooks;

/// <summary>Kinds of smile by what moves in the picture. The names are those of the literature; they do not tell what is felt.</summary>
public enum SmileType
{
    /// <summary>The corners of the mouth are hardly pulled: AU12 below <see cref="Smile.LeastAU12"/>.</summary>
    None,

    /// <summary>The corners are pulled, cheeks and lower lids are hardly raised: AU6 below <see cref="Smile.LeastAU06"/>.</summary>
    NonDuchenne,

    /// <summary>The corners are pulled, and cheeks and lower lids are raised (the Duchenne marker).</summary>
    Duchenne,
}
