namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>Runs notebooks side by side, each in its own process, and reports them in the order in which they were named.</summary>
internal static class NotebookQueue
{
    /// <param name="notebooks">The notebooks.</param>
    /// <param name="settings">How many may run at a time, and the clock.</param>
    /// <param name="work">Runs one and writes what is made of it.</param>
    /// <param name="output">Where the line of each goes.</param>
    /// <param name="stop">Ctrl+C: what runs is interrupted, what has not begun does not begin.</param>
    public static async Task<IReadOnlyList<NotebookOutcome>> RunAsync(
        IReadOnlyList<string> notebooks,
        NotebookSettings settings,
        Func<NotebookOutcome, NotebookBar, Task<NotebookOutcome>> work,
        TextWriter output,
        CancellationToken stop)
    {
        using SemaphoreSlim free = new(settings.Jobs);
        List<NotebookOutcome> outcomes = [];
        await NotebookProgress.RunAsync(notebooks.Count, async progress =>
        {
            Task<NotebookOutcome>[] all = [.. notebooks.Select(notebook => RunOneAsync(notebook, progress))];
            foreach (Task<NotebookOutcome> one in all)
            {
                outcomes.Add(await one);
                progress.Report(outcomes[^1], output);
            }
        });
        return outcomes;

        async Task<NotebookOutcome> RunOneAsync(string notebook, NotebookProgress progress)
        {
            // Called for one notebook after the other: they queue, and so begin, in the order in which they were named.
            await free.WaitAsync(CancellationToken.None);
            NotebookOutcome begun = new(notebook, settings.Clock.GetLocalNow());
            NotebookBar bar = progress.Of(notebook);
            // Whatever goes wrong with one notebook does not cost the others their run. What is read and compared before
            // a notebook's process starts is work too: not on the caller's thread.
            try
            {
                return stop.IsCancellationRequested ? begun : await Task.Run(() => work(begun, bar), CancellationToken.None);
            }
            catch (CommandException error)
            {
                return begun with { Problem = error };
            }
            catch (OperationCanceledException)
            {
                return begun; // while its pictures were drawn
            }
            catch (Exception error)
            {
                return begun with { Problem = CommandException.Unforeseen(error, $"{notebook}: ") };
            }
            finally
            {
                progress.Done(bar);
                free.Release();
            }
        }
    }
}
