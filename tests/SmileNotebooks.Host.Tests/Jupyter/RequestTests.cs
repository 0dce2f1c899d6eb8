using System.Text;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests.Jupyter;

public class RequestTests
{
    public static TheoryData<string, string, string> Malformed => new()
    {
        { "execute_request", "{}", "The request has no code: expected a text." },
        { "execute_request", """{"code": 3}""", "The request's code is 3: expected a text." },
        { "execute_request", """{"code": null}""", "The request has no code: expected a text." },
        { "execute_request", """{"code": "1", "silent": "yes"}""", "The request's silent is \"yes\": expected true or false." },
        { "execute_request", """{"code": "1", "user_expressions": [1]}""", "The request's user_expressions is a list: expected an object." },
        { "execute_request", """{"code": "1", "user_expressions": {"a": 1}}""", "The request's a is 1: expected a text." },
        { "complete_request", """{"code": "abc", "cursor_pos": "3"}""", "The request's cursor_pos is \"3\": expected a whole number." },
        { "complete_request", """{"code": "abc", "cursor_pos": 1.5}""", "The request's cursor_pos is 1.5: expected a whole number." },
        { "complete_request", """{"code": "abc", "cursor_pos": -1}""", "The request's cursor_pos is -1: expected 0 to 3." },
        { "inspect_request", """{"cursor_pos": 1}""", "The request has no code: expected a text." },
        { "is_complete_request", """{"code": {"a": 1}}""", "The request's code is an object: expected a text." },
        { "history_request", """{"hist_access_type": "all"}""", "The request's hist_access_type is all: expected tail, range or search." },
        { "history_request", """{"hist_access_type": "tail", "n": -1}""", "The request's n is -1: expected 0 or more." },
        { "shutdown_request", """{"restart": 1}""", "The request's restart is 1: expected true or false." },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Malformed_content_is_answered_by_what_was_wrong(string type, string content, string message)
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer answer = await client.RequestAsync(type, JsonNode.Parse(content)!.AsObject());

        Assert.Equal(("error", "MalformedRequest", message), (answer.Status, answer.Reply["ename"]!.ToString(), answer.Reply["evalue"]!.ToString()));
        Assert.Equal(["busy", "idle"], answer.States);
        Assert.Equal(type == "execute_request" ? ["error"] : [], answer.Types);
        Assert.Equal("1", (await client.ExecuteAsync("1")).Result);
    }

    [Fact]
    public async Task The_kernel_tells_what_it_is()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer info = await client.RequestAsync("kernel_info_request", []);

