using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A face model: what it gives and whether it is there.</summary>
public sealed class FaceModelStatus
{
    private readonly Action _check;

    internal FaceModelStatus(string name, string gives, bool isPresent, Action check)
    {
        Name = name;
        Gives = gives;
        IsPresent = isPresent;
        _check = check;
    }

    /// <summary>The model.</summary>
    public string Name { get; }

    /// <summary>What it measures.</summary>
    public string Gives { get; }

    /// <summary>Its licence: that of MediaPipe, from which all of these come.</summary>
    public string Licence { get; } = "Apache-2.0";

    /// <summary>Whether its file is there.</summary>
    public bool IsPresent { get; }

    /// <summary>Converts and loads the model.</summary>
    /// <returns>What is wrong with it, naming the file; null if nothing is.</returns>
    public string? FindProblem()
    {
        try
        {
            _check();
            return null;
        }
        catch (FaceModelException error)
        {
            return error.Message;
        }
    }
}

/// <summary>The face models that the library knows.</summary>
public static class FaceModelInventory
{
    /// <summary>The models that come with the library, and the bundle that may be added.</summary>
    /// <param name="folder">Where a bundle is looked for. Default: <see cref="FaceModelFolder.Default"/>.</param>
    public static ImmutableArray<FaceModelStatus> List(string? folder = null)
    {
        folder ??= FaceModelFolder.Default;
        string bundle = System.IO.Path.Combine(folder, FaceModelBundle.FileName);
        bool hasAssets = File.Exists(MediaPipeAssets.Path);
        return
        [
            new("face_detection_short_range", "faces in a picture", hasAssets, () => FaceModels.Detector().Dispose()),
            new("face_landmark_with_attention", "478 landmarks", hasAssets, () => FaceModels.Landmarks().Dispose()),
            new(FaceModelBundle.FileName, "52 blendshapes; FaceLandmarker's own landmarks", File.Exists(bundle), () => FaceModelBundle.Load(bundle).Verify()),
        ];
    }
}
