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
    [InlineData("Enumerable.Repeat(1, int.MaxValue).Where(x => false).Count()")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).Where(x => { return false; }).Count()")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).Where(delegate(int x) { return false; }).Count()")]
    [InlineData("bool No(int x) => false;\nEnumerable.Repeat(1, int.MaxValue).Where(No).Count()")]
    [InlineData("(from a in Enumerable.Range(0, int.MaxValue) from b in Enumerable.Range(0, int.MaxValue) where a == -1 select a + b).Count()")]
    [InlineData("(from a in Enumerable.Range(0, int.MaxValue) let b = a select new { a, b }).Count(pair => pair.a == -1)")]
    [InlineData("ParallelEnumerable.Range(0, int.MaxValue).SelectMany(x => Enumerable.Repeat(x, 1000)).Where(x => x == -1).Count()")]
    [InlineData("async IAsyncEnumerable<int> Endless() { while (true) { yield return 1; await Task.Yield(); } }\nawait foreach (var x in Endless()) { }")]
    [InlineData("while (true) await Task.Delay(10);")]
    [InlineData("var f = async () => { while (true) { await Task.Delay(5); } };\nawait f();")]
    [InlineData("class C { public C() { while (true) { } } }\nnew C();")]
    [InlineData("class C { static C() { for (;;) { } } public static int X; }\nC.X")]
    [InlineData("class C { public int P { get { while (true) { } } } }\nnew C().P")]
    [InlineData("class C { public int P { set { while (true) { } } } }\nnew C().P = 1;")]
    [InlineData("class C { public int this[int i] => this[i + 1] + Spin(); int Spin() { while (true) { } } }\nnew C().ToString(); int Spin() { while (true) { } }\nSpin();")]
    [InlineData("class C { public static C operator +(C a, C b) { while (true) { } } }\nvar sum = new C() + new C();")]
    [InlineData("class C { public static implicit operator int(C c) { while (true) { } } }\nint n = new C();")]
    [InlineData("class C { ~C() { while (true) { } } }\nvoid Make() { new C(); }\nMake(); while (true) { GC.Collect(); GC.WaitForPendingFinalizers(); }")]
    [InlineData("static int Spin() { while (true) { } }\nclass C { public static int X = Enumerable.Repeat(1, int.MaxValue).Count(x => x == 2); }\nC.X")]
    [InlineData("while (true) try { throw new Exception(); } catch { }")]
    [InlineData("while (true) try { while (true) { } } catch { } finally { }")]
    [InlineData("Func<int, int> f = null; f = n => { while (n < 5) { n--; n++; } return n; };\nf(0)")]
    [InlineData("new List<int> { 3, 1, 2 }.Sort((a, b) => { while (true) { } });")]
    [InlineData("var t = new System.Threading.Thread(() => { while (true) { } }); t.Start(); t.Join();")]
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
        Assert.Contains("waiting for something that did not come", cells.Error.Message, StringComparison.Ordinal);
        await cells.RunAsync("gate.SetResult(); await done.Task; for (int i = 0; i < 10; i++) { }\nlate");
        Assert.Equal("1", cells.Plain);
        Assert.Single(cells.Outputs);
    }

    [Theory]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("await new TaskCompletionSource().Task;")]
    [InlineData("async Task Never() { await Task.Delay(-1); }\nawait Never();")]
    public async Task A_wait_that_nothing_ends_is_given_up_without_the_grace(string code)
    {
        // Its hour of grace shows that it is not waited for.
        await using CellRunner cells = new(new EngineOptions { InterruptGrace = TimeSpan.FromHours(1) });
        // It says so only when it surely waits.
        await InterruptAsync(cells, "_ = Task.Delay(500).ContinueWith(_ => Console.WriteLine(\"begun\"));\n" + code);
        Assert.Contains("abandoned", cells.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endless_asynchronous_recursion_is_given_up()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("async Task<int> F(int n) { await Task.Yield(); if (n == 5) Console.WriteLine(\"begun\"); return 1 + await F(n + 1); }");
        CellResult result = await InterruptAsync(cells, "await F(0);");
        Assert.Equal(CellStatus.Interrupted, result.Status);
    }

    [Fact]
    public async Task Lambdas_and_queries_mean_what_they_meant_before_they_were_guarded()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("""
            using System.Linq.Expressions;
            Expression<Func<int, bool>> tree = x => x > 1;
            Action<int> act = x => Console.Write(x); Func<double> wide = () => 5; Func<object> none = () => null; Func<byte> small = () => 7;
            Func<Task> wait = async () => await Task.Yield(); Func<Task<int>> three = async () => await Task.FromResult(3);
            Func<List<int>> made = () => new(); Action thrower = () => throw new Exception("thrown"); Func<int, Func<int, int>> add = a => b => a + b;
            int[] xs = { 3, 1, 2 };
            var query = from x in xs.AsQueryable() where x > 1 orderby x select x * 10;
            var pairs = from x in xs join y in xs on x equals y let z = x + y where z > 2 group z by x into g select (g.Key, Sum: g.Sum());
            act(1); await wait();
            """);
        await cells.RunAsync(
            "$\"{tree} {wide()} {none()} {small()} {await three()} {made().Count} {add(1)(2)} {string.Join(',', query)} {string.Join(',', pairs.Select(p => p.Sum))}\"");
        Assert.Equal("x => (x > 1) 5  7 3 0 3 20,30 6,4", cells.Plain);
    }

    [Fact]
    public async Task A_method_that_is_handed_the_text_of_a_lambda_gets_what_was_written()
    {
        await using CellRunner cells = new();
        await cells.RunAsync("""
            using System.Runtime.CompilerServices;
            static string Name<T>(T[] rows, Func<T, int> value, [CallerArgumentExpression(nameof(value))] string text = null) => $"{text}: {rows.Sum(value)}";
            Name(new[] { "a", "bc" }, row => row.Length)
            """);
        Assert.Equal("row => row.Length: 3", cells.Plain);
    }

    [Fact]
    public async Task An_error_in_a_guarded_lambda_names_its_line()
    {
        await using CellRunner cells = new();
        await cells.TryAsync("int zero = 0;\nvar all = new[] { 1 }\n    .Select(x =>\n        x / zero)\n    .ToArray();");
        Assert.Contains("cell 1, line 4 in a lambda", cells.Traceback, StringComparison.Ordinal);
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
    [InlineData("class C { public int Size { get { return Size; } } }\nnew C().Size")]
    [InlineData("class C { public int this[int i] => this[i + 1] + 1; }\nnew C()[0]")]
    [InlineData("class C { public C Inner = new C(); }\nnew C()")]
    [InlineData("class C { public C Inner { get; } = new(); }\nnew C()")]
    [InlineData("class C { public C() { new C(); } }\nnew C()")]
    [InlineData("class C { public static C operator +(C a, C b) => a + b; }\nnew C() + new C()")]
    [InlineData("class C { public static explicit operator int(C c) => (int)c; }\n(int)new C()")]
    [InlineData("Func<int, int> f = null; f = n => f(n + 1) + 1;\nf(0)")]
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
