// The section "Wrinkles" of docs/validation.md: held to what is measured on the photos at hand, and its picture drawn anew on request.
using System.Globalization;

namespace SmileNotebooks.Tests;

public class WrinkleValidationTests(ITestOutputHelper output)
{
    private static readonly (string Name, Func<Wrinkles, double> Value)[] s_folds =
        [("crow's feet", w => w.CrowsFeet), ("lower lids", w => w.LowerLid), ("naso-labial folds", w => w.Nasolabial)];

    [Fact]
    public void Page_states_how_wrinkles_go_with_the_smile()
    {
        (Wrinkles Wrinkles, Smile Smile, Portrait Portrait)[] all =
            [.. WrinkleFaces.Portraits().Select(one => (Wrinkles.Measure(one.Face), Smile.Measure(one.Face, wrinkles: WrinkleOptions.Off), one.Portrait))];
        List<string> rows = [];
        foreach ((string name, Func<Wrinkles, double> value) in s_folds)
        {
            (Wrinkles Wrinkles, Smile Smile, Portrait Portrait)[] measured = [.. all.Where(one => double.IsFinite(value(one.Wrinkles)))];
            string Against(Func<(Wrinkles Wrinkles, Smile Smile, Portrait Portrait), double> other)
            {
                CorrelationResult r = Correlation.Spearman(measured, one => value(one.Wrinkles), other);
                return FormattableString.Invariant($"{r.R:.00;-.00;.00} [{r.Interval.Lower:.00;-.00;.00}, {r.Interval.Upper:.00;-.00;.00}]");
            }

            rows.Add($"| {name} | {measured.Length} | {Against(one => one.Smile.AU12.Intensity)} | {Against(one => one.Smile.AU06.Intensity)} | "
                + $"{Against(one => one.Smile.AU06BeyondAU12)} | {Against(one => one.Portrait.OfficialSmile)} | {Against(one => one.Portrait.Both("eyeSquint"))} |");
        }

        AssertRows(rows);
    }

    [Fact]
    public void Page_states_what_is_withheld_and_why()
    {
        Wrinkles[] all = [.. WrinkleFaces.Portraits().Select(one => Wrinkles.Measure(one.Face))];
        List<string> rows = [];
        foreach ((int index, string name) in new[] { "crow's feet", "lower lids", "naso-labial folds" }.Index())
        {
            Wrinkle[] sides = [.. all.SelectMany(one => one.Regions().Skip(2 * index).Take(2))];
            string reasons = string.Join(", ", sides.Where(side => side.Value is null).GroupBy(side => side.Problem).OrderByDescending(group => group.Count())
                .Select(group => $"{group.Key} {group.Count()}"));
            double[] values = [.. sides.Where(side => side.Value is not null).Select(side => side.Value!.Value).Order()];
            rows.Add(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {values.Length} of {sides.Length} | {(reasons.Length > 0 ? reasons : "none")} | {values[0]:0.0} | {values[values.Length / 2]:0.0} | {values[^1]:0.0} |"));
        }

        AssertRows(rows);
    }

    [Fact]
    public void Picture_of_the_astronauts_patches_is_the_one_of_the_page()
    {
        Face face = WrinkleFaces.Astronaut();
        string path = Repository.PathOf("docs", "images", "wrinkles-astronaut.png");
        Picture sheet = Sheet(face);
        if (Environment.GetEnvironmentVariable("SMILE_WRITE_VALIDATION") == "1")
        {
            sheet.Save(path);
        }

        Picture kept = Picture.Load(path);
        Assert.Equal((sheet.Width, sheet.Height), (kept.Width, kept.Height));
        Assert.True(sheet.Pixels.Span.SequenceEqual(kept.Pixels.Span), "docs/images/wrinkles-astronaut.png is another picture.");
    }

    /// <summary>Six patches, the subject's right in the left column, three times as large as they are sampled.</summary>
    internal static Picture Sheet(Face face)
    {
        const int Cell = 170, Scale = 3;
        PatchShape[] shapes = [WrinkleRegions.CrowsFeet, WrinkleRegions.LowerLid, WrinkleRegions.Nasolabial];
        byte[] pixels = new byte[3 * (2 * Cell) * (3 * Cell)];
        Array.Fill(pixels, (byte)255);
        for (int i = 0; i < 6; i++)
        {
            Picture patch = PatchPictures.Of(face, shapes[i / 2], isLeft: i % 2 == 1);
            patch = patch.Resize(patch.Width * Scale, patch.Height * Scale);
            int left = (i % 2 * Cell) + ((Cell - Math.Min(Cell, patch.Width)) / 2), top = (i / 2 * Cell) + ((Cell - Math.Min(Cell, patch.Height)) / 2);
            for (int row = 0; row < Math.Min(Cell, patch.Height); row++)
            {
                patch.Pixels.Span.Slice(3 * row * patch.Width, 3 * Math.Min(Cell, patch.Width)).CopyTo(pixels.AsSpan(3 * (((top + row) * 2 * Cell) + left)));
            }
        }

        return new Picture(2 * Cell, 3 * Cell, pixels);
    }

    private void AssertRows(List<string> rows)
    {
        string[] page = File.ReadAllLines(Repository.PathOf("docs", "validation.md"));
        rows.ForEach(output.WriteLine);
        Assert.All(rows, row => Assert.Contains(row, page));
    }
}
