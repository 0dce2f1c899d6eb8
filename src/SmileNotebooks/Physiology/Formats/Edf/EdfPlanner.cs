// Chooses the duration of records.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Finds the records that a recording fits into.</summary>
internal static class EdfPlanner
{
    // What the standard recommends as the greatest size of a record.
    private const int MostBytes = 61_440;

    // A shorter record that makes the filling of the last one unnecessary is worth its annotations down to this.
    private const double LeastExactSeconds = 0.1;

    private static readonly double[] Usual = [1, 0.5, 0.25, 0.2, 0.1, 0.05, 0.04, 0.025, 0.02, 0.01, .. Enumerable.Range(2, 59).Select(seconds => (double)seconds)];

    /// <exception cref="ArgumentException">There are no records that all channels fit into.</exception>
    public static EdfPlan Plan(Recording recording, IReadOnlyList<EdfScan> scans, EdfOptions options)
    {
        ImmutableArray<Channel> channels = recording.Channels;
        RequireSamples(channels, scans);
        EdfPlan[] plans = [.. Durations(channels, options).Select(duration => EdfPlan.For(duration, channels, scans)).OfType<EdfPlan>().Take(Usual.Length)];
        if (plans.Length == 0)
        {
            throw Impossible(channels, scans, options);
        }

        EdfPlan plan = plans.FirstOrDefault(plan => AsRead(channels).Contains(plan.Duration) && IsExact(plan, channels))
            ?? plans.FirstOrDefault(plan => plan.Duration >= LeastExactSeconds && Bytes(plan) <= MostBytes && IsExact(plan, channels))
            ?? plans.FirstOrDefault(plan => Bytes(plan) <= MostBytes)
            ?? plans[0];
        double? end = IsExact(plan, channels) ? null : EndOf(channels);
        RequireSamePauses(plan, end, channels, scans);
        return plan with { End = end };
    }

    private static IEnumerable<double> Durations(ImmutableArray<Channel> channels, EdfOptions options)
    {
        if (options.RecordDuration is { } wanted)
        {
            return wanted > 0 && EdfNumber.Exact(wanted) is not null
                ? [wanted]
                : throw new ArgumentException(FormattableString.Invariant($"Records of {wanted} s, expected a positive number of at most eight characters."), nameof(options));
        }

        double fastest = channels.Max(channel => channel.SamplingRate);

        // Odd rates, as of recorders that count microseconds from sample to sample, and odd pauses.
        IEnumerable<double> odd = Enumerable.Range(1, (int)Math.Clamp(fastest, 1, 100_000)).Reverse().Select(samples => samples / fastest);
        return AsRead(channels).Concat(Usual).Concat(odd).Where(duration => EdfNumber.Exact(duration) is { } text && !text.Contains('E'));
    }

    private static IEnumerable<double> AsRead(ImmutableArray<Channel> channels) =>
        channels.Select(channel => channel.Source).OfType<EdfSamples>().Select(source => source.Header.RecordDuration).Distinct();

    private static long Bytes(EdfPlan plan) => plan.SamplesPerRecord.Sum(samples => 2L * samples);

    private static bool IsExact(EdfPlan plan, ImmutableArray<Channel> channels) => Enumerable.Range(0, channels.Length).All(
        channel => EdfPlan.StartOf(plan.Runs[^1], channels[channel].SamplingRate) + plan.Capacity(channel, plan.Runs[^1]) == channels[channel].SampleCount);

    // The one time that gives back the length of every channel.
    private static double EndOf(ImmutableArray<Channel> channels)
    {
        double[] ends = [.. channels.Select(channel => channel.Duration).Distinct().Where(end => channels.All(channel => (long)Math.Round(end * channel.SamplingRate) == channel.SampleCount))];
        return ends.Length > 0
            ? ends[0]
            : throw new ArgumentException(FormattableString.Invariant(
                $"Channel {channels.MinBy(channel => channel.Duration)!.Name} ends at {channels.Min(channel => channel.Duration)} s and channel {channels.MaxBy(channel => channel.Duration)!.Name} at {channels.Max(channel => channel.Duration)} s, expected channels that end together."));
    }

    private static void RequireSamples(ImmutableArray<Channel> channels, IReadOnlyList<EdfScan> scans)
    {
        for (int i = 0; i < channels.Length; i++)
        {
            IReadOnlyList<(long Start, long End)> stretches = scans[i].Stretches;
            if (stretches.Count == 0 || stretches[0].Start != 0 || stretches[^1].End != channels[i].SampleCount)
            {
                throw new ArgumentException(
                    $"Channel {channels[i].Name} has {(stretches.Count == 0 ? "no sample that is a number" : "a gap (samples of NaN) at its beginning or end")}, expected numbers there: EDF cannot hold such a gap.");
            }
        }
    }

    private static void RequireSamePauses(EdfPlan plan, double? end, ImmutableArray<Channel> channels, IReadOnlyList<EdfScan> scans)
    {
        for (int i = 0; i < channels.Length; i++)
        {
            (long Start, long End)[] expected = [.. plan.Runs.Select(run => (EdfPlan.StartOf(run, channels[i].SamplingRate), EdfPlan.StartOf(run, channels[i].SamplingRate) + plan.Capacity(i, run)))];
            expected[^1].End = end is null ? expected[^1].End : channels[i].SampleCount;
            (long Start, long End)[] joined = [.. Joined(expected)];
            if (!joined.SequenceEqual(scans[i].Stretches))
            {
                throw new ArgumentException($"Channel {channels[i].Name} has gaps (samples of NaN) where another channel has none, expected the same pauses in all channels: EDF can hold no others. Fill the gaps, or write CSV.");
            }
        }
    }

    // A pause shorter than the step of a slow channel leaves no gap in it.
    private static IEnumerable<(long Start, long End)> Joined(IEnumerable<(long Start, long End)> stretches)
    {
        (long Start, long End)? open = null;
        foreach ((long start, long end) in stretches)
        {
            if (open is { } before && before.End != start)
            {
                yield return before;
                open = null;
            }

            open = (open?.Start ?? start, end);
        }

        yield return open!.Value;
    }

    private static ArgumentException Impossible(ImmutableArray<Channel> channels, IReadOnlyList<EdfScan> scans, EdfOptions options)
    {
        string rates = string.Join(", ", channels.Select(channel => FormattableString.Invariant($"{channel.SamplingRate}")).Distinct());
        string records = options.RecordDuration is { } duration ? FormattableString.Invariant($"records of {duration} s") : "records of any duration that eight characters hold";
        return new ArgumentException(scans.Any(scan => scan.Stretches.Count > 1)
            ? $"Gaps (samples of NaN) do not begin where {records} end, at rates of {rates} Hz: EDF can only hold pauses between whole records. Fill the gaps, or write CSV."
            : $"At rates of {rates} Hz, {records} do not hold whole numbers of samples of every channel, as EDF needs. Resample the channels, or write CSV.");
    }
}
