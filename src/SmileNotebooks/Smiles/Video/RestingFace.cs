namespace SmileNotebooks;

/// <summary>A person at rest, as seen in the first seconds of a clip.</summary>
/// <param name="Neutral">The median face.</param>
/// <param name="Wrinkles">The median wrinkles; null where they are not measured, or counted from given ones.</param>
internal sealed record RestingFace(NeutralFace Neutral, Wrinkles? Wrinkles);
