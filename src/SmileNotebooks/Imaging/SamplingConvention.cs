namespace SmileNotebooks;

/// <summary>
/// Where a crop takes its samples. The models see pictures half a pixel apart, and were measured to need the convention that
/// their own runtime uses: the wrong one costs 0.4 to 1 pixel in the landmarks.
/// </summary>
public enum SamplingConvention
{
    /// <summary>Samples lie at the centres of the crop's cells, pixel values at the centres of pixels (OpenGL textures; MediaPipe's face_mesh).</summary>
    PixelCentres,

    /// <summary>Samples lie at the top-left corners of the crop's cells, pixel values at the top-left corners of pixels
    /// (OpenCV's <c>warpPerspective</c> of 8-bit pictures; MediaPipe's FaceLandmarker on the CPU). As there, positions are rounded
    /// to 1/32 pixel and values to whole numbers: without that, landmarks are 0.06 pixel off, with it 0.01.</summary>
    OpenCv,
}
