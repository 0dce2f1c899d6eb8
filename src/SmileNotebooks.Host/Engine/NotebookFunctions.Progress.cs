// Progress bars of loops.
using System.Runtime.CompilerServices;

namespace SmileNotebooks.Host;

public static partial class NotebookFunctions
{
    /// <summary>
    /// Enumerates a sequence and shows how far that has come: <c>foreach (var photo in photos.WithProgress("Reading")) ...</c>. A line that
    /// tells how many there were and how long it took stays; where the loop ended early, how far it came. Where no cell runs, only enumerates.
    /// </summary>
    /// <param name="items">The sequence.</param>
    /// <param name="title">What is being done; default: nothing is said of that.</param>
    /// <param name="total">How many items will come; default: what the sequence knows without being enumerated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The total is negative.</exception>
    public static IEnumerable<T> WithProgress<T>(this IEnumerable<T> items, string title = "", long? total = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfNegative(total ?? 0, nameof(total));
        return Enumerate(items, title, total ?? (items.TryGetNonEnumeratedCount(out int count) ? count : null));
    }

    /// <summary>As the other overload, of an asynchronous sequence: <c>await foreach (var photo in photos.WithProgress("Reading", total: 250)) ...</c>.</summary>
    /// <param name="items">The sequence.</param>
    /// <param name="title">What is being done; default: nothing is said of that.</param>
    /// <param name="total">How many items will come; default: not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">The total is negative.</exception>
    public static IAsyncEnumerable<T> WithProgress<T>(this IAsyncEnumerable<T> items, string title = "", long? total = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfNegative(total ?? 0, nameof(total));
        return EnumerateAsync(items, title, total);
    }

    private static IEnumerable<T> Enumerate<T>(IEnumerable<T> items, string title, long? total)
    {
        ProgressBar? bar = ProgressBar.Begin(NewDisplayId, title, total);
        bool whole = false;
        try
        {
            foreach (T item in items)
            {
                bar?.Next();
                yield return item;
            }

            whole = true;
        }
        finally
        {
            bar?.End(whole);
        }
    }

    private static async IAsyncEnumerable<T> EnumerateAsync<T>(
        IAsyncEnumerable<T> items, string title, long? total, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ProgressBar? bar = ProgressBar.Begin(NewDisplayId, title, total);
        bool whole = false;
        try
        {
            await foreach (T item in items.WithCancellation(cancellation).ConfigureAwait(false))
            {
                bar?.Next();
                yield return item;
            }

            whole = true;
        }
        finally
        {
            bar?.End(whole);
        }
    }
}
