using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests;

public sealed class NotebookRunnerTests
{
    private const string Declarations = "var name = \"a\"; int n = 1; double x = -0.5; var flag = false; const int K = 2; string[] many = { }; DateTime when = default;";

    [Fact]
    public async Task A_notebook_is_run_into_a_document_with_outputs_counts_and_times()
    {
        RunResult result = await RunAsync([Cell("var a = 1;\nConsole.WriteLine(a);\nConsole.WriteLine(2);"), Markdown("# text"), Cell("a + 1")]);
        Assert.True(result.Success);
        NotebookCell[] cells = [.. result.Document.Cells];
        Assert.Equal([new StreamOutput("stdout", "1\n2\n")], cells[0].Outputs);
        Assert.Equal("2", Assert.IsType<ResultOutput>(cells[2].Outputs.Single()).Data["text/plain"]);
        Assert.Equal([1, null, 2], cells.Select(cell => cell.ExecutionCount));
        Assert.NotNull(cells[0].Metadata["execution"]!["iopub.execute_input"]);
        Assert.NotNull(NotebookFile.Parse(NotebookFile.ToJson(result.Document), "run").Cells[0].Duration);
        Assert.Equal("csharp", result.Document.Metadata["kernelspec"]!["language"]!.ToString());
    }

    [Fact]
    public async Task An_update_replaces_what_an_earlier_cell_showed()
    {
        RunResult result = await RunAsync([Cell("var shown = display(1);"), Cell("shown.Update(2);")]);
        Assert.Equal("2", Assert.IsType<DisplayOutput>(result.Document.Cells[0].Outputs.Single()).Data["text/plain"]);
        Assert.Empty(result.Document.Cells[1].Outputs);
    }

    [Fact]
    public async Task The_first_error_ends_the_run_and_stays_in_the_document()
    {
        NotebookCell old = Cell("1") with { Outputs = [new StreamOutput("stdout", "old")], ExecutionCount = 9 };
        RunResult result = await RunAsync([Cell("throw new Exception(\"no\");"), old]);
        Assert.False(result.Success);
        Assert.Equal("no", Assert.IsType<ErrorOutput>(result.Document.Cells[0].Outputs.Single()).Message);
        Assert.Equal((0, 1), (result.Failures.Single().CellIndex, result.Failures.Single().Number));
        Assert.Empty(result.Document.Cells[1].Outputs);
        Assert.Null(result.Document.Cells[1].ExecutionCount);
    }

    [Fact]
    public async Task AllowErrors_runs_the_other_cells_and_still_reports_the_failure()
    {
        RunResult result = await RunAsync([Cell("nowhere"), Cell("5")], new RunOptions { AllowErrors = true });
        Assert.False(result.Success);
        Assert.IsType<ResultOutput>(result.Document.Cells[1].Outputs.Single());
    }

    [Fact]
    public async Task A_cell_that_runs_too_long_is_a_failure()
    {
        RunResult result = await RunAsync([Cell("while (true) { }")], new RunOptions { CellTimeOut = TimeSpan.FromSeconds(2) });
        Assert.Equal("TimedOut", result.Failures.Single().Error.Name);
    }

