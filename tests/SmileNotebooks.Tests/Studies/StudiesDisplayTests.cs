// Studies, claims, evidence and references as a notebook shows them.
using SmileNotebooks.Charts;

namespace SmileNotebooks.Tests.Studies;

public class StudiesDisplayTests
{
    private static readonly PublishedStudies s_published = PublishedStudies.Load(Repository.PathOf("data-samples", "published"));

    [Fact]
    public void Each_shows_itself_in_HTML_and_in_plain_text()
    {
        object[] values = [s_published, s_published["strack-1988"], s_published.Claim("facial-feedback"), s_published.Evidence("pen-in-mouth"), s_published.ReferencesOf("strack-1988")];

        Assert.All(values, value =>
        {
            Assert.StartsWith("<div class=\"smile-result", Rendered(value, MimeTypes.Html), StringComparison.Ordinal);
            Assert.NotEmpty(Rendered(value, MimeTypes.Plain));
            Assert.DoesNotContain("System.", Rendered(value, MimeTypes.Plain), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_claim_shows_its_citation_grade_verdict_and_results_with_links()
    {
        string html = Rendered(s_published.Claim("facial-feedback"), MimeTypes.Html);

        Assert.Contains("Putting on a smile makes you feel happier.", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://doi.org/10.1037/0022-3514.54.5.768\">Strack, Martin &amp; Stepper (1988)</a>", html, StringComparison.Ordinal);
        Assert.Contains("Evidence moderate, mixed", html, StringComparison.Ordinal);
        Assert.Contains("d = 0.31 [0.24, 0.38]", html, StringComparison.Ordinal);
        Assert.Contains("0.82 points", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Strong_designs_stand_first_in_an_evidence_table()
    {
        EvidenceTable table = s_published.Evidence("suppression-cost");

        Assert.Equal(["vohs-2021", "hagger-2016"], table.Studies.Take(2).Select(study => study.Key));
        Assert.Equal("niedenthal-2010", table.Studies[^1].Key);
        Assert.StartsWith("Holding mimicry back", table.ToTable().Title, StringComparison.Ordinal);
        Assert.Contains("3,531 in 36", table.ToTable().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_topic_has_a_table_without_bearings_and_without_a_grade()
    {
        EvidenceTable table = s_published.Evidence("mouthguard");

        Assert.Null(table.Grade);
        Assert.DoesNotContain("says", table.ToTable().Columns);
    }

    [Fact]
    public void People_behind_a_result_are_not_said_to_be_of_all_studies_that_were_summed_up()
    {
        EvidenceTable table = s_published.Evidence("mirror-system");

        Assert.Equal(["1,508", "701"], table.ToTable().Rows.Where(row => row[0].StartsWith("Fox", StringComparison.Ordinal)).Select(row => row[2]));
    }

    [Fact]
    public void A_forest_draws_estimates_of_one_scale_and_says_what_it_leaves_out()
    {
        Figure figure = s_published.Evidence("facial-feedback").Forest("d");

        Assert.Contains("Coles 2022, mimicry: 0.31 [0.24, 0.38].", figure.Description, StringComparison.Ordinal);
        Assert.Contains("4 results without one on this scale not drawn", ((Title)figure.Layout.Title!.Raw!["subtitle"]!).Text!.Replace("<br>", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("there are d, points", Assert.Throws<ArgumentException>(() => s_published.Evidence("facial-feedback").Forest("r")).Message, StringComparison.Ordinal);
        Assert.Contains("nothing to draw", Assert.Throws<ArgumentException>(() => s_published.Evidence("mirror-neurons").Forest()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ratios_stand_beside_one_and_intervals_of_several_levels_say_so()
    {
        using PublishedFolder folder = new();
        string Odds(string id, string level) => $$"""{ "id": "{{id}}", "finding": "It was found.", "measure": "odds", "estimate": 2, "metric": "OR", "interval": { "lower": 1, "upper": 4, "level": {{level}} }, "source": { "kind": "abstract", "where": "abstract" }, "bears": { "a-claim": "supports" } }""";
        PublishedStudies published = folder.Study("first-2001", $"{Odds("one", "0.95")}, {Odds("two", "0.9")}").Load();
        Figure figure = published.Evidence("a-claim").Forest();
        StudyEffect effect = published["first-2001"]["one"].ToEffect();

        Assert.Equal("log", figure.Layout.XAxis!.Type);
        Assert.Contains("95% and 90% intervals", ((Title)figure.Layout.Title!.Raw!["subtitle"]!).Text!.Replace("<br>", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Math.Log(2), effect.Effect, 1e-12);
        Assert.Equal(Math.Log(4) / (2 * 1.959963984540054), effect.StandardError, 1e-12);
    }

    [Fact]
    public void What_records_say_is_text_and_no_markup()
    {
        using PublishedFolder folder = new();
        PublishedStudies published = folder.Study(
            "first-2001", """{ "id": "one", "finding": "<script>alert(1)</script>", "measure": "<b>", "source": { "kind": "abstract", "where": "<i>" }, "bears": { "a-claim": "supports" } }""", "\"n\": 20,").Load();

        Assert.All(
            new object[] { published["first-2001"], published.Claim("a-claim"), published.Evidence("a-claim") },
            value => Assert.DoesNotContain("<script", Rendered(value, MimeTypes.Html), StringComparison.Ordinal));
    }

    private static string Rendered(object value, string mimeType)
    {
        using StringWriter text = new();
        Assert.True(new ValueFormatter(mimeType).Format(value, text));
        return text.ToString();
    }
}
