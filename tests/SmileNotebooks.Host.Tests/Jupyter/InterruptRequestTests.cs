using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests.Jupyter;

public class InterruptRequestTests
{
    [Fact]
    public async Task A_loop_is_interrupted_and_the_next_cell_sees_what_was_declared()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();
        await client.ExecuteAsync("int kept = 9;");

        string cell = await client.StartAsync("Console.WriteLine(\"begun\"); while (true) { }");
        await client.WaitAsync(message => message.Header.MsgType == "stream" && message.ParentHeader?.MsgId == cell);
        Answer interrupt = await client.RequestAsync("interrupt_request", [], "control");
        Answer answer = await client.AnswerToAsync(cell);

        Assert.Equal("ok", interrupt.Status);
        Assert.Equal(("error", "Interrupted"), (answer.Status, answer.Reply["ename"]!.ToString()));
        Assert.Equal("9", (await client.ExecuteAsync("kept")).Result);
    }

    [Fact]
    public async Task Cells_that_wait_behind_the_interrupted_one_are_aborted()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        string cell = await client.StartAsync("Console.WriteLine(\"begun\"); while (true) { }");
        string next = await client.StartAsync("1");
        await client.WaitAsync(message => message.Header.MsgType == "stream" && message.ParentHeader?.MsgId == cell);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        await client.RequestAsync("interrupt_request", [], "control");

        Assert.Equal("error", (await client.AnswerToAsync(cell)).Status);
        Assert.Equal("aborted", (await client.AnswerToAsync(next)).Status);
    }

    [Fact]
    public async Task An_interrupt_while_nothing_runs_changes_nothing()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer interrupt = await client.RequestAsync("interrupt_request", [], "control");

        Assert.Equal("ok", interrupt.Status);
        Assert.Equal(["busy", "idle"], interrupt.States);
        Assert.Equal("1", (await client.ExecuteAsync("1")).Result);
    }

    [Fact]
    public async Task Control_requests_are_answered_while_a_cell_runs_and_do_not_touch_its_outputs()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        string cell = await client.StartAsync("for (int i = 0; i < 300; i++) { Console.WriteLine(i); System.Threading.Thread.Sleep(1); }");
        await client.WaitAsync(message => message.Header.MsgType == "stream" && message.ParentHeader?.MsgId == cell);
        Answer[] infos = new Answer[20];
        for (int i = 0; i < infos.Length; i++)
        {
            infos[i] = await client.RequestAsync("kernel_info_request", [], "control");
        }

        Answer answer = await client.AnswerToAsync(cell);
        Assert.All(infos, info => Assert.Equal("busy idle", string.Join(' ', [.. info.States, .. info.Types])));
        Assert.Equal(["busy", "idle"], answer.States);
        Assert.Equal(string.Concat(Enumerable.Range(0, 300).Select(i => $"{i}\n")), answer.Text());
    }

    [Fact]
    public async Task What_a_cell_leaves_running_never_writes_into_a_later_one()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient client = await kernel.ConnectAsync();

        Answer first = await client.ExecuteAsync("bool stop = false; new System.Threading.Thread(() => { while (!stop) { Console.WriteLine(\"background\"); System.Threading.Thread.Sleep(1); } }) { IsBackground = true }.Start();");
        Answer second = await client.ExecuteAsync("System.Threading.Thread.Sleep(300); Console.WriteLine(\"mine\");");
        Answer third = await client.ExecuteAsync("stop = true; 3");

        Assert.Equal("ok", first.Status);
        Assert.Equal("mine\n", second.Text());
        Assert.Equal(("", "3"), (third.Text(), third.Result));
    }

    [Fact]
    public async Task Two_front_ends_each_get_their_own_replies()
    {
        await using TestKernel kernel = TestKernel.Start();
        using TestClient one = await kernel.ConnectAsync();
        using TestClient two = await kernel.ConnectAsync();

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : two).ExecuteAsync($"{i} * 10")));

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i * 10}"), answers.Select(answer => answer.Result));
        Assert.Equal(Enumerable.Range(1, 20), answers.Select(answer => (int)answer.Reply["execution_count"]!).Order());
    }
}
