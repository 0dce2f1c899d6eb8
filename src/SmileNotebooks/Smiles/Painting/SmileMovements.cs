// What each muscle of a painted smile does to each point of the mesh.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The movements that a smile is painted from, for one face: displacements of the 468 points of the surface in canonical centimetres, each from rest to
/// full strength. They are added; a photo's own mesh stands at <see cref="PhotoStrength"/>.</summary>
/// <remarks>
/// <para>Lip corners move on the line of the zygomaticus major, from the corner toward its origin on the zygomatic bone, over which point 123 of the mesh lies (by
/// eye). The resting corner is where AU12's measure is that of the population neutral of docs/methods.md. The lips follow: sideways in
/// proportion to the distance from the middle, in height and depth with its square. Closing lips keep their thickness and meet at .57 of the gap from above, because on the
/// population neutral the edge of the upper lip is .65 cm lower and that of the lower lip .45 cm higher than in the photo that this was
/// made with. Skin between moves as a thin plate that is fixed at the oval of the face, eyes, brows, nose and chin.</para>
/// <para>The size of the cheek raiser is a convention: .10 cm at the lower lid and .25 cm at the cheek, 1.8 points of AU6 on our scale.</para>
/// </remarks>
internal sealed class SmileMovements
{
    private const double LowerLidTravel = 0.10, CheekTravel = 0.25, UpperShareOfGap = 0.57, LidClosure = 0.95;

    // AU12 in cm of corner pull: 4 of 5 points, what a photo that does not smile is given. A convention.
    private const double FullPull = 4.0 / 5 * 1.24;

    // Lips nearer than this count as closed.
    private const double LeastGap = 0.05;

    private const int RightCorner = 61, RightCheekbone = 123, RightCheek = 50, UpperLip = 13, LowerLip = 14;

    private static readonly int[] RightUpperLid = [246, 161, 160, 159, 158, 157, 173];
    private static readonly int[] RightLowerLid = [7, 163, 144, 145, 153, 154, 155];
    private static readonly int[] UpperLipInner = [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308];
    private static readonly int[] LowerLipInner = [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308];

    /// <summary>Points of the lower lip between the corners; the other points of the two contours are of the upper lip or corners.</summary>
    private static readonly int[] LowerLipPoints = [146, 91, 181, 84, 17, 314, 405, 321, 375, 95, 88, 178, 87, 14, 317, 402, 318, 324];

    /// <summary>What no movement of a smile shifts: oval, brows, bridge and base of the nose, chin. (Lids and lips are added where they are fixed.)</summary>
    private static readonly int[] Fixed =
    [
        .. FaceTopology.Contour("face oval").Points, .. FaceTopology.Contour("right eyebrow").Points, .. FaceTopology.Contour("left eyebrow").Points,
        .. FaceTopology.Contour("nose bridge").Points, 2, 97, 326, 199, 175,
    ];

    private readonly Vector3d[] _mesh;

    private SmileMovements(FrontalMesh mesh)
    {
        _mesh = [.. Enumerable.Range(0, FaceTopology.SurfacePointCount).Select(mesh.At)];
        FaceSide right = new(mesh, isLeft: false);
        FaceSide left = new(mesh, isLeft: true);
        AuFormula puller = AuFormulas.All.First(formula => formula.Number == 12);
        PhotoStrength = puller.Apply(mesh, rest: null).Intensity >= Smile.LeastAU12 ? 1 : 0;
        double Travel(FaceSide side) => PhotoStrength == 1
            ? TravelTo(side, puller.Neutral, direction: -1)
            : TravelTo(side, FaceMeasures.CornerPull(side) + FullPull, direction: 1);
        (TravelRight, TravelLeft) = (Travel(right), Travel(left));
        CornerRight = Corner(isLeft: false, TravelRight);
        CornerLeft = Corner(isLeft: true, TravelLeft);
        CheekRight = Cheek(isLeft: false);
        CheekLeft = Cheek(isLeft: true);
        Blink = Lids();
        bool isOpen = FaceMeasures.LipGap(right) > LeastGap;
        Opening = isOpen ? Gap() : new Vector3d[_mesh.Length];
    }

