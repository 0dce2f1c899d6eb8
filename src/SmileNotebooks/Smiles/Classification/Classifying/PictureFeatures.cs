namespace SmileNotebooks;

/// <summary>The features of a smile in a still picture, in the order of <see cref="SmileFeatures.OfPicture"/>.</summary>
internal static class PictureFeatures
{
    public static FeatureRow Of(Smile smile) => new([.. SmileFeatures.OfPicture.Select(feature => Value(smile, feature))]);

    // What a picture alone does not give is missing.
    private static double Value(Smile smile, string feature) => feature switch
    {
        "au12" => smile.AU12.Intensity,
        "au06" => smile.AU06.Intensity,
        "au06_beyond_au12" => smile.AU06BeyondAU12,
        "asymmetry" => smile.Asymmetry,
        "mouth_opening" => smile.MouthOpening,
        _ => double.NaN,
    };
}
