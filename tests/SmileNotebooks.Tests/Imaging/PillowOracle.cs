using System.Text.Json;
using SmileNotebooks;

namespace SmileNotebooks.Tests.Imaging;

/// <summary>What Pillow gives, and how far ours may be from it: tests/oracles/imaging/expected.json.</summary>
internal sealed record PillowOracle(int Width, int Height, int Tolerance, string Rgb)
{
    public static IReadOnlyDictionary<string, PillowOracle> All { get; } = JsonSerializer.Deserialize<Dictionary<string, PillowOracle>>(
        File.ReadAllText(TestPictures.Oracle("expected.json")), JsonSerializerOptions.Web)!;

    public static void AssertAlike(string name, Picture picture)
    {
        PillowOracle expected = All[name];
        Assert.Equal((expected.Width, expected.Height), (picture.Width, picture.Height));
        TestPictures.AssertAlike(Convert.FromHexString(expected.Rgb), picture, expected.Tolerance);
    }
}
