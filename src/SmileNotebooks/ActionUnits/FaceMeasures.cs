// The distances that action units are made of. Point numbers are those of the subject's right side.
namespace SmileNotebooks;

/// <summary>Distances on one side of a frontal mesh, in canonical centimetres where nothing else is said.</summary>
internal static class FaceMeasures
{
    private const int CornerOfMouth = 61, CornerOfEyeOuter = 33, CornerOfEyeInner = 133;
    private const int UpperLipInner = 13, LowerLipInner = 14, UpperLipEdge = 0, LowerLipEdge = 17;
    private const int BridgeOfNose = 168, BaseOfNose = 2, WingOfNose = 129, Cheek = 50;
    private const int Chin = 199, ChinFold = 200;

    /// <summary>How far the inner end of the brow stands above the bridge of the nose.</summary>
    public static double InnerBrowHeight(FaceSide side) => side.Up([55, 107]) - side.Up(BridgeOfNose);

    /// <summary>How far the outer half of the brow stands above the bridge of the nose.</summary>
    public static double OuterBrowHeight(FaceSide side) => side.Up([63, 70, 105]) - side.Up(BridgeOfNose);

    /// <summary>How low and how near the middle the inner half of the brow is.</summary>
    public static double BrowGathering(FaceSide side) =>
        -(side.Up([55, 65, 66, 107]) - side.Up(BridgeOfNose)) - ((side.Out(55) + side.Out(107)) / 2);

    /// <summary>Opening of the eye as a share of its width: three lid pairs, as in the eye aspect ratio.</summary>
    public static double EyeOpening(FaceSide side) =>
        (side.Distance(158, 153) + side.Distance(159, 145) + side.Distance(160, 144)) / (3 * side.Distance(CornerOfEyeOuter, CornerOfEyeInner));

    /// <summary>Height of the lower lid above the line through the corners of the eye; negative for an open eye.</summary>
    public static double LowerLidHeight(FaceSide side) =>
        (AboveEyeLine(side, 144) + AboveEyeLine(side, 145) + AboveEyeLine(side, 153)) / 3;

    /// <summary>Height of the cheek against the outer corner of the eye.</summary>
    public static double CheekHeight(FaceSide side) => side.Up(Cheek) - side.Up(CornerOfEyeOuter);

    /// <summary>Lift of the cheek and of the lower lid together.</summary>
    public static double CheekRaise(FaceSide side) => CheekHeight(side) + LowerLidHeight(side);

    /// <summary>Height of the wing of the nose against the inner corner of the eye, without the part that a pulled
    /// corner of the mouth explains (.25 cm a cm over the 60 portraits).</summary>
    public static double NoseWingHeight(FaceSide side) => side.Up(WingOfNose) - side.Up(CornerOfEyeInner) - (0.25 * CornerPull(side));

    /// <summary>Height of the upper lip's edge against the base of the nose.</summary>
    public static double UpperLipHeight(FaceSide side) => side.Up([37, 39]) - side.Up(BaseOfNose);

    /// <summary>How far the corner of the mouth is pulled: outward around the teeth, and half as much weight on upward.
    /// The zygomaticus major pulls in this direction.</summary>
    public static double CornerPull(FaceSide side) => CornerReach(side) + (0.5 * CornerHeight(side));

    /// <summary>Distance of the corner of the mouth from the middle of the lips, outward and backward.</summary>
    public static double CornerReach(FaceSide side)
    {
        double back = side.Front(CornerOfMouth) - side.Front(UpperLipInner);
        return Math.Sqrt((side.Out(CornerOfMouth) * side.Out(CornerOfMouth)) + (back * back));
    }

    /// <summary>Height of the corner of the mouth against the base of the nose; negative.</summary>
    public static double CornerHeight(FaceSide side) => side.Up(CornerOfMouth) - side.Up(BaseOfNose);

    /// <summary>How low the corner of the mouth is against the middle of the lips.</summary>
    public static double CornerDrop(FaceSide side) => side.Up([UpperLipInner, LowerLipInner]) - side.Up(CornerOfMouth);

    /// <summary>How far the corner of the mouth is stretched without being raised.</summary>
    public static double CornerStretch(FaceSide side) => CornerReach(side) - CornerHeight(side);

    /// <summary>How closely the lips are pressed together near the corner.</summary>
    public static double CornerPress(FaceSide side) => -side.Distance(40, 91);

    /// <summary>How high the lower lip stands above the chin.</summary>
    public static double LowerLipEdgeHeight(FaceSide side) => side.Up(LowerLipEdge) - side.Up(Chin);

    /// <summary>How thin the red parts of both lips are.</summary>
    public static double LipThinness(FaceSide side) =>
        -(side.Distance(UpperLipEdge, UpperLipInner) + side.Distance(LowerLipInner, LowerLipEdge));

    /// <summary>The gap between the lips in the middle.</summary>
    public static double LipGap(FaceSide side) => side.Up(UpperLipInner) - side.Up(LowerLipInner);

    /// <summary>The gap between the lips as a share of the mouth's width; 0 where the lips touch or overlap.</summary>
    public static double MouthOpening(FrontalMesh mesh)
    {
        FaceSide right = new(mesh, isLeft: false);
        double width = (mesh.At(CornerOfMouth) - mesh.At(CanonicalFace.Default.Mirror[CornerOfMouth])).Length;
        return width > 0 ? Math.Max(0, LipGap(right) / width) : 0;
    }

    /// <summary>How far the chin is below the base of the nose.</summary>
    public static double JawDrop(FaceSide side) => side.Up(BaseOfNose) - side.Up(ChinFold);

    private static double AboveEyeLine(FaceSide side, int lid)
    {
        double along = (side.Out(lid) - side.Out(CornerOfEyeInner)) / (side.Out(CornerOfEyeOuter) - side.Out(CornerOfEyeInner));
        return side.Up(lid) - side.Up(CornerOfEyeInner) - (along * (side.Up(CornerOfEyeOuter) - side.Up(CornerOfEyeInner)));
    }
}
