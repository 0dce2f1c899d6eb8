// One choice of an analysis, and what could be chosen.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>One thing that could be chosen.</summary>
/// <param name="Name">Short, as it stands beside a figure.</param>
/// <param name="Apply">The pipeline with this chosen.</param>
public sealed record ChoiceOption(string Name, Func<EmgPipeline, EmgPipeline> Apply);

/// <summary>A choice of an analysis and its options, each of which someone would defend. Immutable.</summary>
/// <param name="Name">What is chosen, as in "baseline".</param>
/// <param name="Options">What could be: at least one, each with a name of its own.</param>
public sealed record Choice(string Name, ImmutableArray<ChoiceOption> Options)
{
    /// <summary>A choice of one's own: <c>Choice.Of("bins", ("100 ms", p => p with { BinSeconds = .1 }), ("500 ms", p => p with { BinSeconds = .5 }))</c>.</summary>
    /// <param name="name">What is chosen.</param>
    /// <param name="options">Names, and the pipeline with each chosen.</param>
    public static Choice Of(string name, params IEnumerable<(string Name, Func<EmgPipeline, EmgPipeline> Apply)> options) =>
        new(name, [.. options.Select(option => new ChoiceOption(option.Name, option.Apply))]);

    /// <summary>How responses are counted.</summary>
    public static Choice Baselines(params IEnumerable<Baseline> baselines) =>
        Of("baseline", baselines.Select(baseline => (PipelineWords.Name(baseline), (Func<EmgPipeline, EmgPipeline>)(pipeline => pipeline with { Baseline = baseline }))));

    /// <summary>When responses are measured: seconds from the event.</summary>
    /// <exception cref="ArgumentException">A window that ends before it begins.</exception>
    public static Choice Windows(params IEnumerable<(double From, double To)> windows) =>
        Of("window", windows.Select(Sound).Select(window => (PipelineWords.Seconds(window.From, window.To), (Func<EmgPipeline, EmgPipeline>)(pipeline => pipeline with { WindowFrom = window.From, WindowTo = window.To }))));

    /// <summary>Whether responses are standardised within participants.</summary>
    public static Choice Standardisations(params IEnumerable<Standardisation> standardisations) =>
        Of("standardisation", standardisations.Select(one => (PipelineWords.Name(one), (Func<EmgPipeline, EmgPipeline>)(pipeline => pipeline with { Standardisation = one }))));

    /// <summary>How amplitudes are made: bands, notches, smoothing.</summary>
    public static Choice Filters(params IEnumerable<EmgProcessing> filters) =>
        Of("filter", filters.Select(filter => (filter.ToString(), (Func<EmgPipeline, EmgPipeline>)(pipeline => pipeline with { Processing = filter }))));

    /// <summary>Which trials are left out; null for none.</summary>
    public static Choice Rejections(params IEnumerable<RejectionOptions?> rejections) =>
        Of("rejection", rejections.Select(one => (PipelineWords.Name(one), (Func<EmgPipeline, EmgPipeline>)(pipeline => pipeline with { Rejection = one }))));

    /// <summary>What of the window is the response.</summary>
    public static Choice Summaries(params IEnumerable<WindowSummary> summaries) =>
        Of("summary", summaries.Select(one => (one.ToString().ToLowerInvariant(), (Func<EmgPipeline, EmgPipeline>)(pipeline => pipeline with { Summary = one }))));

    internal void Check()
    {
        string[] names = [.. Options.IsDefault ? [] : Options.Select(option => option.Name)];
        if (string.IsNullOrWhiteSpace(Name) || names.Length == 0 || names.Any(string.IsNullOrWhiteSpace) || names.Distinct().Count() < names.Length)
        {
            throw new ArgumentException($"The choice \"{Name}\" has the options {(names.Length == 0 ? "none" : string.Join("; ", names.Select(name => $"\"{name}\"")))}; expected a name, and at least one option, each with a name of its own.");
        }
    }

    private static (double From, double To) Sound((double From, double To) window) => window.From < window.To
        ? window
        : throw new ArgumentException(FormattableString.Invariant($"A window from {window.From} to {window.To} s, expected an end after its start."), nameof(window));
}
