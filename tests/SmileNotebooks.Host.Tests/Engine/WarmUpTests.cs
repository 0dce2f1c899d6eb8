namespace SmileNotebooks.Host.Tests;

public sealed class WarmUpTests
{
    [Fact]
    public async Task A_warmed_engine_runs_and_completes_as_any_other_while_it_warms_up()
    {
        await using CellRunner cells = new(new EngineOptions { WarmUp = true });
        await cells.RunAsync("var tasks = new List<Task<int>> { Task.FromResult(6) };");
        await cells.RunAsync("(await tasks[0]) * 7");
        Assert.Equal("42", cells.Plain);
        Assert.Single(cells.Outputs);
    }

    [Fact]
    public async Task Completion_beside_running_cells_does_not_split_types()
    {
        using TemporaryFolder folder = new();
        string library = folder.Library("Split", "public class Box { public static Box Make() => new Box(); public int Take(Box other) => 42; }");
        TypedCell cell = await TypedCell.AfterAsync();
        Task asking = Task.Run(
            async () =>
            {
                for (int i = 0; i < 20; i++)
                {
                    await cell.NamesAsync("Console.Wri|");
                }
            },
            TestContext.Current.CancellationToken);
        CellResult first = await cell.Engine.RunAsync($"#r \"{library}\"\nvar box = Box.Make(); Task<Box> task = Task.FromResult(box);", _ => { }, TestContext.Current.CancellationToken);
        Assert.Null(first.Error);
        CellResult second = await cell.Engine.RunAsync("Box mine = await task; mine.Take(box)", _ => { }, TestContext.Current.CancellationToken);
        Assert.Null(second.Error);
        Assert.Equal(42, second.Value);
        await asking;
    }
}