    /// <summary>1 where the photo smiles (AU12 from <see cref="Smile.LeastAU12"/>): it is the full strength. 0 where it does not: it is the rest.</summary>
    public int PhotoStrength { get; }

    /// <summary>Path of the right lip corner from rest to full strength, cm.</summary>
    public double TravelRight { get; }

    /// <summary>Path of the left lip corner.</summary>
    public double TravelLeft { get; }

    public Vector3d[] CornerRight { get; }

    public Vector3d[] CornerLeft { get; }

    public Vector3d[] CheekRight { get; }

    public Vector3d[] CheekLeft { get; }

    public Vector3d[] Blink { get; }

    /// <summary>From closed lips to the photo's gap; all zero where the photo's lips are closed.</summary>
    public Vector3d[] Opening { get; }

    public static SmileMovements Of(FrontalMesh mesh) => new(mesh);

    /// <summary>Where the surface is in a pose, against the photo: [468] canonical centimetres.</summary>
    public void Displace(SmilePose pose, Span<Vector3d> displacement)
    {
        double opening = pose.MouthOpening ?? (PhotoStrength == 1 ? Math.Clamp((pose.CornerRight + pose.CornerLeft) / 2, 0, 1.3) : 1);
        for (int i = 0; i < displacement.Length; i++)
        {
            displacement[i] = ((pose.CornerRight - PhotoStrength) * CornerRight[i]) + ((pose.CornerLeft - PhotoStrength) * CornerLeft[i])
                + ((pose.CheekRight - PhotoStrength) * CheekRight[i]) + ((pose.CheekLeft - PhotoStrength) * CheekLeft[i])
                + ((opening - 1) * Opening[i]) + (pose.Blink * Blink[i]);
        }
    }

    private static int OnSide(int rightPoint, bool isLeft) => isLeft ? CanonicalFace.Default.Mirror[rightPoint] : rightPoint;

    // How far the corner goes on its line until AU12's measure is the one sought. The measure grows along the line; halving finds it.
    private static double TravelTo(FaceSide side, double pull, int direction)
    {
        Vector3d unit = Line(isLeft: false);
        double out0 = side.Out(RightCorner), up0 = side.Up(RightCorner) - side.Up(2), front0 = side.Front(RightCorner) - side.Front(UpperLip);
        double PullAt(double travel)
        {
            double outward = out0 + (direction * travel * Math.Abs(unit.X));
            double back = front0 + (direction * travel * unit.Z);
            return Math.Sqrt((outward * outward) + (back * back)) + (0.5 * (up0 + (direction * travel * unit.Y)));
        }

        (double near, double far) = (0, 3);
        for (int i = 0; i < 50; i++)
        {
            double middle = (near + far) / 2;
            (near, far) = direction * (PullAt(middle) - pull) < 0 ? (middle, far) : (near, middle);
        }

        return (near + far) / 2;
    }

    /// <summary>Unit vector of the zygomaticus major on the canonical face, whose lips rest.</summary>
    private static Vector3d Line(bool isLeft)
    {
        Point3 from = CanonicalFace.Default.Vertices[OnSide(RightCorner, isLeft)];
        Point3 to = CanonicalFace.Default.Vertices[OnSide(RightCheekbone, isLeft)];
        Vector3d line = new(to.X - from.X, to.Y - from.Y, to.Z - from.Z);
        return 1 / line.Length * line;
    }

    private Vector3d[] Corner(bool isLeft, double travel)
    {
        Vector3d pull = travel * Line(isLeft);
        SortedDictionary<int, Vector3d> known = Still();
        FixEyes(known);
        int corner = OnSide(RightCorner, isLeft);
        double middle = _mesh[UpperLip].X;
        double reach = _mesh[corner].X - middle;
        foreach (int point in LipPoints())
        {
            double share = Math.Clamp((_mesh[point].X - middle) / reach, 0, 1);
            known[point] = new Vector3d(share * pull.X, share * share * pull.Y, share * share * pull.Z);
        }

        return ThinPlate.Spread(_mesh, known);
    }

