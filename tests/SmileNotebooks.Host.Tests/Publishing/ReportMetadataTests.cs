using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests.Publishing;

public sealed class ReportMetadataTests
{
    [Theory]
    [InlineData("""{"data": "real"}""", "real")]
    [InlineData("""{"data": "Simulated"}""", "simulated")]
    [InlineData("""{"data": ["real", "Simulated"]}""", "real simulated")]
    [InlineData("""{"data": ["published", "simulated", "published"]}""", "published simulated")]
    [InlineData("""{"data": []}""", "")]
    [InlineData("""{"data": 3}""", "")]
    [InlineData("""{"data": " "}""", "")]
    [InlineData("{}", "")]
    public void Kinds_of_data_are_one_word_or_several(string report, string kinds)
    {
        ReportMetadata said = Of(report);

        Assert.Equal(kinds, string.Join(' ', said.Data));
        Assert.Empty(said.Problems());
    }

    [Fact]
    public void A_kind_that_is_not_known_is_kept_and_told()
    {
        ReportMetadata said = Of("""{"data": "simulatd"}""");

        Assert.Equal(["simulatd"], said.Data);
        Assert.Equal(["metadata.report.data says 'simulatd', expected real, simulated or published, or a list of them."], said.Problems());
    }

    [Fact]
    public void Sentence_and_seeds_are_single_lines_and_a_description_stands_in()
    {
        Assert.Equal(("One line.", "1 to 200"), (Of("""{"sentence": " One\n line. ", "seeds": "1 to 200"}""").Sentence, Of("""{"seeds": "1 to 200"}""").Seeds));
        Assert.Equal("Said elsewhere.", ReportMetadata.Of(new() { Cells = [], Metadata = new() { ["description"] = "Said elsewhere." } }).Sentence);
        Assert.Null(ReportMetadata.Of(new() { Cells = [], Metadata = new() { ["report"] = "text", ["description"] = new JsonArray() } }).Sentence);
    }

    [Theory]
    [InlineData("One. Two.", "One.")]
    [InlineData("Is it? It is.", "Is it?")]
    [InlineData("A value of .5 is half. More.", "A value of .5 is half.")]
    [InlineData("See e.g. Smith. More.", "See e.g. Smith.")]
    [InlineData("Found by Girard et al. 2021 and others. More.", "Found by Girard et al. 2021 and others.")]
    [InlineData("By J. Smith. More.", "By J. Smith.")]
    [InlineData("No stop at all", "No stop at all")]
    [InlineData("", "")]
    [InlineData("A.", "A.")]
    public void The_first_sentence_ends_where_a_new_one_begins(string text, string first) => Assert.Equal(first, ReportMetadata.FirstSentence(text));

    private static ReportMetadata Of(string report) => ReportMetadata.Of(new() { Cells = [], Metadata = new() { ["report"] = JsonNode.Parse(report) } });
}
