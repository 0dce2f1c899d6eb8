// What the rooms of experiments need to know of a measured face, and no more: numbers over time. The rooms of faces and action units stay where they are.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>One measure of one face over one clip, as in <c>new ClipMeasure(series.Clip, series.Times, series["AU12_r"])</c>. Immutable.</summary>
/// <param name="Clip">The name of the clip; a path counts as its file name without extension.</param>
/// <param name="Times">When each frame is shown, seconds from the beginning of the clip; ascending.</param>
/// <param name="Values">The measure in each frame, such as the intensity of an action unit; NaN where the face was not found.</param>
public sealed record ClipMeasure(string Clip, ImmutableArray<double> Times, ImmutableArray<double> Values)
{
    /// <summary>How the clip was simulated; null for one that was recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>The name that a list of clips knows it by.</summary>
    internal string Name => NameOf(Clip);

    internal static string NameOf(string clip) => Path.GetFileNameWithoutExtension(clip.Trim());
}
