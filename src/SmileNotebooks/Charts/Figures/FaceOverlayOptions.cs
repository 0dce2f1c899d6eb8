using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What is drawn over a photo.</summary>
public sealed record FaceOverlayOptions
{
    /// <summary>A label for each face, such as <c>smile 72 · Duchenne</c>, in the order of the faces; fewer are fine.
    /// None by default.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>The edges of the mesh; true by default.</summary>
    public bool Mesh { get; init; } = true;

    /// <summary>The rectangle around each face; true by default.</summary>
    public bool Box { get; init; } = true;
}
