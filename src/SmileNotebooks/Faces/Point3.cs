namespace SmileNotebooks;

/// <summary>A landmark. In a picture: pixels from the top-left corner of the top-left pixel, x to the right, y down,
/// z away from the camera on the scale of x (smaller is nearer).</summary>
/// <param name="X">Horizontal position.</param>
/// <param name="Y">Vertical position.</param>
/// <param name="Z">Depth, relative to the face's own centre.</param>
public readonly record struct Point3(float X, float Y, float Z);
