// Counts the responses of epochs from their baselines, or says why one cannot be counted.
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Makes the scales of a set of epochs, and the exclusions of those that have none.</summary>
internal sealed class ResponseCounter
{
    private readonly Epochs _epochs;
    private readonly Range _baseline;
    private readonly Dictionary<string, Moments?> _participants = [];

    public ResponseCounter(Epochs epochs)
    {
        _epochs = epochs;
        _baseline = epochs.Baseline.HasWindow ? SampleWindow.Of(epochs, epochs.Baseline.From, epochs.Baseline.To, "baseline") : 0..0;
        if (epochs.Baseline.Method == BaselineMethod.ZScore)
        {
            _participants = epochs.Items.GroupBy(epoch => epoch.Participant).ToDictionary(group => group.Key, MomentsOf);
        }
    }

    /// <summary>The responses of one epoch to some amplitudes of it.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="amplitudes">Means or peaks of it; NaN where samples are missing. Overwritten by the responses.</param>
    /// <param name="what">Of what they are, as in "the window 2 to 4 s".</param>
    /// <returns>Null, or why the epoch is left out.</returns>
    public Exclusion? Count(Epoch epoch, Span<double> amplitudes, string what)
    {
        if (Problem(epoch, out ResponseScale scale, out ExclusionKind kind) is { } problem)
        {
            return _epochs.Excluded(epoch, kind, problem);
        }

        for (int i = 0; i < amplitudes.Length; i++)
        {
            double amplitude = amplitudes[i];
            if (!double.IsFinite(amplitude))
            {
                return _epochs.Excluded(epoch, ExclusionKind.Gap, $"samples are missing in {what}");
            }

            amplitudes[i] = scale.Of(amplitude);
            if (!double.IsFinite(amplitudes[i]))
            {
                return _epochs.Excluded(epoch, ExclusionKind.Uncountable, Invariant($"the amplitude of {what} is {amplitude:G4} over a baseline of {scale.Mean:G4}, which has no finite {_epochs.Measure}"));
            }
        }

        return null;
    }

    private string? Problem(Epoch epoch, out ResponseScale scale, out ExclusionKind kind)
    {
        Baseline baseline = _epochs.Baseline;
        kind = ExclusionKind.Uncountable;
        scale = new ResponseScale(baseline.Method, 0, 1);
        if (baseline.Method == BaselineMethod.ZScore)
        {
            if (_participants[epoch.Participant] is not { } moments || !TTest.HasSpread(moments.StandardDeviation, Math.Abs(moments.Mean)))
            {
                return "the participant's samples do not vary, so that there is no z";
            }

            scale = scale with { Mean = moments.Mean, Deviation = moments.StandardDeviation };
        }
        else if (baseline.HasWindow)
        {
            scale = scale with { Mean = EpochMath.Mean(epoch.Samples.Span[_baseline]) };
            if (double.IsNaN(scale.Mean))
            {
                kind = ExclusionKind.Gap;
                return "samples are missing in the baseline";
            }

            return baseline.IsRatio && !(scale.Mean > 0) ? Invariant($"the baseline is {scale.Mean:G4}, a ratio needs one above 0") : null;
        }

        return null;
    }

    private static Moments? MomentsOf(IEnumerable<Epoch> epochs)
    {
        double[] samples = [.. epochs.SelectMany(epoch => epoch.Samples.ToArray()).Where(double.IsFinite)];
        return samples.Length < 2 ? null : Moments.Of(samples);
    }
}
