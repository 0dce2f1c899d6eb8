// The authors' own values of a real experiment, through the public API.
using System.Globalization;
using TestSupport;

namespace SmileNotebooks.Tests.Experiments;

public sealed class FmovReproductionTests
{
    [Theory]
    [InlineData("zygomaticus", "ZygomaticEventData.csv")]
    [InlineData("corrugator", "CorrugatorEventData.csv")]
    public void Every_event_value_of_the_authors_is_reproduced_to_1e_12(string muscle, string file)
    {
        string folder = SharedData.PathOf("data", "fmov");
        TrialTable table = Table(folder, muscle);
        Dictionary<(int, int, string), double> ours = table.ToDictionary(
            trial => (int.Parse(trial.Participant, CultureInfo.InvariantCulture), trial.Number, trial.Condition), trial => trial.Value);
        string[][] rows = [.. File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split(','))];

        double largest = rows.Max(row => Math.Abs(
            ours[(int.Parse(row[0], CultureInfo.InvariantCulture), int.Parse(row[1], CultureInfo.InvariantCulture), row[2])] - double.Parse(row[3], CultureInfo.InvariantCulture)));

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{muscle}: largest difference {largest:G3} over {rows.Length} rows"));
        Assert.Equal(252, rows.Length);
        Assert.Equal(252, table.Count);
        Assert.Empty(table.Exclusions);
        Assert.True(largest < 1e-12, string.Create(CultureInfo.InvariantCulture, $"The largest difference is {largest}."));
    }

    [Theory]
    [InlineData("zygomaticus", 0.2466, 3.14)]
    [InlineData("corrugator", -0.1850, -2.22)]
    public void Happy_and_neutral_differ_as_published(string muscle, double mean, double t)
    {
        StudyResult<TTestResult> test = Table(SharedData.PathOf("data", "fmov"), muscle).PairedT("Happy", "Neutral");

        Assert.Equal(t, test.Result.T, 0.005);
        Assert.Equal(mean, test.Result.Estimate, 0.00005);
        Assert.Equal(20, test.Result.DegreesOfFreedom);
        Assert.StartsWith($"{muscle}, log ratio to baseline (-2 to 0 s), 1.9 to 4 s: t(20) = ", test.Apa, StringComparison.Ordinal);
        Assert.DoesNotContain("Data:", test.Apa, StringComparison.Ordinal);
    }

    private static TrialTable Table(string folder, string muscle) => Recording.LoadAll(folder, AcqKnowledgeText.Fmov)
        .Emg(muscle).Epochs("Happy Angry Neutral", from: -2, to: 6).Every(0.1).LogRatioTo(-2, 0).Window(1.9, 4);
}
