namespace SmileNotebooks;

/// <summary>Why a fold could not be measured. The limits are in docs/methods.md.</summary>
public enum WrinkleProblem
{
    /// <summary>It was measured.</summary>
    None,

    /// <summary>The face has no picture: see <see cref="Face.Picture"/>.</summary>
    NoPicture,

    /// <summary>The pupils are too few pixels apart.</summary>
    FaceTooSmall,

    /// <summary>The region is seen too much from the side, or the head is turned farther than landmarks were checked for.</summary>
    HeadTurned,

    /// <summary>Part of the region lies outside of the picture.</summary>
    OutsidePicture,

    /// <summary>The edges of the eyes are not sharp.</summary>
    Blurred,

    /// <summary>Glasses, or hair as strong as a frame, cross the region.</summary>
    Glasses,

    /// <summary>White or black pixels without texture: glare or deep shadow.</summary>
    Exposure,

    /// <summary>Neither cheek can serve as the reference.</summary>
    NoReference,

    /// <summary>The region was not measurable in the resting face that was given.</summary>
    NotInNeutral,
}
