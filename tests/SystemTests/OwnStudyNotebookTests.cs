// The template for a study of one's own runs unchanged on real recordings, and on clips.
using SmileNotebooks;
using SmileNotebooks.Host;

namespace SystemTests;

public sealed class OwnStudyNotebookTests : IDisposable
{
    private const string Notebook = "notebooks/11-your-own-study.ipynb";

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-own-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Real_recordings_run_and_nothing_is_called_simulated()
    {
        _ = SharedData.PathOf("data", "fmov");
        string derivatives = Path.Combine(_folder, "derivatives");

        string[] texts = await RunAsync("-p", "data=../shared/data/fmov", "-p", $"output={derivatives}");

        string multiverse = Assert.Single(texts, text => text.Contains("in 48 specifications", StringComparison.Ordinal));
        Assert.Contains("dz from 0.51 to 0.86, median 0.65; above 0 in 48 (100 %)", multiverse, StringComparison.Ordinal);
        Assert.Contains("(1,999 random sign flips, seed 1)", multiverse, StringComparison.Ordinal);
        string methods = Assert.Single(texts, text => text.Contains("Analyses were run with", StringComparison.Ordinal));
        Assert.Contains("21 recordings of 21 participants", methods, StringComparison.Ordinal);
        Assert.DoesNotContain(texts, text => text.Contains("simulated", StringComparison.Ordinal));
        Assert.Equal(247, StudyDerivatives.LoadTrials(derivatives).Count);
        Assert.DoesNotContain("Simulated", await File.ReadAllTextAsync(Path.Combine(derivatives, "dataset_description.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clips_run_through_the_same_cells()
    {
        string tables = Directory.CreateDirectory(Path.Combine(_folder, "tables")).FullName;
        List<string> list = ["clip,person,condition,onset"];
        RandomStream random = new(1);
        foreach ((int person, string condition, int trial) in from person in Enumerable.Range(1, 6) from condition in new[] { "Happy", "Neutral" } from trial in Enumerable.Range(1, 3) select (person, condition, trial))
        {
            string name = $"p{person}-{condition}-{trial}";
            list.Add($"{name}.mp4,P{person},{condition},2");
            double rise = (condition == "Happy" ? 0.6 : 0) + (0.2 * random.NextGaussian());
            List<string> table = ["frame,timestamp,confidence,success,AU12_r"];
            for (int frame = 0; frame < 180; frame++)
            {
                double value = 1 + (frame > 80 ? rise : 0) + (0.05 * random.NextGaussian());
                table.Add(FormattableString.Invariant($"{frame + 1},{frame / 30.0:0.####},0.98,1,{value:0.####}"));
            }

            await File.WriteAllLinesAsync(Path.Combine(tables, $"{name}.csv"), table, TestContext.Current.CancellationToken);
        }

        string clips = Path.Combine(_folder, "clips.csv");
        await File.WriteAllLinesAsync(clips, list, TestContext.Current.CancellationToken);

        string[] texts = await RunAsync("-p", $"data={tables}", "-p", $"clips={clips}", "-p", "muscle=AU12_r", "-p", "from=-1", "-p", "to=3", "-p", "windowFrom=1", "-p", "windowTo=3");

        Assert.Contains(texts, text => text.Contains("AU12_r, Happy - Neutral in 12 specifications", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("AU12_r was measured in 36 clips of 6 participants", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("sub-P1/beh/sub-P1_desc-responses_beh.tsv", StringComparison.Ordinal));
    }

    private async Task<string[]> RunAsync(params string[] parameters)
    {
        string executed = Path.Combine(_folder, "executed.ipynb");
        (string printed, int exitCode) = await SmileLauncher.RunAsync(["run", Notebook, .. parameters, "-o", executed]);
        Assert.True(exitCode == 0, printed);
        return [.. NotebookFile.Read(executed).Cells.SelectMany(cell => cell.Outputs).OfType<ResultOutput>().Select(output => $"{output.Data["text/plain"]}")];
    }
}
