// One person in a video: where the face is, how it moves, and what it looks like.
namespace SmileNotebooks;

/// <summary>The state of a face that is followed, or of one that was lost and may come back.</summary>
internal sealed partial class FollowedFace
{
    // In widths of the region; a convention. A mesh that jumps to another face goes farther from where it was going.
    private const double LargestSteadyStep = 0.1;

    // Seconds after which a face that moves wildly all the time is taken as it is; a convention.
    private const double LongestUnsteadiness = 1;

    private double _velocityX;
    private double _velocityY;
    private double _measuredAt = double.NaN;
    private RotatedRectangle _steadyRegion;
    private double _steadyVelocityX;
    private double _steadyVelocityY;

    public Point3[] Landmarks { get; } = new Point3[FaceTopology.PointCount];

    public FaceShape Shape { get; } = new();

    public int Id { get; set; }

    public double Confidence { get; set; }

    /// <summary>The region that the landmarks were measured in.</summary>
    public RotatedRectangle Measured { get; set; }

    /// <summary>Where the face will be looked for in the next frame.</summary>
    public RotatedRectangle Next { get; private set; }

    /// <summary>How far the face has lately been from where it was going, in widths of its region: large where the mesh has jumped to another face.</summary>
    public double Strangeness { get; private set; }

    /// <summary>When it was last surely this face, in seconds.</summary>
    public double SteadyAt { get; private set; }

    /// <summary>Begins with a region of the detector's.</summary>
    public void Begin(in RotatedRectangle region)
    {
        Next = region;
        Strangeness = 0;
        _velocityX = _velocityY = 0;
        _measuredAt = double.NaN;
        Shape.Clear();
    }

    /// <summary>Takes the landmarks that were just measured into account.</summary>
    public void Advance(double time)
    {
        RotatedRectangle region = FaceRegion.Of(Landmarks);
        double elapsed = time - _measuredAt;
        if (elapsed > 0)
        {
            double moveX = region.CentreX - Next.CentreX, moveY = region.CentreY - Next.CentreY;
            double step = (Math.Sqrt(Square(moveX - (_velocityX * elapsed)) + Square(moveY - (_velocityY * elapsed))) / Next.Width) + Math.Abs(Math.Log(region.Width / Next.Width));
            Strangeness = Math.Max(0.8 * Strangeness, step);
            _velocityX = (_velocityX + (moveX / elapsed)) / 2;
            _velocityY = (_velocityY + (moveY / elapsed)) / 2;
        }

        _measuredAt = time;
        Next = region;
        if (!(elapsed > 0) || Strangeness < LargestSteadyStep || time - SteadyAt > LongestUnsteadiness)
        {
            (SteadyAt, _steadyRegion, _steadyVelocityX, _steadyVelocityY) = (time, region, _velocityX, _velocityY);
            Shape.Add(Landmarks);
        }
    }

    /// <summary>Goes on as the person who was lost.</summary>
    public void Become(FollowedFace lost)
    {
        Id = lost.Id;
        Shape.Add(lost.Shape);
    }

    /// <summary>How little a face that has just been found is like this lost one; below 1 they may be one person.</summary>
    public double UnlikenessTo(FollowedFace found, double time)
    {
        // Conventions: a person in front of a camera moves by up to six widths of the face (a metre) a second, and comes nearer or goes away by half a second's worth.
        const double widthsPerSecond = 6;
        const double logSizePerSecond = 0.5;
        double away = time - SteadyAt;
        double width = Math.Sqrt(_steadyRegion.Width * found.Next.Width) / FaceRegion.Margin;
        double place = DistanceToWay(found.Next, Math.Min(away, 1)) / width;
        double size = Math.Abs(Math.Log(found.Next.Width / _steadyRegion.Width));
        double placeShare = place / (1 + (widthsPerSecond * away));
        double sizeShare = size / (Math.Log(1.5) + (logSizePerSecond * away));

        // One look at a face that is just coming back may be from the side: where it was lost a moment ago, its shape counts half.
        double shapeShare = Shape.DistanceTo(found.Shape) / (away <= 1 && place <= 0.5 ? 2 * FaceShape.LargestDistance : FaceShape.LargestDistance);
        return Math.Max(placeShare, Math.Max(sizeShare, shapeShare)) >= 1 ? double.PositiveInfinity : (placeShare + sizeShare + shapeShare) / 3;
    }

    /// <summary>Distance to the way from where the face was to where it would be had it gone on.</summary>
    private double DistanceToWay(in RotatedRectangle found, double seconds)
    {
        double wayX = _steadyVelocityX * seconds, wayY = _steadyVelocityY * seconds;
        double fromX = found.CentreX - _steadyRegion.CentreX, fromY = found.CentreY - _steadyRegion.CentreY;
        double length = Square(wayX) + Square(wayY);
        double along = length > 0 ? Math.Clamp(((fromX * wayX) + (fromY * wayY)) / length, 0, 1) : 0;
        return Math.Sqrt(Square(fromX - (along * wayX)) + Square(fromY - (along * wayY)));
    }

    private static double Square(double value) => value * value;
}
