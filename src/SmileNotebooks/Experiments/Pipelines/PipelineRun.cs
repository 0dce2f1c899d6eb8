// What a pipeline gave, and what was done to get it.
using System.Collections.Immutable;
using System.Reflection;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>An analysis that was run: its choices, its trials, what was left out, and of what. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record PipelineRun
{
    /// <summary>The choices.</summary>
    public required EmgPipeline Pipeline { get; init; }

    /// <summary>One response a trial, and what was left out.</summary>
    public required TrialTable Trials { get; init; }

    /// <summary>The epochs that the trials were made of, counted from their baselines: for time courses. A standardisation of trials is not in them.</summary>
    public required Epochs Epochs { get; init; }

    /// <summary>What it was run on.</summary>
    public required PipelineSource Source { get; init; }

    /// <summary>The name and version of the library that ran it, as in SmileNotebooks 0.1.0.</summary>
    public string Software { get; init; } = LibrarySoftware;

    /// <summary>How the data were simulated; null for data that were recorded.</summary>
    public string? Simulated => Trials.Simulated;

    /// <summary>Events of the conditions that were found, left out or not.</summary>
    public int Found => Trials.Count + Trials.Exclusions.Count(exclusion => exclusion.Trial is not null);

    /// <summary>Counts of what was left out.</summary>
    public ExclusionReport Report() => Trials.Report();

    /// <summary>As in <c>237 of 240 trials of 20 participants; 20 recordings at 100 Hz, mV</c>.</summary>
    public override string ToString() => Invariant(
        $"{Trials.Count} of {Plural.Of(Found, "trial")} of {Plural.Of(Trials.Participants.Length, "participant")}: {Pipeline.Muscle}, {Trials.Measure}; {Source}{(Simulated is null ? "" : $"; {Simulated}")}");

    internal static string LibrarySoftware { get; } = $"SmileNotebooks {Version}";

    // What stands after a plus is the commit of a build, which changes no number.
    internal static string Version => typeof(PipelineRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
