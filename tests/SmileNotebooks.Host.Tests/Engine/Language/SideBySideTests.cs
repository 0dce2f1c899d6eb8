namespace SmileNotebooks.Host.Tests;

public sealed class SideBySideTests
{
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
