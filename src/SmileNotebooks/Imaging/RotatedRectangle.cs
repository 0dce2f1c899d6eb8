namespace SmileNotebooks;

/// <summary>A rectangle anywhere on a picture, turned about its centre.</summary>
/// <param name="CentreX">Centre in pixels, from the left edge of the picture's leftmost pixels.</param>
/// <param name="CentreY">Centre in pixels, from the top edge of the picture's topmost pixels.</param>
/// <param name="Width">Length in pixels of the side that is horizontal before turning.</param>
/// <param name="Height">Length in pixels of the side that is vertical before turning.</param>
/// <param name="Rotation">Angle in radians; positive turns clockwise as seen (y points down).</param>
public readonly record struct RotatedRectangle(double CentreX, double CentreY, double Width, double Height, double Rotation)
{
    internal void ThrowIfNotFinite()
    {
        bool isFinite = double.IsFinite(CentreX) && double.IsFinite(CentreY) && double.IsFinite(Width) && double.IsFinite(Height)
            && double.IsFinite(Rotation);
        if (!isFinite)
        {
            throw new ArgumentException($"A region has finite centre, sides and rotation, found {this}.", "region");
        }
    }
}
