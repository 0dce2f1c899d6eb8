// Against MNE: tests/oracles/experiments/epochs.
using System.Text.Json.Nodes;
using TestSupport;

namespace SmileNotebooks.Tests.Experiments;

public sealed class EpochOracleTests
{
    private static readonly JsonNode s_mne = JsonNode.Parse(File.ReadAllText(Repository.PathOf("tests", "oracles", "experiments", "epochs", "mne.json")))!;

    private static Epochs Cut()
    {
        string[] labels = [.. s_mne["labels"]!.AsArray().Select(label => (string)label!)];
        double[] onsets = Numbers(s_mne["onsets"]!);
        return Signals.Of(Numbers(s_mne["signal"]!), (double)s_mne["rate"]!, [.. onsets.Zip(labels)]).Epochs("Happy Angry", (double)s_mne["tmin"]!, (double)s_mne["tmax"]!);
    }

    [Fact]
    public void Epochs_hold_the_samples_of_MNE_but_for_the_last()
    {
        Epochs epochs = Cut();
        JsonArray theirs = s_mne["epochs"]!.AsArray();

        Assert.Equal(theirs.Count, epochs.Items.Length);
        Assert.Equal(s_mne["kept"]!.AsArray().Select(kept => (string)kept!["label"]!), epochs.Items.Select(epoch => epoch.Condition));
        Assert.Equal(s_mne["dropped"]!.AsArray().Count, epochs.Exclusions.Length);
        Assert.All(epochs.Items.Zip(theirs), pair => Assert.Equal(Numbers(pair.Second!)[..^1], pair.First.Samples.ToArray()));
        Assert.All(Numbers(s_mne["times"]!)[..^1].Index(), time => Assert.Equal(time.Item, epochs.TimeOf(time.Index), 1e-9));
    }

    [Theory]
    [InlineData("mean")]
    [InlineData("ratio")]
    [InlineData("logratio")]
    [InlineData("percent")]
    public void Baselines_agree_with_MNE_sample_by_sample(string mode)
    {
        Epochs epochs = Cut();
        epochs = mode switch
        {
            "mean" => epochs.DifferenceFrom(-1, 0),
            "logratio" => epochs.LogRatioTo(-1, 0),
            _ => epochs.PercentOf(-1, 0),
        };

        (List<(Epoch Epoch, double[] Responses)> ours, _) = epochs.Responses();

        Assert.Equal(4, ours.Count);
        Assert.All(ours.Zip(s_mne["corrected"]![mode]!.AsArray()), pair => Assert.All(pair.First.Responses.Zip(Numbers(pair.Second!)), sample => Assert.Equal(
            mode switch { "logratio" => Math.Log(10) * sample.Second, "ratio" => 100 * sample.Second, "percent" => 100 * (1 + sample.Second), _ => sample.Second }, sample.First, 1e-12)));
    }

    private static double[] Numbers(JsonNode array) => [.. array.AsArray().Select(number => (double)number!)];
}
