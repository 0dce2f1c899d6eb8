// The classifiers that come with the project: made by a command, from tables that come with it, and believed no further than those.
using System.Text.Json.Nodes;
using SmileNotebooks.Cli.Tests.Support;

namespace SmileNotebooks.Cli.Tests.Commands;

public sealed class ShippedClassifierTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("duchenne", "smiles_simulated.csv", "clip", "--ignore", "onset_speed_max")]
    [InlineData("duchenne-picture", "pictures_simulated.csv", "picture")]
    public void The_command_of_the_page_makes_the_same_bytes(string name, string table, string clip, params string[] further)
    {
        string model = Path.Combine(_folder.Path, name);

        Ended ended = SmileProcess.Run([
            "train", $"data-samples/smiles/{table}", "--label", "genuine", "--person", "subject", "--clip", clip, .. further,
            "--licence", "MIT (the simulated table and the model)", "--out", model]);

        Assert.True(ended.ExitCode == 0, ended.Error);
        foreach (string extension in new[] { ".onnx", ".json", ".md" })
        {
            Assert.Equal(File.ReadAllBytes(Repository.PathOf("models", name + extension)), File.ReadAllBytes(model + extension));
        }
    }

    [Theory]
    [InlineData("duchenne", 0.80, 0.87)]
    [InlineData("duchenne-picture", 0.55, 0.65)]
    public void Its_card_says_that_it_is_simulated_and_claims_no_more_than_published_separations_allow(string name, double least, double most)
    {
        using SmileClassifier classifier = SmileClassifier.Load(Repository.PathOf("models", name + ".onnx"));

        Assert.Contains("SIMULATED", classifier.Card.Caveat, StringComparison.Ordinal);
        Assert.Equal("AUC", classifier.Card.Validation[0].Name);
        Assert.InRange(classifier.Card.Validation[0].Value, least, most);
    }

    [Fact]
    public void A_photo_is_classified_with_the_caveat_in_each_output()
    {
        Ended ended = SmileProcess.Run("classify", "data-samples/photos/astronaut.png", "--model", "models/duchenne-picture.onnx", "--json", "-");

        Assert.True(ended.ExitCode == 0, ended.Error);
        Assert.Contains("SIMULATED", ended.Output, StringComparison.Ordinal);
        Assert.NotNull(JsonNode.Parse(ended.Output));
    }
}
