using System.Text.Json.Nodes;
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Charts;

/// <summary>Contrast as WCAG 2.2 defines it.</summary>
public sealed class PaletteTests
{
    public static TheoryData<string> Templates => [HouseTemplate.Light.Json, HouseTemplate.Dark.Json];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Series_stand_out_from_the_paper_and_text_is_readable(string template)
    {
        JsonNode layout = JsonNode.Parse(template)!["layout"]!;
        string paper = (string)layout["paper_bgcolor"]!;

        Assert.All(Palette.Series, color => Assert.InRange(Contrast(color, paper), 3, 21));
        Assert.InRange(Contrast((string)layout["font"]!["color"]!, paper), 7, 21);
        Assert.InRange(Contrast((string)layout["xaxis"]!["tickfont"]!["color"]!, paper), 4.5, 21);
    }

    private static double Contrast(string one, string other)
    {
        double a = Luminance(one);
        double b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color) =>
        0.2126 * Linear(color, 1) + 0.7152 * Linear(color, 3) + 0.0722 * Linear(color, 5);

    private static double Linear(string color, int at)
    {
        double value = Convert.ToInt32(color.Substring(at, 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
