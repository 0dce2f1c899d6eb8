// The values that a notebook's `using` declarations own.
using System.ComponentModel;

namespace SmileNotebooks.Host;

/// <summary>Called by rewritten cell code (<c>using var</c> at a cell's top level); not meant to be called by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NotebookOwned : IAsyncDisposable
{
    private static readonly AsyncLocal<NotebookOwned?> s_current = new();
    private readonly Lock _lock = new();
    private readonly List<(string Name, object Value)> _owned = [];

    internal NotebookOwned()
    {
    }

    internal static NotebookOwned? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    /// <summary>Gives a value to the notebook to dispose of at its end; one of the same name is disposed of now.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">The value; null is allowed, as in any <c>using</c>.</param>
    /// <exception cref="InvalidOperationException">The value cannot be disposed of.</exception>
    public static void Add(string name, object? value)
    {
        if (value is not (null or IDisposable or IAsyncDisposable))
        {
            throw new InvalidOperationException($"`using var {name}`: {value.GetType().Name} is not disposable (it is neither IDisposable nor IAsyncDisposable).");
        }

        Current?.Replace(name, value);
    }

    /// <summary>Disposes of all values, the last first; one that throws does not keep the others.</summary>
    /// <exception cref="AggregateException">Some threw.</exception>
    public async ValueTask DisposeAsync()
    {
        List<Exception> errors = [];
        foreach (object value in TakeAll())
        {
            try
            {
                await DisposeOfAsync(value).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever a value throws is told when all are disposed of.
            catch (Exception error)
#pragma warning restore CA1031
            {
                errors.Add(error);
            }
        }

        if (errors.Count > 0)
        {
            throw new AggregateException(errors);
        }
    }

    private object[] TakeAll()
    {
        lock (_lock)
        {
            object[] values = [.. _owned.Select(owned => owned.Value).Reverse()];
            _owned.Clear();
            return values;
        }
    }

    private void Replace(string name, object? value)
    {
        object? previous;
        lock (_lock)
        {
            previous = _owned.Find(owned => owned.Name == name).Value;
            _owned.RemoveAll(owned => owned.Name == name);
            if (value is not null)
            {
                _owned.Add((name, value));
            }
        }

        if (previous is not null && !ReferenceEquals(previous, value))
        {
            DisposeOfAsync(previous).AsTask().GetAwaiter().GetResult();
        }
    }

    private static async ValueTask DisposeOfAsync(object value)
    {
        if (value is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            ((IDisposable)value).Dispose();
        }
    }
}
