// A cell that is being typed, for tests of completion and inspection: `|` is the cursor.
namespace SmileNotebooks.Host.Tests;

internal sealed class TypedCell(NotebookEngine engine)
{
    public static async Task<TypedCell> AfterAsync(params string[] cells)
    {
        NotebookEngine engine = new();
        foreach (string cell in cells)
        {
            await engine.RunAsync(cell, _ => { }, TestContext.Current.CancellationToken);
        }

        return new TypedCell(engine);
    }

    public NotebookEngine Engine => engine;

    public Task<CompletionList> CompleteAsync(string marked)
    {
        int cursor = marked.IndexOf('|', StringComparison.Ordinal);
        return engine.CompleteAsync(marked.Remove(cursor, 1), cursor, TestContext.Current.CancellationToken);
    }

    public async Task<string[]> NamesAsync(string marked) => [.. (await CompleteAsync(marked)).Items.Select(item => item.Text)];

    public async Task<CompletionItem> ItemAsync(string marked, string text) => Assert.Single((await CompleteAsync(marked)).Items, item => item.Text == text);

    public async Task<string?> InspectAsync(string marked, bool detailed = false, string type = "text/plain")
    {
        int cursor = marked.IndexOf('|', StringComparison.Ordinal);
        return (await engine.InspectAsync(marked.Remove(cursor, 1), cursor, detailed, TestContext.Current.CancellationToken))?[type];
    }
}
