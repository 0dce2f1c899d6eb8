namespace SmileNotebooks;

/// <summary>A format that pictures are written in.</summary>
public enum PictureFormat
{
    /// <summary>PNG: exact, larger.</summary>
    Png,

    /// <summary>JPEG: for photographs.</summary>
    Jpeg,

    /// <summary>WebP with loss: smaller than JPEG, at most 16383 pixels a side.</summary>
    WebP,
}
