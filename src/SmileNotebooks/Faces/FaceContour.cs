using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A line through points of the face mesh.</summary>
/// <param name="Name">Such as <c>outer lips</c>; left and right are the subject's.</param>
/// <param name="IsClosed">Whether the last point joins the first.</param>
/// <param name="Points">Indices into the 478 landmarks, in order along the line.</param>
public sealed record FaceContour(string Name, bool IsClosed, ImmutableArray<int> Points);
