namespace SmileNotebooks.Host.Tests;

public sealed class InterruptTests
{
    private static readonly EngineOptions s_patient = new() { InterruptGrace = TimeSpan.FromSeconds(60) };

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) ;")]
    [InlineData("for (;;) { }")]
    [InlineData("for (int i = 0; ; i++) i--;")]
    [InlineData("do { } while (true);")]
    [InlineData("IEnumerable<int> Endless() { while (true) yield return 1; }\nforeach (var x in Endless()) { }")]
    [InlineData("foreach (var (a, b) in Pairs()) { }\nIEnumerable<(int, int)> Pairs() { for (;;) yield return (1, 2); }")]
    [InlineData("again: goto again;")]
    [InlineData("int n = 0; switch (n) { case 0: goto case 1; case 1: goto case 0; }")]
    [InlineData("while (true) { try { while (true) { } } catch { } }")]
    [InlineData("class C { public static void Run() { while (true) { } } }\nC.Run();")]
    [InlineData("Action a = () => { while (true) { } };\na();")]
    [InlineData("System.Threading.Tasks.Parallel.For(0, 4, i => { while (true) { } });")]
    [InlineData("await Task.Run(() => { while (true) { } });")]
    [InlineData("while (true) { await Task.Yield(); }")]
    [InlineData("long Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);\nFib(90)")]
    [InlineData("System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);")]
    [InlineData("new System.Threading.ManualResetEventSlim().Wait();")]
    public async Task An_endless_cell_stops(string code)
    {
        await using CellRunner cells = new(s_patient);
        CellResult result = await InterruptAsync(cells, "Console.WriteLine(\"begun\");" + code);
        Assert.Equal(CellStatus.Interrupted, result.Status);
        Assert.Equal("Interrupted", cells.Error.Name);
        Assert.DoesNotContain("abandoned", cells.Error.Message, StringComparison.Ordinal);
        await cells.RunAsync("for (int i = 0; i < 10; i++) { }\n6 * 7");
        Assert.Equal("42", cells.Plain);
    }

    [Fact]
    public async Task A_loop_of_an_earlier_cell_stops()
    {
        await using CellRunner cells = new(s_patient);
        await cells.RunAsync("void Spin() { Console.WriteLine(\"begun\"); while (true) { } }");
        Assert.Equal(CellStatus.Interrupted, (await InterruptAsync(cells, "Spin();")).Status);
    }

    [Fact]
    public async Task A_time_out_stops_a_cell_and_says_how_long_it_is()
    {
        await using CellRunner cells = new(s_patient with { CellTimeOut = TimeSpan.FromSeconds(2.5) });
        CellResult result = await cells.TryAsync("while (true) { }");
        Assert.Equal(CellStatus.TimedOut, result.Status);
        Assert.Contains("time-out of 2.5 s", cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blocked_wait_is_abandoned_with_a_clear_message_and_is_heard_no_more()
    {
        await using CellRunner cells = new(new EngineOptions { InterruptGrace = TimeSpan.FromMilliseconds(50) });
        await cells.RunAsync("var gate = new TaskCompletionSource(); var done = new TaskCompletionSource(); int late = 0;");
        await InterruptAsync(cells, """
            Console.WriteLine("begun");
            try { await gate.Task; Console.WriteLine("leaked"); display("leaked"); late = 1; while (true) { } }
            finally { done.SetResult(); }
            """);
        Assert.Contains("abandoned", cells.Error.Message, StringComparison.Ordinal);
        await cells.RunAsync("gate.SetResult(); await done.Task; for (int i = 0; i < 10; i++) { }\nlate");
        Assert.Equal("1", cells.Plain);
        Assert.Single(cells.Outputs);
    }

    [Fact]
    public async Task Output_after_a_cells_end_does_not_come_into_the_next_cell()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("var go = new TaskCompletionSource();\nvar later = Task.Run(async () => { await go.Task; Console.WriteLine(\"late\"); });");
        await cells.RunAsync("go.SetResult(); await later; Console.Write(\"own\");");
        Assert.Equal("own", cells.Streams());
    }

    [Fact]
    public async Task An_interrupt_stops_only_its_own_engine()
    {
        await using CellRunner one = new(s_patient);
        await using CellRunner other = new(s_patient);
        using CancellationTokenSource stop = new();
        using CancellationTokenSource stopOther = new();
        Task<CellResult> running = other.TryAsync("while (true) { }", stopOther.Token);
        await InterruptAsync(one, "Console.WriteLine(\"begun\"); while (true) { }");
        Assert.False(running.IsCompleted);
        await stopOther.CancelAsync();
        Assert.Equal(CellStatus.Interrupted, (await running).Status);
    }

    [Theory]
    [InlineData("int F(int n) => F(n + 1) + 1;\nF(0)")]
    [InlineData("int F(int n) { return F(n + 1) + 1; }\nF(0)")]
    [InlineData("class C { public int Size => Size; }\nnew C().Size")]
    public async Task Endless_recursion_is_an_error_not_the_end_of_the_process(string code)
    {
        await using CellRunner cells = new();
        CellResult result = await cells.TryAsync(code);
        Assert.Equal("System.InsufficientExecutionStackException", result.Error!.Name);
        Assert.InRange(cells.Error.Traceback.Length, 3, 60);
    }

    [Fact]
    public async Task Guards_leave_methods_of_every_form_as_they_are()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("""
            abstract class A { public abstract int X(); public virtual int Y() => 1; public int Z =>
                2; }
            class B : A { int _f; public override int X() => throw new NotSupportedException(); public ref int R() => ref _f;
              public async Task<int> T() => await Task.FromResult(3); public async Task U() => await Task.Yield();
              public void V() => _f++; public IEnumerable<int> W() { foreach (var i in new[] { 1, 2 }) yield return i; } }
            int Local() => 4; void Nothing() => Console.Write("");
            var b = new B(); b.V(); await b.U(); Nothing(); b.R() += 5;
            """);
        await cells.RunAsync("b.Y() + b.Z + await b.T() + b.W().Sum() + Local() + b.R()");
        Assert.Equal("19", cells.Plain);
    }

    private static async Task<CellResult> InterruptAsync(CellRunner cells, string code)
    {
        using CancellationTokenSource stop = new();
        Task<CellResult> running = cells.TryAsync(code, stop.Token);
        while (!running.IsCompleted && cells.Streams().Length == 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.False(running.IsCompleted, cells.Outputs.OfType<ErrorOutput>().FirstOrDefault()?.Message);
        await stop.CancelAsync();
        return await running;
    }
}
