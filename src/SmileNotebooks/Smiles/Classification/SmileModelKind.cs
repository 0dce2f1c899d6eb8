using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What a classifier looks at.</summary>
public enum SmileModelKind
{
    /// <summary>Rows of numbers that need not be ours.</summary>
    Table,

    /// <summary>A smile in a still picture: features of <see cref="SmileFeatures.OfPicture"/>.</summary>
    Picture,

    /// <summary>A smile in a clip: features of <see cref="SmileFeatures.OfClip"/>.</summary>
    Clip,
}

internal static class SmileModelKinds
{
    /// <summary>The kind whose features hold all of these; a table's where neither does.</summary>
    public static SmileModelKind Of(ImmutableArray<string> features) =>
        features.All(feature => SmileFeatures.OfClip.Contains(feature)) ? SmileModelKind.Clip
        : features.All(feature => SmileFeatures.OfPicture.Contains(feature)) ? SmileModelKind.Picture
        : SmileModelKind.Table;
}
