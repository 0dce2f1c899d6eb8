// How a recording fits into records of equal duration.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The records of a file that is to be written.</summary>
/// <param name="Duration">Of a record, in seconds: eight characters hold it.</param>
/// <param name="SamplesPerRecord">For each channel.</param>
/// <param name="Runs">Records without a pause between them.</param>
/// <param name="End">Where the samples end and the filling of the last record begins, in seconds; null where nothing is filled.</param>
internal sealed record EdfPlan(double Duration, ImmutableArray<int> SamplesPerRecord, ImmutableArray<RecordRun> Runs, double? End)
{
    // What a field of the header holds.
    private const int EightDigits = 99_999_999;

    /// <summary>The records of all runs.</summary>
    public long Records => Runs.Sum(run => run.Count);

    /// <summary>The sample at which a run of records begins.</summary>
    public static long StartOf(RecordRun run, double samplingRate) => (long)Math.Round(run.Onset * samplingRate);

    /// <summary>The plan for a duration of records.</summary>
    /// <returns>Null where the channels have no whole numbers of samples in it, or a pause would begin within a record.</returns>
    public static EdfPlan? For(double duration, IReadOnlyList<Channel> channels, IReadOnlyList<EdfScan> scans)
    {
        int[] samples = new int[channels.Count];
        for (int i = 0; i < samples.Length; i++)
        {
            double exact = channels[i].SamplingRate * duration;
            double whole = Math.Round(exact);
            if (whole < 1 || whole > EightDigits || Math.Abs(exact - whole) > 1e-9 * whole)
            {
                return null;
            }

            samples[i] = (int)whole;
        }

        int fastest = Array.IndexOf(samples, samples.Max());
        ImmutableArray<RecordRun> runs = RunsOf(scans[fastest], channels[fastest].SamplingRate, samples[fastest]);
        EdfPlan plan = new(duration, [.. samples], runs, null);
        return runs.IsEmpty || plan.Records > EightDigits ? null : plan;
    }

    /// <summary>How many samples of a channel a run holds, by the records that it has.</summary>
    public long Capacity(int channel, RecordRun run) => run.Count * SamplesPerRecord[channel];

    // A pause must begin where a record ends; the last record may be filled.
    private static ImmutableArray<RecordRun> RunsOf(EdfScan scan, double samplingRate, int samplesPerRecord)
    {
        ImmutableArray<RecordRun>.Builder runs = ImmutableArray.CreateBuilder<RecordRun>();
        long first = 0;
        for (int i = 0; i < scan.Stretches.Count; i++)
        {
            (long start, long end) = scan.Stretches[i];
            (long records, long rest) = Math.DivRem(end - start, samplesPerRecord);
            if (rest > 0 && i + 1 < scan.Stretches.Count)
            {
                return [];
            }

            records += rest > 0 ? 1 : 0;
            runs.Add(new RecordRun(start / samplingRate, first, records));
            first += records;
        }

        return runs.ToImmutable();
    }
}
