namespace SmileNotebooks;

/// <summary>Writes values of this library in one MIME type.</summary>
/// <param name="mimeType">One of <see cref="MimeTypes"/>.</param>
public sealed class ValueFormatter(string mimeType)
{
    /// <summary>The MIME type of what is written.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes a value. (The convention looks the method up by name: it must stay the only one of its name.)</summary>
    /// <param name="instance">The value.</param>
    /// <param name="writer">Where the text goes; untouched if the answer is false.</param>
    /// <returns>False if the value has no form in this MIME type.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is null || ValueDisplays.For(instance.GetType())?.Render(instance, MimeType) is not string text)
        {
            return false;
        }

        writer.Write(text);
        return true;
    }
}
