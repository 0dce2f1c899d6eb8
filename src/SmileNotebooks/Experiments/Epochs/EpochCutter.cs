// One signal cut into epochs.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>What was cut out of one recording.</summary>
/// <param name="Participant">Whose it is.</param>
/// <param name="Epochs">Its epochs.</param>
/// <param name="Labels">All labels of its events, with how many there are of each.</param>
/// <param name="Positions">How many events of the conditions it has, left out or not.</param>
internal sealed record CutRecording(string Participant, Epochs Epochs, ImmutableDictionary<string, int> Labels, int Positions);

/// <summary>Cuts signals into epochs.</summary>
internal sealed class EpochCutter
{
    private readonly ImmutableArray<string> _conditions;
    private readonly double _from;
    private readonly double _to;

    public EpochCutter(IReadOnlyList<string> conditions, double from, double to)
    {
        SampleWindow.RequireOrdered(from, to, "epoch");
        if (conditions.Count == 0 || conditions.Any(string.IsNullOrWhiteSpace) || conditions.Distinct().Count() < conditions.Count)
        {
            throw new ArgumentException($"Labels of events are asked for as \"{string.Join("\", \"", conditions)}\", expected at least one, none of them empty and none twice.", nameof(conditions));
        }

        _conditions = [.. conditions];
        _from = from;
        _to = to;
    }

    public static string[] LabelsOf(string events) => events.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public CutRecording Cut(EmgSignal signal)
    {
        long first = SampleWindow.FirstAt(_from, signal.SamplingRate);
        int count = checked((int)(SampleWindow.FirstAt(_to, signal.SamplingRate) - first));
        if (count < 1)
        {
            throw new ArgumentException(Invariant($"An epoch from {_from} to {_to} s holds no sample of {signal.SamplingRate} Hz."));
        }

        List<Epoch> epochs = [];
        List<Exclusion> exclusions = [];
        RecordingEvent[] events = [.. signal.Events.Where(one => _conditions.Contains(one.Label)).OrderBy(one => one.Onset)];
        Dictionary<string, int> trials = [];
        foreach ((int index, RecordingEvent one) in events.Index())
        {
            int trial = trials[one.Label] = trials.GetValueOrDefault(one.Label) + 1;

            // A half goes to the even sample, as NumPy and with it MNE round.
            double start = Math.Round(one.Onset * signal.SamplingRate, MidpointRounding.ToEven) + first;
            if (start >= 0 && start + count <= signal.Samples.Length)
            {
                epochs.Add(new Epoch(signal.Participant, one.Label, trial, index + 1, one.Onset, signal.Samples.Slice((int)start, count).ToArray()));
            }
            else
            {
                exclusions.Add(new Exclusion(signal.Participant, one.Label, trial, EdgeReason(one, start, count, signal)) { Kind = ExclusionKind.Edge, Muscle = signal.Muscle });
            }
        }

        return new CutRecording(
            signal.Participant,
            new Epochs
            {
                Items = [.. epochs],
                Muscle = signal.Muscle,
                Unit = signal.Unit,
                SamplingRate = signal.SamplingRate,
                From = first / signal.SamplingRate,
                Conditions = _conditions,
                Samples = count,
                IsAmplitude = signal.IsAmplitude,
                Exclusions = [.. exclusions],
                Remarks = Overlaps(epochs, count / signal.SamplingRate),
                Steps = signal.Steps.Add(Invariant($"epochs from {_from} to {_to} s")),
                Simulated = signal.Simulated,
            },
            signal.Events.CountBy(one => one.Label).ToImmutableDictionary(),
            events.Length);
    }

    private string EdgeReason(RecordingEvent one, double start, int count, EmgSignal signal)
    {
        string window = Invariant($"the epoch {_from} to {_to} s of the event at {one.Onset:0.######} s");
        return !double.IsFinite(one.Onset) ? "the event has no onset"
            : start < 0 ? Invariant($"{window} begins {-start / signal.SamplingRate:0.######} s before the recording")
            : Invariant($"{window} ends {(start + count - signal.Samples.Length) / signal.SamplingRate:0.######} s after the recording");
    }

    private static ImmutableArray<string> Overlaps(List<Epoch> epochs, double duration)
    {
        int overlapping = epochs.Zip(epochs.Skip(1), (one, next) => next.EventTime - one.EventTime).Count(distance => distance < duration - 1e-9);
        return overlapping == 0 ? [] : [$"{epochs[0].Participant}: {overlapping} of {epochs.Count} epochs overlap the one before"];
    }
}
