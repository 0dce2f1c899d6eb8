// Smiles of still pictures as a table.
namespace SmileNotebooks;

public sealed partial record FeatureTable
{
    /// <summary>The features of smiles in still pictures: <see cref="SmileFeatures.OfPicture"/>, one row a smile, NaN where not measurable.</summary>
    /// <param name="smiles">Each smile with the name of its picture, which becomes <see cref="FeatureRow.Clip"/>. Labels and people are added with <c>with</c>.</param>
    /// <param name="source">Where the pictures come from, as a folder.</param>
    public static FeatureTable OfPictures(IEnumerable<(string Picture, Smile Smile)> smiles, string source) => new()
    {
        Features = SmileFeatures.OfPicture,
        Rows = [.. smiles.Select(one => one.Smile.ToFeatures() with { Clip = one.Picture })],
        Source = source,
    };
}
