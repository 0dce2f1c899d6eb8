namespace SmileNotebooks.Host.Tests;

public sealed class OutputLimitTests
{
    private static readonly EngineOptions s_small = new() { MaxTextLength = 10, MaxOutputs = 2, MaxValueLength = 20, MaxDataLength = 30 };

    [Fact]
    public async Task Text_beyond_the_limit_is_counted_and_not_kept()
    {
        await using CellRunner cells = new(s_small);
        await cells.RunAsync("Console.WriteLine(\"12345678\"); Console.WriteLine(\"abc\"); for (int i = 0; i < 1000; i++) Console.Write(\"x\");");
        Assert.Equal("12345678\na\n... cut here: a cell's text may have 10 characters\n", cells.Streams());
        Assert.Equal("... 1,003 characters more were not kept\n", cells.Streams("stderr"));
    }

    [Fact]
    public async Task Text_is_not_cut_within_a_character()
    {
        await using CellRunner cells = new(s_small);
        await cells.RunAsync("Console.Write(\"123456789\U0001F600\");");
        Assert.StartsWith("123456789\n...", cells.Streams(), StringComparison.Ordinal);
        Assert.Equal("... 2 characters more were not kept\n", cells.Streams("stderr"));
    }

    [Fact]
    public async Task Values_beyond_the_limit_are_counted_but_an_error_is_shown()
    {
        await using CellRunner cells = new(s_small);
        await cells.TryAsync("for (int i = 0; i < 5; i++) display(\"a\"); throw new Exception(\"still seen\");");
        Assert.Equal(2, cells.Outputs.OfType<DisplayOutput>().Count());
        Assert.Equal("still seen", cells.Error.Message);
        Assert.Equal("... 3 outputs more were not kept\n", cells.Streams("stderr"));
    }

    [Fact]
    public async Task A_value_that_is_too_large_is_left_out_with_a_note_in_its_place()
    {
        await using CellRunner cells = new(s_small);
        await cells.RunAsync("display(new string('x', 21)); HTML(new string('y', 2))");
        Assert.Equal(
            "... not kept: text/plain of 21 characters (one value may have 20, all values of a cell 30)",
            Assert.Single(cells.Outputs.OfType<DisplayOutput>()).Data["text/plain"]);
        Assert.Equal("yy", cells.Html);
    }

    [Fact]
    public async Task All_values_of_a_cell_together_are_bounded_and_clearing_starts_again()
    {
        await using CellRunner cells = new(s_small);
        await cells.RunAsync("display(new string('x', 20)); display(new string('y', 20)); ClearOutput(true); display(new string('z', 20));");
        string?[] shown = [.. cells.Outputs.OfType<DisplayOutput>().Select(output => output.Data["text/plain"])];
        Assert.Equal(new string('x', 20), shown[0]);
        Assert.StartsWith("... not kept", shown[1], StringComparison.Ordinal);
        Assert.Equal(new string('z', 20), shown[2]);
    }

    [Fact]
    public async Task Clearing_with_wait_happens_when_something_new_comes()
    {
        NotebookDocument document = new()
        {
            Cells =
            [
                new NotebookCell { Id = "c1", Kind = CellKind.Code, Source = "Console.Write(\"old\"); ClearOutput(wait: true);" },
                new NotebookCell { Id = "c2", Kind = CellKind.Code, Source = "Console.Write(\"old\"); ClearOutput(wait: true); Console.Write(\"new\");" },
                new NotebookCell { Id = "c3", Kind = CellKind.Code, Source = "Console.Write(\"old\"); ClearOutput();" },
            ],
        };
        RunResult run = await NotebookRunner.RunAsync(document, new RunOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(new StreamOutput("stdout", "old"), Assert.Single(run.Document.Cells[0].Outputs));
        Assert.Equal(new StreamOutput("stdout", "new"), Assert.Single(run.Document.Cells[1].Outputs));
        Assert.Empty(run.Document.Cells[2].Outputs);
    }
}
