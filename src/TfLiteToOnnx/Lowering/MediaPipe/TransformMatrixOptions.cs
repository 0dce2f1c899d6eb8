// Options of Landmarks2TransformMatrix.
using TfLiteToOnnx.Reading;

namespace TfLiteToOnnx.Lowering.MediaPipe;

/// <summary>Which points turn and which bound the rectangle, and the size of the crop.</summary>
/// <param name="LeftPoint">The line that becomes the target direction starts at this point.</param>
/// <param name="RightPoint">It ends at this point.</param>
/// <param name="Subset">Points whose bounding box is taken.</param>
/// <param name="TargetAngle">Radians.</param>
/// <param name="Width">Pixels of the crop.</param>
/// <param name="Height">Pixels of the crop.</param>
/// <param name="ScaleX">Factor on the box's width.</param>
/// <param name="ScaleY">Factor on the box's height.</param>
internal sealed record TransformMatrixOptions(
    int LeftPoint, int RightPoint, int[] Subset, float TargetAngle, int Width, int Height, float ScaleX, float ScaleY)
{
    private const int MaximumCrop = 1024;

    public static TransformMatrixOptions Read(FlexMap options, int points, OperatorSite site)
    {
        TransformMatrixOptions result = new(
            options.Int32("left_rotation_idx"),
            options.Int32("right_rotation_idx"),
            options.Int32s("subset_idxs"),
            options.Single("target_rotation_radians"),
            options.Int32("output_width"),
            options.Int32("output_height"),
            options.Single("scale_x"),
            options.Single("scale_y"));
        result.Check(points, site);
        return result;
    }

    private void Check(int points, OperatorSite site)
    {
        if (Subset.Length == 0)
        {
            throw site.Malformed("option 'subset_idxs'", "no point", "at least one");
        }

        foreach (int point in Subset.Append(LeftPoint).Append(RightPoint))
        {
            if (point < 0 || point >= points)
            {
                throw site.Malformed("options", $"point {point}", $"one of the {points} points");
            }
        }

        if (Width is < 1 or > MaximumCrop || Height is < 1 or > MaximumCrop)
        {
            throw site.Malformed("options", $"a crop of {Width} x {Height}", $"1 to {MaximumCrop} each");
        }
    }
}
