using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests.Jupyter;

public class StdinTests
{
    private const string Ask = "Console.ReadLine()";

    [Fact]
    public async Task A_line_is_asked_of_the_front_end_that_runs_the_cell()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient other = await kernel.ConnectAsync();
        using TestClient client = await kernel.ConnectAsync();

        string cell = await client.StartAsync("Console.Write(\"Name: \"); var name = Console.ReadLine(); $\"Hello {name}\"");
        JupyterMessage question = await QuestionAsync(client, cell);
        Assert.Equal("Name: ", Text(client, cell));
        await other.SendAsync("input_reply", new() { ["value"] = "Mallory" }, "stdin");
        await client.SendAsync("input_reply", new() { ["value"] = "Ada" }, "stdin");

        Assert.Equal("Hello Ada", (await client.AnswerToAsync(cell)).Result);
        Assert.False((bool)question.Content["password"]!);
        Assert.Contains("was dropped: it answers nothing that is asked", kernel.Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_asked_one_by_one_and_end_with_the_users_input()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        string cell = await client.StartAsync("string line; var all = \"\"; while ((line = Console.ReadLine()) != null) all += line + \";\"; all");
        foreach (string line in new[] { "one", "", "zwei 😀", "\u0004" })
        {
            JupyterMessage question = await QuestionAsync(client, cell);
            await client.SendAsync("input_reply", new() { ["value"] = line }, "stdin", question.Header);
        }

        Assert.Equal("one;;zwei 😀;", (await client.AnswerToAsync(cell)).Result);
    }

    [Fact]
    public async Task A_reply_that_comes_too_late_is_not_taken_for_a_new_one()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        string first = await client.StartAsync(Ask);
        JupyterMessage old = await QuestionAsync(client, first);
        await client.RequestAsync("interrupt_request", [], "control");
        Assert.Equal("Interrupted", (await client.AnswerToAsync(first)).Reply["ename"]!.ToString());
        await client.SendAsync("input_reply", new() { ["value"] = "while nothing is asked" }, "stdin");
        string second = await client.StartAsync(Ask);
        await QuestionAsync(client, second);
        await client.SendAsync("input_reply", new() { ["value"] = "late" }, "stdin", old.Header);
        await client.SendAsync("input_reply", new() { ["value"] = "right" }, "stdin");

        Assert.Equal("right", (await client.AnswerToAsync(second)).Result);
    }

    [Fact]
    public async Task A_front_end_that_takes_no_questions_is_not_asked()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer answer = await client.ExecuteAsync(Ask, allowStdin: false);

        Assert.Equal("error", answer.Status);
        Assert.Contains("takes no input (allow_stdin is false)", answer.Reply["evalue"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_text_fails_the_cell()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        string cell = await client.StartAsync(Ask);
        await QuestionAsync(client, cell);
        await client.SendAsync("input_reply", new() { ["value"] = 3 }, "stdin");

        Assert.Equal("The request's value is 3: expected a text.", (await client.AnswerToAsync(cell)).Reply["evalue"]!.ToString());
    }

    // Each question once.
    private static readonly HashSet<string> s_seen = [];

    private static Task<JupyterMessage> QuestionAsync(TestClient client, string cell) => client.WaitAsync(message =>
    {
        lock (s_seen)
        {
            return message.Header.MsgType == "input_request" && message.ParentHeader?.MsgId == cell && s_seen.Add(message.Header.MsgId);
        }
    });

    private static string Text(TestClient client, string cell) => new Answer([], client.Published(cell)).Text();
}
