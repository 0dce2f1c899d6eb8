namespace SmileNotebooks.Tests.Charts;

public class ClassificationDisplayTests
{
    public static TheoryData<string> Names => new(ClassificationSamples.Values.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_show_themselves_in_HTML_and_plain_text(string name)
    {
        (object value, int figures) = ClassificationSamples.Values[name];

        string html = Rendered(value, MimeTypes.Html);

        Assert.StartsWith("<div class=\"smile-result\">", html, StringComparison.Ordinal);
        Assert.Equal(figures, html.Split("<figure").Length - 1);
        Assert.DoesNotContain("<b>copy", html, StringComparison.Ordinal);
        Assert.NotEmpty(Rendered(value, MimeTypes.Plain));
        Assert.DoesNotContain("NaN", html.Split("<figure")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Simulated_smiles_are_named_so_in_every_figure_and_sentence()
    {
        string html = Rendered(ClassificationSamples.Values["validation"].Value, MimeTypes.Html);

        Assert.Contains("(simulated smiles)", html, StringComparison.Ordinal);
        Assert.All(html.Split("<figure")[1..], figure => Assert.Contains(ClassificationSamples.Phrase, figure.Replace("<br>", " ", StringComparison.Ordinal).Replace(@"\u003cbr>", " ", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void Warnings_stand_above_numbers()
    {
        string html = Rendered(ClassificationSamples.Values["leaking validation"].Value, MimeTypes.Html);

        Assert.InRange(html.IndexOf("is a copy of the label", StringComparison.Ordinal), 0, html.IndexOf("<table", StringComparison.Ordinal));
        Assert.InRange(html.IndexOf("probably leaks", StringComparison.Ordinal), 0, html.IndexOf("<table", StringComparison.Ordinal));
    }

    private static string Rendered(object value, string mimeType)
    {
        using StringWriter text = new();
        Assert.True(new ValueFormatter(mimeType).Format(value, text));
        return text.ToString();
    }
}
