namespace SmileNotebooks;

/// <summary>The 52 blendshape scores of a <c>face_landmarker.task</c> bundle, each 0 to 1, in the bundle's order.</summary>
public sealed partial class Blendshapes
{
    private readonly float[] scores;

    internal Blendshapes(float[] scores) => this.scores = scores;

    /// <summary>The scores in the order of the bundle.</summary>
    public ReadOnlySpan<float> Scores => scores;
}