        Assert.Equal(("ok", "5.3"), (info.Status, info.Reply["protocol_version"]!.ToString()));
        Assert.Equal(("C#", "text/x-csharp", ".cs", "csharp"), (
            info.Reply["language_info"]!["name"]!.ToString(), info.Reply["language_info"]!["mimetype"]!.ToString(),
            info.Reply["language_info"]!["file_extension"]!.ToString(), info.Reply["language_info"]!["pygments_lexer"]!.ToString()));
        Assert.NotEmpty(info.Reply["banner"]!.ToString());
    }

    [Fact]
    public async Task The_ports_are_told_to_who_asks()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer answer = await client.RequestAsync("connect_request", []);

        Assert.Equal(
            (kernel.Connection.ShellPort, kernel.Connection.IopubPort, kernel.Connection.StdinPort, kernel.Connection.ControlPort, kernel.Connection.HeartbeatPort),
            ((int)answer.Reply["shell_port"]!, (int)answer.Reply["iopub_port"]!, (int)answer.Reply["stdin_port"]!, (int)answer.Reply["control_port"]!, (int)answer.Reply["hb_port"]!));
    }

    [Fact]
    public async Task There_are_no_comms_and_one_that_is_opened_is_closed()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer info = await client.RequestAsync("comm_info_request", new() { ["target_name"] = "jupyter.widget" });
        string open = await client.SendAsync("comm_open", new() { ["comm_id"] = "c1", ["target_name"] = "jupyter.widget", ["data"] = new JsonObject() });
        await client.WaitForIdleAsync(open);
        string message = await client.SendAsync("comm_msg", new() { ["comm_id"] = "c1", ["data"] = new JsonObject() });
        await client.WaitForIdleAsync(message);

        Assert.Empty(info.Reply["comms"]!.AsObject());
        Answer opened = new([], client.Published(open));
        Assert.Equal(["comm_close"], opened.Types);
        Assert.Equal("c1", opened.Content("comm_close")["comm_id"]!.ToString());
        Assert.Empty(new Answer([], client.Published(message)).Types);
    }

    [Fact]
    public async Task A_type_that_nobody_knows_is_told_of_and_the_kernel_is_idle_again()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        string id = await client.SendAsync("dance_request", []);
        await client.WaitForIdleAsync(id);

        Assert.Contains("A dance_request was not answered: this kernel does not know it.", kernel.Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_signed_with_the_key_is_counted_and_dropped()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();
        using MessageCodec wrong = new("another key");
        ZmtpMessage forged = wrong.Encode(new JupyterMessage { Header = MessageHeader.Create("execute_request", "s", "u"), Content = new() { ["code"] = "int forged = 1;" } });

        await client.SendRawAsync(forged);
        await client.SendRawAsync(new ZmtpMessage([Encoding.UTF8.GetBytes("not even a message")]));
        Answer answer = await client.ExecuteAsync("forged");

        Assert.Equal(2, kernel.Refused);
        Assert.Equal("error", answer.Status);
        Assert.Contains("A message's signature is wrong.", kernel.Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_front_end_does_not_read_is_cut_with_a_line_that_says_so_and_holds_nothing_up()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();
        using ClientSocket deaf = await ClientSocket.ConnectAsync(kernel.Connection.IopubEndpoint, "SUB", "");
        await deaf.SubscribeAsync();
        await client.RequestAsync("kernel_info_request", []);

        Answer answer = await client.ExecuteAsync("1");
        for (int i = 0; i < 20 && !answer.Text("stderr").Contains("were cut", StringComparison.Ordinal); i++)
        {
            answer = await client.ExecuteAsync("Console.Write(new string('x', 9_000_000));");
        }

        // The process of the tests may hold so much memory that the kernel says that, too.
        Assert.Matches(@"(^|\n)\d+ messages of this cell's output were cut: a front end did not read them as fast as the cell wrote\.\n$", answer.Text("stderr"));
        Assert.Equal(9_000_000, answer.Text().Length);
    }

    [Theory]
    [InlineData("control", false)]
    [InlineData("control", true)]
    [InlineData("shell", true)]
    public async Task A_shutdown_is_answered_published_and_ends_the_kernel(string channel, bool restart)
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer answer = await client.RequestAsync("shutdown_request", new() { ["restart"] = restart }, channel);
        await kernel.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(("ok", restart), (answer.Status, (bool)answer.Reply["restart"]!));
        Assert.Equal(restart, (bool)answer.Content("shutdown_reply")["restart"]!);
    }

    [Fact]
    public async Task A_shutdown_does_not_wait_for_a_cell_that_runs()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        string cell = await client.StartAsync("Console.WriteLine(\"begun\"); System.Threading.Thread.Sleep(100000);");
        await client.WaitAsync(message => message.Header.MsgType == "stream" && message.ParentHeader?.MsgId == cell);
        await client.RequestAsync("shutdown_request", [], "control");

        await kernel.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.True(kernel.Ended.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Completion_counts_positions_in_code_points()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer answer = await client.RequestAsync("complete_request", new() { ["code"] = "/*😀😀*/ Console.WriteL + 1", ["cursor_pos"] = 21 });

        Assert.Equal((15, 21), ((int)answer.Reply["cursor_start"]!, (int)answer.Reply["cursor_end"]!));
        Assert.Equal(["WriteLine"], answer.Reply["matches"]!.AsArray().Select(match => match!.ToString()));
        JsonNode typed = answer.Reply["metadata"]!["_jupyter_types_experimental"]![0]!;
        Assert.Equal(("WriteLine", "method", 15, 21), (typed["text"]!.ToString(), typed["type"]!.ToString(), (int)typed["start"]!, (int)typed["end"]!));
        Assert.Contains("Console.WriteLine", typed["signature"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspection_finds_the_name_at_the_cursor_or_says_that_it_does_not()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer found = await client.RequestAsync("inspect_request", new() { ["code"] = "Math.Sqrt", ["cursor_pos"] = 7, ["detail_level"] = 0 });
        Answer none = await client.RequestAsync("inspect_request", new() { ["code"] = "12", ["cursor_pos"] = 1 });

        Assert.True((bool)found.Reply["found"]!);
        Assert.Contains("Sqrt", found.Reply["data"]!["text/plain"]!.ToString(), StringComparison.Ordinal);
        Assert.False((bool)none.Reply["found"]!);
        Assert.Empty(none.Reply["data"]!.AsObject());
    }

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("}", "invalid")]
    [InlineData("for (;;) {", "incomplete")]
    public async Task Whether_code_is_whole_is_told(string code, string status)
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer answer = await client.RequestAsync("is_complete_request", new() { ["code"] = code });

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == "incomplete", answer.Reply.ContainsKey("indent"));
    }
}
