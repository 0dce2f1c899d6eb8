namespace SmileNotebooks;

/// <summary>How wrinkles are measured.</summary>
public sealed record WrinkleOptions
{
    /// <summary>Wrinkles are not measured where a smile is: see <see cref="Smile.Measure"/>.</summary>
    public static WrinkleOptions Off { get; } = new() { Measured = false };

    /// <summary>The wrinkles of the same person's resting face, best under the same camera and light: values are then the rise over it.
    /// Default null: values are counted from the skin of the cheek. Lines of age are in these, whatever the face does.</summary>
    public Wrinkles? Neutral { get; init; }

    /// <summary>Whether <see cref="Smile.Measure"/> measures them where the face has a picture. Default true.</summary>
    public bool Measured { get; init; } = true;
}
