namespace SmileNotebooks;

/// <summary>Which models find the landmarks.</summary>
public enum FaceModel
{
    /// <summary>MediaPipe Face Mesh with attention, which comes with the library: about 3 ms for one look at a picture. The default,
    /// also where a bundle is present, so that adding one changes no landmark and no action unit.</summary>
    FaceMesh,

    /// <summary>The detector and landmark model of a <c>face_landmarker.task</c> bundle: the landmarks that MediaPipe's
    /// FaceLandmarker gives.</summary>
    TaskBundle,
}