    private Vector3d[] Cheek(bool isLeft)
    {
        SortedDictionary<int, Vector3d> known = Still();
        FixEyes(known);
        FixLips(known);
        known[OnSide(RightCheek, isLeft)] = new Vector3d(0, CheekTravel, 0);
        for (int i = 0; i < RightLowerLid.Length; i++)
        {
            // Most in the middle of the lid, none at the corners of the eye.
            known[OnSide(RightLowerLid[i], isLeft)] = new Vector3d(0, LowerLidTravel * Math.Sin(Math.PI * (i + 1) / (RightLowerLid.Length + 1)), 0);
        }

        return ThinPlate.Spread(_mesh, known);
    }

    private Vector3d[] Lids()
    {
        SortedDictionary<int, Vector3d> known = Still();
        FixEyes(known);
        FixLips(known);
        foreach (bool isLeft in (ReadOnlySpan<bool>)[false, true])
        {
            foreach ((int upper, int lower) in RightUpperLid.Zip(RightLowerLid))
            {
                known[OnSide(upper, isLeft)] = LidClosure * (_mesh[OnSide(lower, isLeft)] - _mesh[OnSide(upper, isLeft)]);
            }
        }

        // A plate that is pushed down by the lids would push the cheeks along.
        double lowest = RightLowerLid.Min(point => Math.Min(_mesh[point].Y, _mesh[OnSide(point, isLeft: true)].Y));
        for (int i = 0; i < _mesh.Length; i++)
        {
            if (_mesh[i].Y < lowest)
            {
                known[i] = default;
            }
        }

        return ThinPlate.Spread(_mesh, known);
    }

    private Vector3d[] Gap()
    {
        SortedDictionary<int, Vector3d> known = Still();
        FixEyes(known);
        foreach (int point in LipPoints())
        {
            double gap = GapAt(_mesh[point].X);
            known[point] = new Vector3d(0, LowerLipPoints.Contains(point) ? -(1 - UpperShareOfGap) * gap : UpperShareOfGap * gap, 0);
        }

        return ThinPlate.Spread(_mesh, known);
    }

    // The gap between the lips in a column of the face, from the pairs of points of their inner edges.
    private double GapAt(double x)
    {
        for (int i = 1; i < UpperLipInner.Length; i++)
        {
            double from = (_mesh[UpperLipInner[i - 1]].X + _mesh[LowerLipInner[i - 1]].X) / 2;
            double to = (_mesh[UpperLipInner[i]].X + _mesh[LowerLipInner[i]].X) / 2;
            if (x >= from && x <= to)
            {
                double share = (x - from) / (to - from);
                return ((1 - share) * GapOf(i - 1)) + (share * GapOf(i));
            }
        }

        return 0;
    }

    private double GapOf(int pair) => Math.Max(0, _mesh[UpperLipInner[pair]].Y - _mesh[LowerLipInner[pair]].Y);

    private static IEnumerable<int> LipPoints() => FaceTopology.Contour("outer lips").Points.Concat(FaceTopology.Contour("inner lips").Points);

    private static SortedDictionary<int, Vector3d> Still()
    {
        SortedDictionary<int, Vector3d> known = [];
        Fix(known, Fixed);
        return known;
    }

    private static void FixEyes(SortedDictionary<int, Vector3d> known)
    {
        Fix(known, FaceTopology.Contour("right eye").Points);
        Fix(known, FaceTopology.Contour("left eye").Points);
    }

    private static void FixLips(SortedDictionary<int, Vector3d> known) => Fix(known, LipPoints());

    private static void Fix(SortedDictionary<int, Vector3d> known, IEnumerable<int> points)
    {
        foreach (int point in points)
        {
            known[point] = default;
        }
    }
}
