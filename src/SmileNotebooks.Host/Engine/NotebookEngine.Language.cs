// What a front end asks the engine while somebody types. Nothing here waits for a cell that runs: the answer comes from the cells
// before it.
namespace SmileNotebooks.Host;

public sealed partial class NotebookEngine
{
    /// <summary>What can be typed at a place in a cell. Safe while a cell runs.</summary>
    /// <param name="code">The cell's text, finished or not.</param>
    /// <param name="position">The cursor: a UTF-16 index into <paramref name="code"/>; one outside is taken to the nearer end.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation = default) =>
        Task.Run(() => Completer.Complete(_chain, code, position, _folder, cancellation), cancellation);

    /// <summary>What is known of the name at a place in a cell, or of the call whose arguments stand there. Safe while a cell runs.</summary>
    /// <param name="code">The cell's text, finished or not.</param>
    /// <param name="position">The cursor: a UTF-16 index into <paramref name="code"/>; one outside is taken to the nearer end.</param>
    /// <param name="detailed">Whether to show all overloads and remarks, and the source of what a cell declared.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Text, HTML and Markdown; null if nothing is known.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task<MimeBundle?> InspectAsync(string code, int position, bool detailed = false, CancellationToken cancellation = default) =>
        Task.Run(() => Inspector.Inspect(_chain, code, position, detailed, cancellation), cancellation);

    /// <summary>Whether code can be run as it stands.</summary>
    /// <param name="code">The cell's text.</param>
#pragma warning disable CA1822 // It is a question to an engine, like the others.
    public CodeCompleteness CheckComplete(string code) => CompletenessCheck.Of(code);
#pragma warning restore CA1822

    /// <summary>
    /// The value of an expression (Jupyter's <c>user_expressions</c>), which can use what the cells declared, but declares nothing
    /// itself. What it writes to the console is not kept. Waits for its turn if a cell runs.
    /// </summary>
    /// <param name="expression">A C# expression; <c>await</c> is allowed.</param>
    /// <param name="cancellation">Stops it, as it stops a cell.</param>
    /// <returns>The value; an expression's errors are results.</returns>
    /// <exception cref="OperationCanceledException">Cancelled before it began.</exception>
    public Task<ExpressionResult> EvaluateAsync(string expression, CancellationToken cancellation = default) =>
        InTurnAsync(() => EvaluateInFolderAsync(expression, cancellation), cancellation);

    private async Task<ExpressionResult> EvaluateInFolderAsync(string expression, CancellationToken cancellation)
    {
        CellConsole.Install();
        CellContext context = new(static _ => { }, _options with { ReadLine = null });
        CellRun run = new(context, new NotebookOwned(), _options);
        (CellStatus _, object? bundle, ErrorOutput? error) = await run.ExecuteAsync(
            async () => Formatting.Bundle(await _chain.EvaluateAsync(expression, cancellation).ConfigureAwait(false), []),
            thrown => ErrorOf(thrown, new SourceFile("expression", expression, _folder)),
            cancellation).ConfigureAwait(false);
        context.Close();
        return new ExpressionResult((MimeBundle?)bundle, error);
    }
}
