// Every choice between recordings and the table of trials, in one record.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The choices of an analysis of facial electromyograms, from the samples of a channel to one response a trial. Immutable; equal by value:
/// <c>pipeline with { WindowTo = 3 }</c> is the same analysis with another window.</summary>
/// <remarks>Steps are always taken in this order: amplitude (<see cref="Processing"/>), epochs, artefacts (on samples), bins, baselines far from the others, baseline
/// correction, window, standardisation. docs/your-own-study.md says what each choice does; <see cref="Multiverse"/> runs many of them.</remarks>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed partial record EmgPipeline
{
    private readonly ValueSequence<string> _conditions = new(["Happy", "Angry", "Neutral"]);

    /// <summary>The channel, which is called after its muscle. Default zygomaticus.</summary>
    public string Muscle { get; init; } = "zygomaticus";

    /// <summary>Labels of the events, in the order of the conditions. Default Happy, Angry, Neutral.</summary>
    public ImmutableArray<string> Conditions
    {
        get => _conditions.Items;
        init => _conditions = new(value);
    }

    /// <summary>How amplitudes are made. Default: the band 20 to 450 Hz and the root mean square over 50 ms; <see cref="EmgProcessing.AsRecorded"/> for channels that are amplitudes.</summary>
    public EmgProcessing Processing { get; init; } = new();

    /// <summary>Where epochs begin: seconds from the event. Default -2.</summary>
    public double From { get; init; } = -2;

    /// <summary>Where epochs end: seconds from the event, excluded. Default 6.</summary>
    public double To { get; init; } = 6;

    /// <summary>Amplitudes are averaged over bins of so many seconds; null for samples as they are. Default .1. The mean of a window does not depend on it, its peak does.</summary>
    public double? BinSeconds { get; init; } = 0.1;

    /// <summary>Which trials are left out as artefacts; null for none. Default: a gap, a flat signal, or a baseline beyond 3 SD of the participant's.</summary>
    public RejectionOptions? Rejection { get; init; } = RejectionOptions.Default;

    /// <summary>How responses are counted. Default: log ratio to the 2 s before the event.</summary>
    public Baseline Baseline { get; init; } = new(BaselineMethod.LogRatio, -2, 0);

    /// <summary>Where the window of the response begins: seconds from the event. Default 2.</summary>
    public double WindowFrom { get; init; } = 2;

    /// <summary>Where it ends, excluded. Default 4.</summary>
    public double WindowTo { get; init; } = 4;

    /// <summary>What of the window is the response. Default: the mean.</summary>
    public WindowSummary Summary { get; init; } = WindowSummary.Mean;

    /// <summary>Whether responses are standardised within participants. Default: not.</summary>
    public Standardisation Standardisation { get; init; } = Standardisation.None;

    /// <summary>The choices, one a row.</summary>
    public ResultTable ToTable() => PipelineTable.Of(this);

    /// <summary>As in <c>zygomaticus: as recorded; -2 to 6 s; log ratio to baseline (-2 to 0 s); mean of 2 to 4 s</c>.</summary>
    public override string ToString() => $"{Muscle}: {string.Join("; ", PipelineWords.Of(this).Skip(2).Select(choice => choice.Value))}";
}
