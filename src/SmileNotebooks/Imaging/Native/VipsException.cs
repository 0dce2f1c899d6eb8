namespace SmileNotebooks;

/// <summary>An operation of libvips failed. Never leaves the room: what knows the file says so in a <see cref="PictureException"/>.</summary>
internal sealed class VipsException(string message) : Exception(message)
{
    /// <summary>Takes libvips's own words, which may be a parallel caller's: they are a hint, not the message that a person sees.</summary>
    public static VipsException FromLibrary(string operation) => new($"{operation}: {VipsNative.TakeError()}");
}
