namespace SmileNotebooks.Charts;

/// <summary>How a figure with a slider, a drop-down or a play button begins and is labelled.</summary>
public sealed record StepOptions
{
    /// <summary>What stands behind the value, such as <c>s</c>; nothing by default.</summary>
    public string? Unit { get; init; }

    /// <summary>Which step is shown first, counted from 0; the first one by default. Readers without scripts, and paper, see this one.</summary>
    public int Shown { get; init; }

    /// <summary>Words for the steps, one each; by default numbers with up to six digits, and texts as they are.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>How long a step stands while an animation plays, in seconds; .25 by default.</summary>
    public double SecondsPerStep { get; init; } = .25;
}
