namespace SmileNotebooks.Host.Tests;

public sealed class ConsoleTests
{
    [Fact]
    public async Task Output_comes_in_the_order_it_was_made_in()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("Console.Write(\"a\"); Console.Error.Write(\"b\"); Console.Write(\"c\"); display(\"d\"); Console.WriteLine(\"e\"); 5");
        Assert.Equal(
            ["stdout a", "stderr b", "stdout c", "display d", "stdout e\n", "result 5"],
            cells.Outputs.Select(output => output switch
            {
                StreamOutput stream => $"{stream.Name} {stream.Text}",
                DisplayOutput display => $"display {display.Data["text/plain"]}",
                ResultOutput result => $"result {result.Data["text/plain"]}",
                _ => output.ToString(),
            }));
    }

    [Fact]
    public async Task Ten_thousand_lines_arrive_whole()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("for (int i = 0; i < 10000; i++) Console.WriteLine(i);");
        Assert.Equal(string.Concat(Enumerable.Range(0, 10000).Select(i => $"{i}\n")), cells.Streams());
        Assert.All(cells.Outputs, output => Assert.EndsWith("\n", Assert.IsType<StreamOutput>(output).Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lines_of_several_threads_are_not_mixed()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("Parallel.For(0, 200, i => Console.WriteLine(new string((char)('a' + i % 26), 50)));");
        string[] lines = cells.Streams().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(200, lines.Length);
        Assert.All(lines, line => Assert.Equal(new string(line[0], 50), line));
    }

    [Fact]
    public async Task Each_engine_hears_its_own_cells_only()
    {
        await using CellRunner one = new();
        await using CellRunner other = new();
        await Task.WhenAll(
            one.RunAsync("for (int i = 0; i < 500; i++) Console.Write(\"1\"); new System.Threading.Thread(() => Console.Write(\"1\")) is { } t ? 0 : 1"),
            other.RunAsync("for (int i = 0; i < 500; i++) Console.Write(\"2\");"));
        Assert.Equal(new string('1', 500), one.Streams());
        Assert.Equal(new string('2', 500), other.Streams());
    }

    [Fact]
    public async Task Reading_where_nobody_can_type_is_a_clear_error()
    {
        await using CellRunner cells = new();
        await cells.TryAsync("Console.ReadLine()");
        Assert.Contains("nobody can type here", cells.Error.Message, StringComparison.Ordinal);
        Assert.Contains("cell 1, line 1", cells.Traceback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_asks_the_host_where_it_can_answer()
    {
        await using CellRunner cells = new(new EngineOptions { ReadLine = () => "Ada" });
        await cells.RunAsync("Console.Write(\"Name? \"); Console.ReadLine()");
        Assert.Equal("Ada", cells.Plain);
        Assert.Equal("Name? ", cells.Streams());
    }

    [Fact]
    public async Task A_console_that_a_cell_replaced_is_back_in_the_next_cell()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("Console.SetOut(new System.IO.StringWriter()); Console.WriteLine(\"away\");");
        Assert.Empty(cells.Outputs);
        await cells.RunAsync("Console.WriteLine(\"back\");");
        Assert.Equal("back\n", cells.Streams());
    }

    [Fact]
    public async Task What_is_left_of_a_line_that_was_read_by_letters_is_the_next_line()
    {
        Queue<string?> typed = new(["abc", "next", null]);
        await using CellRunner cells = new(new EngineOptions { ReadLine = typed.Dequeue });
        await cells.RunAsync("$\"{(char)Console.Read()}{(char)Console.In.Peek()} {Console.ReadLine()} {Console.ReadLine()} {Console.Read()}\"");
        Assert.Equal("ab bc next -1", cells.Plain);
    }

    [Fact]
    public async Task What_one_cell_did_not_read_of_a_line_is_not_given_to_the_next()
    {
        Queue<string?> typed = new(["abc", "second"]);
        await using CellRunner cells = new(new EngineOptions { ReadLine = typed.Dequeue });
        await cells.RunAsync("Console.Read()");
        await cells.RunAsync("Console.ReadLine()");
        Assert.Equal("second", cells.Plain);
    }
}
