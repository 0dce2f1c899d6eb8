// What the cells have declared: told, and forgotten.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

public sealed partial class NotebookEngine
{
    /// <summary>The variables that cells have declared, in the order of their declarations. Safe while a cell runs.</summary>
    public ImmutableArray<NotebookVariable> Variables => _chain.Variables;

    /// <summary>
    /// Forgets all variables, types, imports and references, and disposes of what <c>using var</c> declarations hold. Cells keep their
    /// numbers. The code of the old cells stays in memory as long as something (a timer, a thread, a static field) refers to it.
    /// Waits for its turn if a cell runs.
    /// </summary>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="OperationCanceledException">Cancelled before it began.</exception>
    public async Task ResetAsync(CancellationToken cancellation = default)
    {
        await _oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await StartAnewAsync().ConfigureAwait(false);
            _currentDirectory = _folder;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
