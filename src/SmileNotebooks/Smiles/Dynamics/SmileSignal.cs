namespace SmileNotebooks;

/// <summary>The movement that smiles are looked for in.</summary>
public enum SmileSignal
{
    /// <summary>The amplitude of the lip corners, lip widths: D = (|m - right| + |m - left|) / (2 w), with m and w the middle of the corners and their distance at rest.</summary>
    LipCorners,

    /// <summary>The lip corner puller, brought to 0 to 5.</summary>
    AU12,
}
