using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests.Jupyter;

public class ExecuteTests
{
    [Fact]
    public async Task A_cell_is_echoed_and_its_result_published_between_busy_and_idle()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer answer = await client.ExecuteAsync("6 * 7");

        Assert.Equal("ok", answer.Status);
        Assert.Equal(["busy", "idle"], answer.States);
        Assert.Equal(["execute_input", "execute_result"], answer.Types);
        Assert.Equal("6 * 7", answer.Content("execute_input")["code"]!.ToString());
        Assert.Equal(1, (int)answer.Content("execute_input")["execution_count"]!);
        Assert.Equal(1, (int)answer.Content("execute_result")["execution_count"]!);
        Assert.Equal(1, (int)answer.Reply["execution_count"]!);
        Assert.Equal("42", answer.Result);
        Assert.Empty(answer.Reply["payload"]!.AsArray());
    }

    [Fact]
    public async Task Console_text_goes_to_the_stream_that_it_was_written_to_in_order()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer answer = await client.ExecuteAsync("Console.WriteLine(\"one\"); Console.Error.WriteLine(\"two\"); Console.Write(\"three\");");

        Assert.Equal("one\nthree", answer.Text());
        Assert.Equal("two\n", answer.Text("stderr"));
        Assert.Equal(["one\n", "two\n", "three"], answer.Published.Where(m => m.Header.MsgType == "stream").Select(m => m.Content["text"]!.ToString()));
    }

    [Fact]
    public async Task A_flood_of_lines_arrives_whole_in_few_messages()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer answer = await client.ExecuteAsync("for (int i = 0; i < 20000; i++) Console.WriteLine(i);");

        Assert.Equal(string.Concat(Enumerable.Range(0, 20000).Select(i => $"{i}\n")), answer.Text());
        Assert.InRange(answer.Types.Count(type => type == "stream"), 1, 2000);
    }

    [Fact]
    public async Task A_shown_value_is_replaced_by_its_display_id_also_from_a_later_cell()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer shown = await client.ExecuteAsync("var d = display(\"a\");");
        Answer updated = await client.ExecuteAsync("for (int i = 0; i < 5000; i++) d.Update(i); d.Update(\"last\");");

        string id = shown.Content("display_data")["transient"]!["display_id"]!.ToString();
        Assert.Equal("a", shown.Content("display_data")["data"]!["text/plain"]!.ToString());
        Assert.Equal(id, updated.Content("update_display_data")["transient"]!["display_id"]!.ToString());
        Assert.Equal("last", updated.Content("update_display_data")["data"]!["text/plain"]!.ToString());
        Assert.InRange(updated.Types.Length, 2, 2000);
    }

    [Fact]
    public async Task Json_is_sent_as_json_and_not_as_text()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer answer = await client.ExecuteAsync("\"{\\\"a\\\":[1,2]}\".DisplayAs(\"application/json\"); \"no json\".DisplayAs(\"application/x+json\");");

        JsonObject[] data = [.. answer.Published.Where(m => m.Header.MsgType == "display_data").Select(m => m.Content["data"]!.AsObject())];
        Assert.Equal(2, (int)data[0]["application/json"]!["a"]![1]!);
        Assert.Equal("no json", data[1]["application/x+json"]!.ToString());
    }

    [Fact]
    public async Task Output_can_be_cleared()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer answer = await client.ExecuteAsync("Console.WriteLine(\"before\"); ClearOutput(true); Console.WriteLine(\"after\");");

        Assert.Equal(["execute_input", "stream", "clear_output", "stream"], answer.Types);
        Assert.True((bool)answer.Content("clear_output")["wait"]!);
    }

    [Fact]
    public async Task An_error_tells_the_cells_line_and_is_coloured_only_in_the_traceback()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();
        await client.ExecuteAsync("1");

        Answer answer = await client.ExecuteAsync("int a = 1;\nthrow new InvalidOperationException(\"too sad\");");

        JsonObject error = answer.Content("error");
        Assert.Equal("error", answer.Status);
        Assert.Equal(("System.InvalidOperationException", "too sad"), (error["ename"]!.ToString(), error["evalue"]!.ToString()));
        Assert.Equal(["\e[1;31mSystem.InvalidOperationException\e[0m: too sad", "   at \e[36mcell 2, line 2\e[0m"], error["traceback"]!.AsArray().Select(line => line!.ToString()));
        Assert.Equal("too sad", answer.Reply["evalue"]!.ToString());
        Assert.Equal(2, (int)answer.Reply["execution_count"]!);
    }

    [Fact]
    public async Task A_silent_cell_shows_and_counts_nothing_but_declares()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer silent = await client.ExecuteAsync("int quiet = 5; Console.WriteLine(quiet); quiet", silent: true);
        Answer failed = await client.ExecuteAsync("throw new Exception(\"hush\");", silent: true);
        Answer loud = await client.ExecuteAsync("quiet");

        Assert.Equal(("ok", 0), (silent.Status, (int)silent.Reply["execution_count"]!));
        Assert.Empty(silent.Types);
        Assert.Equal("hush", failed.Reply["evalue"]!.ToString());
        Assert.Empty(failed.Types);
        Assert.Equal(("5", 1), (loud.Result, (int)loud.Reply["execution_count"]!));
    }

    [Fact]
    public async Task A_cell_that_is_not_stored_is_shown_but_not_counted()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();
        await client.ExecuteAsync("1");

        Answer unstored = await client.ExecuteAsync("2", storeHistory: false);
        Answer error = await client.ExecuteAsync("nonsense");

        Assert.Equal(("2", 1), (unstored.Result, (int)unstored.Reply["execution_count"]!));
        Assert.Equal(2, (int)error.Reply["execution_count"]!);
        Assert.StartsWith("cell 2, line 1", error.Reply["evalue"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_expressions_are_evaluated_after_the_cell()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer answer = await client.ExecuteAsync("int a = 20;", expressions: new() { ["twice"] = "a * 2", ["none"] = "nothing + 1" });

        JsonNode expressions = answer.Reply["user_expressions"]!;
        Assert.Equal(("ok", "40"), (expressions["twice"]!["status"]!.ToString(), expressions["twice"]!["data"]!["text/plain"]!.ToString()));
        Assert.Equal("error", expressions["none"]!["status"]!.ToString());
        Assert.Contains("nothing", expressions["none"]!["evalue"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["execute_input"], answer.Types);
    }

    [Fact]
    public async Task What_waits_behind_a_cell_that_fails_is_aborted_and_what_comes_later_runs()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        string failing = await client.StartAsync("System.Threading.Thread.Sleep(500); throw new Exception();");
        string execute = await client.StartAsync("1");
        string info = await client.SendAsync("kernel_info_request", []);
        Answer aborted = await client.AnswerToAsync(execute);

        Assert.Equal("error", (await client.AnswerToAsync(failing)).Status);
        Assert.Equal("aborted", aborted.Status);
        Assert.False(aborted.Reply.ContainsKey("execution_count"), "The cell would look as if it had run.");
        Assert.Equal(["busy", "idle"], aborted.States);
        Assert.Empty(aborted.Types);
        Assert.Equal("ok", (await client.AnswerToAsync(info)).Status);
        Assert.Equal("2", (await client.ExecuteAsync("2")).Result);
    }

    [Fact]
    public async Task Without_stop_on_error_the_next_cell_runs()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        string failing = await client.StartAsync("System.Threading.Thread.Sleep(200); throw new Exception();", stopOnError: false);
        string next = await client.StartAsync("3");

        Assert.Equal("error", (await client.AnswerToAsync(failing)).Status);
        Assert.Equal("3", (await client.AnswerToAsync(next)).Result);
    }

    [Theory]
    [InlineData("Math.Sqrt?", "Sqrt")]
    [InlineData("?Math.Sqrt", "Sqrt")]
    [InlineData("Math.Sqrt??", "Sqrt")]
    [InlineData(" Console? ", "Console")]
    [InlineData("frown?", "Nothing is known of frown.")]
    public async Task A_name_with_a_question_mark_opens_what_is_known_of_it(string code, string content)
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer answer = await client.ExecuteAsync(code);

        Assert.Equal("ok", answer.Status);
        Assert.Equal("page", answer.Reply["payload"]![0]!["source"]!.ToString());
        Assert.Contains(content, answer.Reply["payload"]![0]!["data"]!["text/plain"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_does_no_harm()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer answer = await client.ExecuteAsync("Console.WriteLine(\"a\\ud800b\"); \"😀\".Length");

        Assert.Equal(("a\ufffdb\n", "2"), (answer.Text(), answer.Result));
    }
}
