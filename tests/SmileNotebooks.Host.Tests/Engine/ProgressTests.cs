namespace SmileNotebooks.Host.Tests;

public sealed class ProgressTests
{
    [Fact]
    public async Task A_bar_grows_and_leaves_a_line()
    {
        TickingClock clock = new(TimeSpan.FromMilliseconds(60));
        await using CellRunner cells = new(new EngineOptions { Clock = clock });
        await cells.RunAsync("foreach (var x in new[] { 1, 2, 3, 4 }.WithProgress(\"Reading <all>\")) { }");
        DisplayOutput first = Assert.IsType<DisplayOutput>(cells.Outputs.First());
        Assert.Equal("Reading <all>: [..............................] 0 of 4", first.Data["text/plain"]);
        Assert.Equal("<div>Reading &lt;all&gt;: <progress aria-label=\"Reading &lt;all&gt;\" value=\"0\" max=\"4\"></progress> 0 of 4</div>", first.Data["text/html"]);
        DisplayUpdate[] updates = [.. cells.Outputs.Skip(1).Cast<DisplayUpdate>()];
        Assert.All(updates, update => Assert.Equal(first.DisplayId, update.DisplayId));
        Assert.Contains(updates, update => update.Data["text/plain"]!.Contains("] 1 of 4, about ", StringComparison.Ordinal));
        Assert.Matches(@"^Reading <all>: 4 of 4 in \d\.\d s$", updates[^1].Data["text/plain"]);
        Assert.Matches(@"^<div>Reading &lt;all&gt;: 4 of 4 in \d\.\d s</div>$", updates[^1].Data["text/html"]);
    }

    [Theory]
    [InlineData("foreach (var x in new[] { 1, 2, 3 }.WithProgress(\"R\")) if (x == 2) break;", "R: stopped after 2 of 3 in 0.0 s")]
    [InlineData("try { foreach (var x in new[] { 1, 2, 3 }.WithProgress(\"R\")) throw new Exception(); } catch { }", "R: stopped after 1 of 3 in 0.0 s")]
    [InlineData("foreach (var x in Enumerable.Range(0, 5).Where(x => x > 1).WithProgress()) { }", "3 in 0.0 s")]
    [InlineData("foreach (var x in Enumerable.Range(0, 5).Where(x => x > 1).WithProgress(total: 3)) { }", "3 of 3 in 0.0 s")]
    [InlineData("foreach (var x in Enumerable.Range(0, 5).Where(x => x > 1).WithProgress(total: 9)) { }", "3 in 0.0 s")]
    [InlineData("foreach (var x in Enumerable.Range(0, 1500).WithProgress(\"R\")) { }", "R: 1,500 of 1,500 in 0.0 s")]
    [InlineData("foreach (var x in new int[0].WithProgress(\"R\")) { }", "R: 0 of 0 in 0.0 s")]
    [InlineData("async IAsyncEnumerable<int> Some() { yield return 1; await Task.Yield(); yield return 2; }\nawait foreach (var x in Some().WithProgress(\"R\", 2)) { }", "R: 2 of 2 in 0.0 s")]
    public async Task The_last_line_says_how_it_ended(string code, string expected)
    {
        await using CellRunner cells = new(new EngineOptions { Clock = new TickingClock(TimeSpan.Zero) });
        await cells.RunAsync(code);
        Assert.Equal(2, cells.Outputs.Count);
        Assert.Equal(expected, Assert.IsType<DisplayUpdate>(cells.Outputs.Last()).Data["text/plain"]);
    }

    [Fact]
    public async Task A_document_keeps_only_the_last_line()
    {
        NotebookCell cell = new() { Id = "c", Kind = CellKind.Code, Source = "foreach (var x in new[] { 1, 2 }.WithProgress(\"R\")) { }\nClearOutput();\nforeach (var x in new[] { 1 }.WithProgress(\"S\")) { }" };
        RunResult run = await NotebookRunner.RunAsync(
            new NotebookDocument { Cells = [cell] }, new RunOptions { Clock = new TickingClock(TimeSpan.Zero) }, TestContext.Current.CancellationToken);
        Assert.Equal("S: 1 of 1 in 0.0 s", Assert.IsType<DisplayOutput>(Assert.Single(run.Document.Cells[0].Outputs)).Data["text/plain"]);
    }

    [Fact]
    public void Outside_a_cell_a_sequence_is_only_enumerated() => Assert.Equal([1, 2], new[] { 1, 2 }.WithProgress("R"));

    [Fact]
    public void A_negative_total_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new[] { 1 }.WithProgress(total: -1));

    private sealed class TickingClock(TimeSpan tick) : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _now, tick.Ticks);

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
