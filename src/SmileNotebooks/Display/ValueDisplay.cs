// How a value is shown, apart from the value: a room defines its types, Charts (which knows all rooms) says how they look.
namespace SmileNotebooks;

/// <summary>Shows values of one type. Has a parameterless constructor and holds no state.</summary>
internal abstract class ValueDisplay
{
    /// <summary>The value as text of a MIME type.</summary>
    /// <returns>Null where the value has no such form.</returns>
    public abstract string? Render(object value, string mimeType);
}

/// <summary>Shows values of type <typeparamref name="T"/>.</summary>
internal abstract class ValueDisplay<T> : ValueDisplay
    where T : notnull
{
    public sealed override string? Render(object value, string mimeType) =>
        value is T typed ? Render(typed, mimeType) : null;

    protected abstract string? Render(T value, string mimeType);
}
