// docs/validation.md and its pictures: held to what is measured, and drawn anew on request.
using System.Globalization;
using System.Xml.Linq;

namespace SmileNotebooks.Tests.Validation;

public class ValidationPageTests(ITestOutputHelper output)
{
    /// <summary>Set to 1, this environment variable makes the tests write the pictures into docs/images.</summary>
    private const string WriteVariable = "SMILE_WRITE_VALIDATION";

    private const double Rounding = 0.015;

    [Fact]
    public void Page_states_the_agreement_and_the_changes_that_are_measured()
    {
        foreach (bool steady in new[] { false, true })
        {
            IReadOnlyList<PortraitPicture> portraits = PortraitPictures.All(steady);
            SmileAgreement agreement = SmileAgreement.Of(PortraitPictures.Upright(steady));
            Spread turned = Spread.Of(portraits.SelectMany(p => new[] { p.ChangeClockwise, p.ChangeAnticlockwise }), PortraitPicture.TurnLimit);
            Spread mirrored = Spread.Of(portraits.Select(p => p.SwapError), PortraitPicture.MirrorLimit);

            AssertRow("pixels a centimetre", steady, portraits.Average(p => HeadFit.Of(p.Upright.Face.MeasuredLandmarks.AsSpan()).Scale), 0.1);
            AssertRow("Spearman", steady, agreement.Spearman);
            AssertRow("AUC", steady, agreement.AreaUnderCurve);
            AssertRow("mean absolute difference", steady, agreement.Portraits.Average(row => Math.Abs(row.AU12 - (5 * row.Official))));
            AssertRow("turned: median", steady, turned.Median);
            AssertRow("turned: 90th percentile", steady, turned.Ninetieth);
            AssertRow("turned: largest", steady, turned.Largest);
            AssertRow("mirrored: median", steady, mirrored.Median);
            AssertRow("mirrored: 90th percentile", steady, mirrored.Ninetieth);
            AssertRow("mirrored: largest", steady, mirrored.Largest);
        }
    }

    [Fact]
    public void Page_states_how_steady_every_action_unit_is_and_what_it_resembles()
    {
        string[] page = File.ReadAllLines(Repository.PathOf("docs", "validation.md"));
        List<string> missing = [];
        foreach (ActionUnitRow measured in ActionUnitRow.All())
        {
            string? row = Array.Find(page, line => line.StartsWith($"| {measured.Code} |", StringComparison.Ordinal));
            if (row is null || !measured.Agrees(row, Rounding))
            {
                missing.Add($"found    {row}\nexpected {measured}");
            }
        }

        // The grade "good" of docs/methods.md.
        HashSet<string> good = [.. AuFormulas.All.Where(formula => formula.Quality == AuQuality.Good).Select(formula => $"AU{formula.Number:00}")];
        Assert.All(ActionUnitRow.All().Where(row => good.Contains(row.Code)), row => Assert.True(row.SpearmanOfMeasure >= 0.7, row.ToString()));
        Assert.True(missing.Count == 0, "Rows of docs/validation.md:\n" + string.Join('\n', missing));
    }

    [Fact]
    public void Scatter_shows_every_portrait_twice_and_names_the_largest_disagreements()
    {
        string svg = AgreementScatter.Draw(Agreements(steady: false), Agreements(steady: true));

        Keep(svg, "smile-agreement.svg");
        XNamespace space = "http://www.w3.org/2000/svg";
        XDocument drawing = XDocument.Parse(svg);
        Assert.Equal(122, drawing.Descendants(space + "circle").Count());
        Assert.Equal(8, drawing.Descendants(space + "text").Count(text => (string?)text.Attribute("fill") == SvgPage.Orange && text.Value.Contains("0.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Line_drawings_show_the_largest_disagreements()
    {
        IReadOnlyList<PortraitPicture> portraits = PortraitPictures.All(steady: true);
        (Face, string, string)[] rows = [.. AgreementScatter.Disagreements(Agreements(steady: true)).Take(8).Select(row => (
            portraits.Single(p => p.Upright.Image == row.Image).Upright.Face,
            Path.GetFileNameWithoutExtension(row.Image),
            FormattableString.Invariant($"AU12 {row.AU12:0.0}, 5 x mouthSmile {5 * row.Official:0.0}")))];

        string svg = ContourDrawings.Draw(rows, "The eight largest disagreements, as the frontal mesh of the steady landmarks");

        Keep(svg, "smile-disagreements.svg");
        XNamespace space = "http://www.w3.org/2000/svg";
        Assert.Equal(8 * 7, XDocument.Parse(svg).Descendants(space + "path").Count());
    }

    private static SmileAgreement Agreements(bool steady) => SmileAgreement.Of(PortraitPictures.Upright(steady));

    private static void AssertRow(string label, bool steady, double measured, double tolerance = Rounding)
    {
        string row = Assert.Single(
            File.ReadAllLines(Repository.PathOf("docs", "validation.md")), line => line.StartsWith($"| {label}", StringComparison.Ordinal));
        string cell = row.Trim('|').Split('|')[steady ? 2 : 1].Trim();
        Assert.True(
            Math.Abs(double.Parse(cell, CultureInfo.InvariantCulture) - measured) <= tolerance,
            $"docs/validation.md, row '{label}', {(steady ? "steady" : "one look")}: found {cell}, measured {measured:0.000}.");
    }

    private void Keep(string svg, string name)
    {
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
        {
            string path = Repository.PathOf("docs", "images", name);
            File.WriteAllText(path + ".new", svg);
            File.Move(path + ".new", path, overwrite: true);
            output.WriteLine($"Wrote {path}.");
        }

        Assert.InRange(svg.Length, 1, 200_000);
    }
}
