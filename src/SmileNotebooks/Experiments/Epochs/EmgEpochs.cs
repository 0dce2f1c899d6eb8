// From signals to epochs.
namespace SmileNotebooks;

/// <summary>Cuts electromyograms into epochs around events.</summary>
/// <remarks>
/// <para>Windows are half-open: an epoch from -2 to 6 s at 100 Hz has 800 samples, the first 2 s before the event's sample and the last 5.99 s after it. The sample of an
/// event is its onset times the sampling rate, rounded to the nearest (a half to the even one, as MNE does). No sample is interpolated.</para>
/// <para>An event whose window does not fit in the recording is left out, with its reason in <see cref="SmileNotebooks.Epochs.Exclusions"/>; so is a condition of which a
/// participant has no event, unless each participant has events of one condition only: then conditions are between participants, which <see cref="SmileNotebooks.Epochs.Remarks"/>
/// says. Events may overlap; <see cref="SmileNotebooks.Epochs.Remarks"/> says how many do.</para>
/// </remarks>
public static class EmgEpochs
{
    /// <summary>Epochs around the events of one recording.</summary>
    /// <param name="signal">A signal with events.</param>
    /// <param name="events">Labels of events, separated by blanks, as in <c>"Happy Angry Neutral"</c>: the conditions, in this order.</param>
    /// <param name="from">Where epochs begin: seconds from the event, negative before it.</param>
    /// <param name="to">Where they end: seconds from the event, excluded.</param>
    /// <exception cref="ArgumentException">No event of a label; the message names the labels that there are. Or a window without samples.</exception>
    public static Epochs Epochs(this EmgSignal signal, string events, double from, double to) => signal.Epochs(EpochCutter.LabelsOf(events), from, to);

    /// <inheritdoc cref="Epochs(EmgSignal, string, double, double)"/>
    /// <param name="signal">A signal with events.</param>
    /// <param name="events">Labels of events, which may hold blanks.</param>
    /// <param name="from">Where epochs begin: seconds from the event, negative before it.</param>
    /// <param name="to">Where they end: seconds from the event, excluded.</param>
    public static Epochs Epochs(this EmgSignal signal, IReadOnlyList<string> events, double from, double to) =>
        EpochMerger.Merge([new EpochCutter(events, from, to).Cut(signal)], signal.Muscle, events);

    /// <summary>Epochs around the events of each recording of a study. Recordings are read in parallel, at most one for each processor at a time, and only their epochs are
    /// kept; the result does not depend on the number of processors.</summary>
    /// <param name="signals">The signals of a study.</param>
    /// <param name="events">Labels of events, separated by blanks, as in <c>"Happy Angry Neutral"</c>: the conditions, in this order.</param>
    /// <param name="from">Where epochs begin: seconds from the event, negative before it.</param>
    /// <param name="to">Where they end: seconds from the event, excluded.</param>
    /// <param name="each">What is done to the epochs of a recording before the next one is read; by default nothing. <c>epochs => epochs.Bins(0.1)</c> keeps a thousand
    /// recordings of 1,000 Hz in a hundredth of the memory.</param>
    /// <exception cref="ArgumentException">No event of a label in any recording (the message names the labels that there are), a recording without a participant among several,
    /// recordings of different sampling rates or units, or a window without samples.</exception>
    public static Epochs Epochs(this EmgSignalSet signals, string events, double from, double to, Func<Epochs, Epochs>? each = null) =>
        signals.Epochs(EpochCutter.LabelsOf(events), from, to, each);

    /// <inheritdoc cref="Epochs(EmgSignalSet, string, double, double, Func{Epochs, Epochs})"/>
    /// <param name="signals">The signals of a study.</param>
    /// <param name="events">Labels of events, which may hold blanks.</param>
    /// <param name="from">Where epochs begin: seconds from the event, negative before it.</param>
    /// <param name="to">Where they end: seconds from the event, excluded.</param>
    /// <param name="each">What is done to the epochs of a recording before the next one is read; by default nothing.</param>
    public static Epochs Epochs(this EmgSignalSet signals, IReadOnlyList<string> events, double from, double to, Func<Epochs, Epochs>? each = null)
    {
        EpochCutter cutter = new(events, from, to);
        CutRecording[] recordings = InOrder.Select(signals.Count, index =>
        {
            CutRecording cut = cutter.Cut(signals[index]);
            return each is null ? cut : cut with { Epochs = each(cut.Epochs) };
        });
        return EpochMerger.Merge(recordings, signals.Muscle, events);
    }
}
