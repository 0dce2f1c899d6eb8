// Which records of a discontinuous file follow each other without a pause.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Takes the onsets of records one after the other.</summary>
/// <param name="duration">Of a record, in seconds.</param>
/// <param name="samplingRate">The rate of the fastest channel (Hz).</param>
internal sealed class EdfRuns(double duration, double samplingRate)
{
    // Onsets are written with few decimals: a record that seems to begin a sample or two before the last one ended follows it. More is no rounding.
    private const double OverlapSamples = 2;

    // A damaged onset must not make a time line that no memory holds.
    private const double LongestSeconds = 366 * 86400.0;

    private readonly ImmutableArray<RecordRun>.Builder _runs = ImmutableArray.CreateBuilder<RecordRun>();

    /// <summary>How many records seem to begin before the one before them ends, by no more than rounding.</summary>
    public int Overlaps { get; private set; }

    public ImmutableArray<RecordRun> Runs => _runs.ToImmutable();

    /// <summary>Takes the onset of the next record.</summary>
    /// <returns>Null, or what is wrong with it.</returns>
    public string? Add(double onset)
    {
        if (_runs.Count == 0)
        {
            _runs.Add(new RecordRun(onset, 0, 1));
            return null;
        }

        RecordRun last = _runs[^1];
        double end = last.Onset + (last.Count * duration);
        double samples = (onset - end) * samplingRate;
        if (samples < -OverlapSamples || onset > LongestSeconds)
        {
            return FormattableString.Invariant($"a record that begins {onset:0.######} s after the first, where the one before it ends at {end:0.######} s");
        }

        // A shift below half a sample rounds to none.
        if (samples < 0.5)
        {
            _runs[^1] = last with { Count = last.Count + 1 };
            Overlaps += samples <= -0.5 ? 1 : 0;
        }
        else
        {
            _runs.Add(new RecordRun(onset, last.First + last.Count, 1));
        }

        return null;
    }
}
