// What every cell can call without a `using`: the display functions of the .NET Interactive dialect.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>Functions that cells call to show values. They show in the cell that (directly, or by async calls) runs them.</summary>
#pragma warning disable CA1708 // `display(x)` and `x.Display()`: the dialect has both.
public static partial class NotebookFunctions
#pragma warning restore CA1708
{
    private static int s_displays;

#pragma warning disable IDE1006, CA1707 // The dialect's own spelling.
    /// <summary>Shows a value now.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The MIME types to show; default: all that it has.</param>
    /// <returns>A handle by which the shown value can be replaced.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => Show(value, mimeTypes);
#pragma warning restore IDE1006, CA1707

    /// <summary>Shows this value now.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The MIME types to show; default: all that it has.</param>
    /// <returns>A handle by which the shown value can be replaced.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue Display<T>(this T value, params string[] mimeTypes) => Show(value, mimeTypes);

    /// <summary>Shows this text as being of a MIME type: <c>"&lt;b&gt;hi&lt;/b&gt;".DisplayAs("text/html")</c>.</summary>
    /// <param name="text">The text, in that type.</param>
    /// <param name="mimeType">The MIME type.</param>
    /// <returns>A handle by which the shown value can be replaced.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue DisplayAs(this string text, string mimeType) => Show(new MimeText(mimeType, text), []);

    /// <summary>Text that is HTML, as a value: a cell that ends in it shows it as HTML.</summary>
    /// <param name="html">The HTML, not escaped.</param>
    public static MimeText HTML(string html) => new("text/html", html);

    /// <summary>Takes away what the cell has put out so far.</summary>
    /// <param name="wait">True: only when the cell puts out something new, so that nothing flickers. Default: at once.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static void ClearOutput(bool wait = false)
    {
        CellContext cell = CellContext.Current
            ?? throw new InvalidOperationException("ClearOutput clears the output of the cell that is running, and none is.");
        cell.Put(new ClearOutput(wait));
    }

    private static DisplayedValue Show(object? value, string[] mimeTypes)
    {
        CellContext cell = CellContext.Current
            ?? throw new InvalidOperationException("display shows a value in the cell that is running, and none is.");
        string id = NewDisplayId();
        cell.Put(new DisplayOutput(Formatting.Bundle(value, mimeTypes), id));
        return new DisplayedValue(id, mimeTypes);
    }

    private static string NewDisplayId() => $"display-{Interlocked.Increment(ref s_displays)}";
}

/// <summary>Text of a stated MIME type, shown as that.</summary>
/// <param name="MimeType">The MIME type.</param>
/// <param name="Text">The text.</param>
public sealed record MimeText(string MimeType, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A value that a cell has shown.</summary>
public sealed class DisplayedValue
{
    private readonly string[] _mimeTypes;

    internal DisplayedValue(string displayId, string[] mimeTypes)
    {
        DisplayId = displayId;
        _mimeTypes = mimeTypes;
    }

    /// <summary>The handle, unique in the process.</summary>
    public string DisplayId { get; }

    /// <summary>Replaces what is shown, in the same MIME types.</summary>
    /// <param name="value">The new value.</param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public void Update(object? value)
    {
        CellContext cell = CellContext.Current
            ?? throw new InvalidOperationException("Update changes a value from a cell that is running, and none is.");
        cell.Put(new DisplayUpdate(Formatting.Bundle(value, _mimeTypes), DisplayId));
    }
}
