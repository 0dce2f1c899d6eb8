using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests.Notebooks;

public sealed class NotebookNeedsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-needs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("""{"needs": {"file": "../lib/x.dll", "how": " make\n it "}}""", "../lib/x.dll: make it")]
    [InlineData("""{"needs": [{"file": "a.bin", "how": "get it"}, {"file": "b c.bin", "how": "and it", "why": "?"}]}""", "a.bin: get it; b c.bin: and it")]
    [InlineData("""{"needs": []}""", "")]
    [InlineData("""{"needs": null}""", "")]
    [InlineData("""{"sentence": "Nothing needed."}""", "")]
    [InlineData("\"text\"", "")]
    public void A_notebook_says_what_it_needs_and_how_to_get_it(string report, string expected)
    {
        NotebookNeeds needs = Of(report);

        Assert.Equal((expected, ""), (string.Join("; ", needs.All), needs.Problem));
    }

    [Theory]
    [InlineData("7", "metadata.report.needs is 7, expected {\"file\": \"...\", \"how\": \"...\"} or a list of them.")]
    [InlineData("\"a.dll\"", "metadata.report.needs is \"a.dll\", expected {\"file\": \"...\", \"how\": \"...\"} or a list of them.")]
    [InlineData("""[{"file": "a", "how": "b"}, null]""", "metadata.report.needs[1] is nothing, expected {")]
    [InlineData("""{"how": "b"}""", "metadata.report.needs.file is nothing, expected the path of a file, relative to the notebook's folder, with slashes.")]
    [InlineData("""{"file": "", "how": "b"}""", "metadata.report.needs.file is \"\", expected")]
    [InlineData("""{"file": " ", "how": "b"}""", "metadata.report.needs.file is \" \", expected")]
    [InlineData("""{"file": 3, "how": "b"}""", "metadata.report.needs.file is 3, expected")]
    [InlineData("""{"file": "/opt/a.dll", "how": "b"}""", "metadata.report.needs.file is \"/opt/a.dll\", expected")]
    [InlineData("""{"file": "~/a.dll", "how": "b"}""", "metadata.report.needs.file is \"~/a.dll\", expected")]
    [InlineData("""{"file": "C:/a.dll", "how": "b"}""", "metadata.report.needs.file is \"C:/a.dll\", expected")]
    [InlineData("""{"file": "..\\a.dll", "how": "b"}""", "metadata.report.needs.file is \"..\\\\a.dll\", expected")]
    [InlineData("""{"file": "a\nb", "how": "b"}""", "metadata.report.needs.file is \"a\\nb\", expected")]
    [InlineData("""{"file": "a\u0000", "how": "b"}""", "metadata.report.needs.file is \"a\\u0000\", expected")]
    [InlineData("""{"file": "folder/", "how": "b"}""", "metadata.report.needs.file is \"folder/\", expected")]
    [InlineData("""[{"file": "a"}]""", "metadata.report.needs[0].how is nothing, expected how to get the file, a command or words.")]
    [InlineData("""{"file": "a", "how": "\n "}""", "metadata.report.needs.how is \"\\n \", expected")]
    [InlineData("""{"file": "a", "how": "\u001b[31m"}""", "metadata.report.needs.how is \"\\u001B[31m\", expected")]
    public void What_cannot_be_understood_is_told_with_its_place(string needs, string problem)
    {
        NotebookNeeds found = Of($$"""{"needs": {{needs}}}""");

        Assert.StartsWith(problem, found.Problem, StringComparison.Ordinal);
        Assert.Empty(found.All);
    }

    [Fact]
    public void A_long_value_is_cut_in_the_message() =>
        Assert.Equal(
            $"metadata.report.needs is \"{new string('x', 59)}…, expected {{\"file\": \"...\", \"how\": \"...\"}} or a list of them.",
            Of($$"""{"needs": "{{new string('x', 5000)}}"}""").Problem);

    [Fact]
    public void Missing_is_what_is_no_file_seen_from_the_notebooks_folder()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "notebooks", "folder"));
        File.WriteAllText(Path.Combine(_folder, "there.bin"), "");
        NotebookNeeds needs = Of("""{"needs": [{"file": "../there.bin", "how": "a"}, {"file": "there.bin", "how": "b"}, {"file": "folder", "how": "c"}]}""");

        string folder = Path.Combine(_folder, "notebooks");
        Assert.Equal(["there.bin: b", "folder: c"], needs.Missing(folder).Select(need => need.ToString()));
        Assert.Equal([Path.Combine(_folder, "there.bin")], needs.Found(folder));
    }

    private static NotebookNeeds Of(string report) => NotebookNeeds.Of(new() { Cells = [], Metadata = new() { ["report"] = JsonNode.Parse(report) } });
}
