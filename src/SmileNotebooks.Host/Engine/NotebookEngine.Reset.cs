// What the cells have declared: told, and forgotten.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

public sealed partial class NotebookEngine
{
    /// <summary>The variables that cells have declared, in the order of their declarations. Safe while a cell runs.</summary>
    public ImmutableArray<NotebookVariable> Variables => _chain.Variables;

    /// <summary>
    /// Forgets all variables, types, imports and references, and disposes of what <c>using var</c> declarations hold. Cells keep their
    /// numbers. The compiled code of the old cells stays in memory, a few kB each; their values do not, unless something that still
    /// runs (a timer, a thread) refers to them. Waits for its turn if a cell runs.
    /// </summary>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="OperationCanceledException">Cancelled before it began.</exception>
    /// <exception cref="AggregateException">Values threw when they were disposed of; all is forgotten nevertheless.</exception>
    public async Task ResetAsync(CancellationToken cancellation = default)
    {
        await _oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            _currentDirectory = _folder;
            await StartAnewAsync().ConfigureAwait(false);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