    [Fact]
    public async Task Cancelling_ends_the_run_and_keeps_what_was_put_out()
    {
        using CancellationTokenSource stop = new();
        string began = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.began");
        using FileSystemWatcher watcher = new(Path.GetTempPath(), Path.GetFileName(began)) { EnableRaisingEvents = true };
        watcher.Created += (_, _) => stop.Cancel();
        NotebookCell endless = Cell($"Console.WriteLine(2);\nSystem.IO.File.WriteAllText({JsonValue.Create(began).ToJsonString()}, \"\");\nwhile (true) {{ }}");
        NotebookDocument document = new() { Cells = [Cell("1") with { Id = "a" }, endless with { Id = "b" }, Cell("3") with { Id = "c" }] };

        RunResult result = await NotebookRunner.RunAsync(document, new RunOptions(), stop.Token);
        File.Delete(began);

        Assert.True(result.Interrupted);
        Assert.False(result.Success);
        Assert.Empty(result.Failures);
        Assert.IsType<ResultOutput>(Assert.Single(result.Document.Cells[0].Outputs));
        Assert.Equal([new StreamOutput("stdout", "2\n")], result.Document.Cells[1].Outputs[..1]);
        Assert.Equal("Interrupted", Assert.IsType<ErrorOutput>(result.Document.Cells[1].Outputs[^1]).Name);
        Assert.Null(result.Document.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_before_it_begins_runs_nothing()
    {
        RunResult result = await NotebookRunner.RunAsync(new NotebookDocument { Cells = [Cell("1") with { Id = "a" }] }, new RunOptions(), new CancellationToken(canceled: true));

        Assert.True(result.Interrupted);
        Assert.Empty(result.Document.Cells[0].Outputs);
    }

    [Fact]
    public async Task A_cell_that_may_raise_is_no_failure_and_keeps_its_error()
    {
        RunResult result = await RunAsync([Cell("throw new Exception(\"shown\");", "raises-exception"), Cell("5")]);

        Assert.True(result.Success);
        Assert.Equal("shown", Assert.IsType<ErrorOutput>(result.Document.Cells[0].Outputs.Single()).Message);
        Assert.IsType<ResultOutput>(result.Document.Cells[1].Outputs.Single());
    }

    [Fact]
    public async Task A_cell_that_may_raise_may_not_run_for_ever()
    {
        RunResult result = await RunAsync([Cell("while (true) { }", "raises-exception")], new RunOptions { CellTimeOut = TimeSpan.FromSeconds(1) });
        Assert.Equal("TimedOut", result.Failures.Single().Error.Name);
    }

    [Fact]
    public async Task Progress_names_each_code_cell()
    {
        List<CellProgress> seen = [];
        await RunAsync([Cell("\n  // first\n1"), Markdown("m"), Cell("2")], new RunOptions { Progress = seen.Add });
        Assert.Equal([new CellProgress(0, 2, "// first"), new CellProgress(1, 2, "2")], seen);
    }

    [Fact]
    public async Task Parameters_go_into_a_cell_behind_the_tagged_one()
    {
        RunResult result = await RunAsync(
            [Cell(Declarations, "parameters"), Cell("$\"{name}|{n}|{x}|{flag}|{K}\"")],
            With(("name", "quote \" back\\ new\nline"), ("n", "-7"), ("x", "1e-3"), ("flag", "True"), ("K", "3")));
        Assert.True(result.Success, result.Failures.FirstOrDefault()?.Error.Message);
        Assert.Equal("quote \" back\\ new\nline|-7|0.001|True|3", Assert.IsType<ResultOutput>(result.Document.Cells[2].Outputs.Single()).Data["text/plain"]);
        Assert.Equal(["injected-parameters"], result.Document.Cells[1].Tags);
        RunResult again = await NotebookRunner.RunAsync(result.Document, With(("n", "8")), TestContext.Current.CancellationToken);
        Assert.Equal(3, again.Document.Cells.Length);
        Assert.Contains("n = 8;", again.Document.Cells[1].Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nn", "1", "no parameter nn: it has name (string), n (int), x (double), flag (bool)")]
    [InlineData("n", "1.5", "n is an int: found \"1.5\", expected a whole number")]
    [InlineData("x", "1,5", "expected a number such as 0.5")]
    [InlineData("flag", "yes", "expected true or false")]
    [InlineData("many", "a", "many is a string[]: found \"a\", expected an array such as [\"a\", \"b\"]")]
    [InlineData("when", "1", "when is a DateTime; only string, bool")]
    public async Task A_parameter_that_does_not_fit_says_what_would(string name, string value, string expected)
    {
        ParameterException e = await Assert.ThrowsAsync<ParameterException>(() => RunAsync([Cell(Declarations, "parameters")], With((name, value))));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_for_a_notebook_without_any_are_an_error()
    {
        ParameterException e = await Assert.ThrowsAsync<ParameterException>(() => RunAsync([Cell("1")], With(("n", "1"))));
        Assert.Contains("takes no parameters, but n was given", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_of_another_language_is_not_run()
    {
        NotebookDocument document = new() { Cells = [], Metadata = new JsonObject { ["kernelspec"] = new JsonObject { ["language"] = "python" } } };
        NotSupportedException e = await Assert.ThrowsAsync<NotSupportedException>(() => NotebookRunner.RunAsync(document, new RunOptions(), TestContext.Current.CancellationToken));
        Assert.Contains("python", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C#")]
    [InlineData("csharp")]
    [InlineData("polyglot-notebook")]
    public async Task What_other_programs_call_C_sharp_is_run(string language)
    {
        NotebookDocument document = new() { Cells = [], Metadata = new JsonObject { ["language_info"] = new JsonObject { ["name"] = language } } };
        Assert.True((await NotebookRunner.RunAsync(document, new RunOptions(), TestContext.Current.CancellationToken)).Success);
    }

    private static Task<RunResult> RunAsync(ImmutableArray<NotebookCell> cells, RunOptions? options = null) =>
        NotebookRunner.RunAsync(
            new NotebookDocument { Cells = [.. cells.Select((cell, at) => cell with { Id = $"c{at}" })] }, options ?? new RunOptions(), TestContext.Current.CancellationToken);

    private static RunOptions With(params (string Name, string Value)[] parameters) =>
        new() { Parameters = parameters.ToImmutableSortedDictionary(p => p.Name, p => ParameterValue.FromText(p.Value)) };

    private static NotebookCell Cell(string source, params string[] tags) => new()
    {
        Id = "", Kind = CellKind.Code, Source = source,
        Metadata = tags.Length == 0 ? [] : new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]) },
    };

    private static NotebookCell Markdown(string source) => new() { Id = "", Kind = CellKind.Markdown, Source = source };

    [Fact]
    public async Task Outputs_are_handed_on_when_they_are_put_out()
    {
        List<CellOutput> heard = [];
        await RunAsync([Cell("foreach (var x in new[] { 1 }.WithProgress(\"Reading\")) { Console.WriteLine(x); }")], new RunOptions { Output = heard.Add });
        Assert.Equal("Reading: [..............................] 0 of 1", ProgressBar.LiveText(Assert.IsType<DisplayOutput>(heard[0]).Data));
        Assert.Equal(new StreamOutput("stdout", "1\n"), heard[1]);
        Assert.Null(ProgressBar.LiveText(Assert.IsType<DisplayUpdate>(heard[^1]).Data));
    }
}
