namespace SmileNotebooks;

/// <summary>A face as the tracker left it in one frame: all that measuring needs, copied out of the tracker's buffers.</summary>
/// <param name="Track">The tracker's number of the face, from 1.</param>
/// <param name="Landmarks">478 points in pixels; its own array.</param>
/// <param name="Confidence">How sure the landmark model is, 0 to 1.</param>
/// <param name="Region">Where the landmark model looked.</param>
internal sealed record TrackedFace(int Track, Point3[] Landmarks, double Confidence, RotatedRectangle Region);
