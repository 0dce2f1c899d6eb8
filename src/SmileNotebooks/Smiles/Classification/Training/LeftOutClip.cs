namespace SmileNotebooks;

/// <summary>A listed clip that gives no smile to learn from.</summary>
/// <param name="Clip">Its name in the list.</param>
/// <param name="Person">Who is in it; null where the list does not say.</param>
/// <param name="Label">Its label; null where it has none.</param>
/// <param name="Why">As in <c>no face</c>.</param>
public sealed record LeftOutClip(string Clip, string? Person, bool? Label, string Why)
{
    /// <summary>As in <c>b.mp4: no face</c>.</summary>
    public override string ToString() => $"{Clip}: {Why}";
}
