namespace SmileNotebooks;

/// <summary>How tables of face measures are read.</summary>
public sealed record FaceSeriesOptions
{
    /// <summary>Frames per second. Default: null, which takes the time stamps of the table. Where it is given, a frame is shown at its number divided by it, whatever the table says.</summary>
    /// <remarks>py-feat writes whole seconds only, and OpenFace does not know the rate of single pictures: there it is needed.</remarks>
    public double? FrameRate { get; init; }

    /// <summary>Which files of a folder are read: <c>*</c> is any text, <c>?</c> any letter. Default: <c>*.csv</c>. Each of them must be a table of face measures.</summary>
    public string Pattern { get; init; } = "*.csv";

    /// <summary>Keeps the landmarks as columns <c>x_0</c>, <c>y_0</c> (and <c>z_0</c> where there) and so on, in pixels. Default: false; what is measured from them is kept in any case.</summary>
    public bool KeepLandmarks { get; init; }
}
