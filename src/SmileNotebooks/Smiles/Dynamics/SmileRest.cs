namespace SmileNotebooks;

/// <summary>Where the mouth at rest is taken from.</summary>
public enum SmileRest
{
    /// <summary>The low quiet moments of the clip: those that hardly move, and of these the lowest fifth. Holds where a clip begins with a smile.</summary>
    QuietMoments,

    /// <summary>The beginning of the clip, <see cref="SmileDynamicsOptions.RestSeconds"/> long: for clips that are known to begin neutral, as those of UvA-NEMO.</summary>
    Beginning,
}
