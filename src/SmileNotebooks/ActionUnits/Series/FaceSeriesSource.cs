namespace SmileNotebooks;

/// <summary>What measured a series.</summary>
public enum FaceSeriesSource
{
    /// <summary>This library: 478 landmarks, action units by geometry, 0 to 5.</summary>
    SmileNotebooks,

    /// <summary>OpenFace 2: 68 landmarks, action units by regression, 0 to 5.</summary>
    OpenFace,

    /// <summary>py-feat: 68 landmarks, action units as scores, 0 to 1.</summary>
    PyFeat,

    /// <summary>Made by a simulation.</summary>
    Simulation,
}
