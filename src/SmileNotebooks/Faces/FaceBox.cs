namespace SmileNotebooks;

/// <summary>An upright rectangle in a picture, in pixels. May reach beyond the picture's border.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct FaceBox(double X, double Y, double Width, double Height);
