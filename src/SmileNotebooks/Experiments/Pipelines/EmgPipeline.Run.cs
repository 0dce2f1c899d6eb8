// Running the choices.
using System.Collections.Immutable;

namespace SmileNotebooks;

public sealed partial record EmgPipeline
{
    /// <summary>Runs the choices on the recordings of a study.</summary>
    /// <param name="recordings">The recordings; read in parallel, and only their epochs are kept.</param>
    /// <returns>The trials, what was left out, and what was done.</returns>
    /// <exception cref="ArgumentException">No such channel, no event of a condition, or choices that do not go together (a ratio of a signal that is no amplitude, a window that
    /// reaches beyond the epochs, a filter that the sampling rate cannot hold); the message names them.</exception>
    public PipelineRun Run(RecordingSet recordings)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        return Respond(Cut(recordings));
    }

    /// <summary>Runs the choices on epochs of amplitudes that were cut before: of clips (<see cref="ClipList.Epochs"/>), of a simulation, or by hand. <see cref="Muscle"/>,
    /// <see cref="Conditions"/>, <see cref="From"/>, <see cref="To"/>, <see cref="BinSeconds"/> and <see cref="Processing"/> are then what the epochs are, and the run says so.</summary>
    /// <param name="epochs">Epochs without a baseline correction.</param>
    /// <exception cref="ArgumentException">Epochs that are counted from a baseline already, or choices that do not go together.</exception>
    public PipelineRun Run(Epochs epochs)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        return Of(epochs).Respond(new(ScreenedOf(epochs), SourceOf(epochs)));
    }

    /// <summary>Runs the choices on the data of a study, recordings or epochs.</summary>
    /// <inheritdoc cref="Run(RecordingSet)"/>
    /// <param name="study">The data.</param>
    public PipelineRun Run(StudyData study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return study.Recordings is not null ? Run(study.Recordings) : Run(study.Epochs!);
    }

    /// <summary>The pipeline with what epochs that were cut before fix.</summary>
    internal EmgPipeline Of(Epochs epochs) => epochs.Baseline.Method != BaselineMethod.None
        ? throw new ArgumentException($"The epochs of {epochs.Muscle} are counted already as {epochs.Measure}; a pipeline counts them itself.", nameof(epochs))
        : this with
        {
            Muscle = epochs.Muscle,
            Conditions = epochs.Conditions,
            Processing = EmgProcessing.AsRecorded,
            From = epochs.From,
            To = epochs.TimeOf(epochs.Samples),
            BinSeconds = epochs.BinWidth > 0 ? epochs.BinWidth : null,
        };

    /// <summary>What of the choices is done while recordings are read: pipelines that agree in it share their epochs.</summary>
    internal EmgPipeline Stage => this with
    {
        Rejection = Rejection is null ? null : Rejection with { BaselineDeviations = null, BaselineFrom = null, BaselineTo = null },
        Baseline = Baseline.None,
        WindowFrom = 0,
        WindowTo = 0,
        Summary = WindowSummary.Mean,
        Standardisation = Standardisation.None,
    };

    /// <summary>Epochs without artefacts, before anything is counted.</summary>
    internal CutStudy Cut(RecordingSet recordings)
    {
        // All recordings have the same rate, or cutting throws: whichever thread writes last writes the same.
        double rate = 0;
        Epochs Screened(Epochs cut)
        {
            Volatile.Write(ref rate, cut.SamplingRate);
            Epochs kept = ScreenedOf(cut);
            return BinSeconds is { } bin ? kept.Bins(bin) : kept;
        }

        Epochs epochs = recordings.Emg(Muscle).Process(Processing.Apply).Epochs(Conditions, From, To, Screened);
        return new(epochs, new PipelineSource(PipelineSourceKind.Recordings, recordings.Count, rate, epochs.Unit));
    }

    /// <summary>The epochs as this pipeline screens them where they were cut before.</summary>
    internal CutStudy Cut(Epochs epochs) => new(ScreenedOf(epochs), SourceOf(epochs));

    /// <summary>From epochs to trials.</summary>
    internal PipelineRun Respond(CutStudy cut)
    {
        Epochs counted = Counted(cut.Epochs);

        // Gaps and flat signals were judged on samples; bins of what was allowed to have a gap must not be judged again.
        counted = Rejection is { BaselineDeviations: not null } ? counted.Reject(Rejection with { MissingShare = 1, FlatSeconds = double.MaxValue, Lowest = null, Highest = null }) : counted;
        TrialTable trials = counted.Window(WindowFrom, WindowTo, Summary);
        return new PipelineRun
        {
            Pipeline = this,
            Trials = Standardisation == Standardisation.ZScore ? trials.Standardised() : trials,
            Epochs = counted,
            Source = cut.Source,
        };
    }

    private Epochs ScreenedOf(Epochs cut) => Rejection is null ? cut : cut.Reject(Rejection with { BaselineDeviations = null });

    private Epochs Counted(Epochs epochs) => Baseline.Method switch
    {
        BaselineMethod.LogRatio => epochs.LogRatioTo(Baseline.From, Baseline.To),
        BaselineMethod.Percent => epochs.PercentOf(Baseline.From, Baseline.To),
        BaselineMethod.Difference => epochs.DifferenceFrom(Baseline.From, Baseline.To),
        BaselineMethod.ZScore => epochs.ZScored(),
        _ => epochs,
    };

    private static PipelineSource SourceOf(Epochs epochs) => ClipEpochs.SourceOf(epochs)
        ?? new PipelineSource(PipelineSourceKind.Epochs, epochs.Items.Length + epochs.Exclusions.Count(one => one.Trial is not null), epochs.SamplingRate, epochs.Unit) { Before = string.Join(", ", epochs.Steps) };
}

/// <summary>Epochs before anything is counted, and what they were cut from.</summary>
/// <param name="Epochs">The epochs.</param>
/// <param name="Source">What they were cut from.</param>
internal sealed record CutStudy(Epochs Epochs, PipelineSource Source);
