// Clips as epochs: frames into bins.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Makes the epochs of a list of clips.</summary>
internal sealed class ClipEpochs
{
    private const string Step = "measured in clips";

    private readonly ClipList _list;
    private readonly string _measure;
    private readonly double _from;
    private readonly double _bin;
    private readonly string _unit;
    private readonly int _count;

    public ClipEpochs(ClipList list, string measure, double from, double to, double bin, string unit)
    {
        SampleWindow.RequireOrdered(from, to, "epoch");
        double bins = (to - from) / bin;
        if (!(bin > 0) || !(bins < 1e6) || Math.Abs(bins - Math.Round(bins)) > 1e-6 || Math.Round(bins) < 1)
        {
            throw new ArgumentException(Invariant($"Bins of {bin} s do not fill an epoch from {from} to {to} s; choose a length that divides {to - from:0.######} s."), nameof(bin));
        }

        (_list, _measure, _from, _bin, _unit, _count) = (list, measure, from, bin, unit, (int)Math.Round(bins));
    }

    /// <summary>What epochs of clips are a source of; null for other epochs.</summary>
    public static PipelineSource? SourceOf(Epochs epochs) => epochs.Steps.Contains(Step)
        ? new PipelineSource(PipelineSourceKind.Clips, epochs.Items.Length + epochs.Exclusions.Length, epochs.SamplingRate, epochs.Unit) { Before = string.Join(", ", epochs.Steps.Where(step => step != Step)) }
        : null;

    public Epochs Make(ClipMeasure[] clips)
    {
        Dictionary<string, ClipMeasure> byName = ByName(clips);
        Dictionary<(string, string), int> numbers = [];
        Dictionary<string, int> positions = [];
        List<Epoch> epochs = [];
        List<Exclusion> exclusions = [];
        foreach (ClipTrial trial in _list.Trials)
        {
            int number = numbers[(trial.Person, trial.Condition)] = numbers.GetValueOrDefault((trial.Person, trial.Condition)) + 1;
            int position = positions[trial.Person] = positions.GetValueOrDefault(trial.Person) + 1;
            if ((byName.TryGetValue(trial.Clip, out ClipMeasure? clip) ? EdgeReason(trial, clip) : $"there is no measure of the clip {trial.Clip}") is { } reason)
            {
                exclusions.Add(new Exclusion(trial.Person, trial.Condition, number, reason) { Kind = clip is null ? ExclusionKind.Gap : ExclusionKind.Edge, Muscle = _measure });
            }
            else
            {
                epochs.Add(new Epoch(trial.Person, trial.Condition, number, position, trial.Onset, Binned(trial, clip!)));
            }
        }

        return epochs.Count == 0
            ? throw new ArgumentException($"No clip of {_list.Path} has {_measure} from {PipelineWords.Seconds(_from, _from + (_count * _bin))} around its onset; the first: {exclusions[0]}.")
            : new Epochs
            {
                Items = [.. epochs],
                Muscle = _measure,
                Unit = _unit,
                SamplingRate = 1 / _bin,
                From = _from,
                Conditions = _list.Conditions,
                Samples = _count,
                BinWidth = _bin,
                IsAmplitude = epochs.All(epoch => IsAmplitude(epoch.Samples.Span)),
                Exclusions = [.. exclusions],
                Steps = [Step, Invariant($"means of the frames of bins of {_bin} s")],
                Simulated = Origins.Join(_list.Trials.Select(trial => byName.GetValueOrDefault(trial.Clip)?.Simulated)),
            };
    }

    private Dictionary<string, ClipMeasure> ByName(ClipMeasure[] clips)
    {
        HashSet<string> listed = [.. _list.Trials.Select(trial => trial.Clip)];
        Dictionary<string, ClipMeasure> byName = [];
        foreach (ClipMeasure clip in clips)
        {
            if (!listed.Contains(clip.Name))
            {
                throw new ArgumentException($"The clip {clip.Name} is measured, but {_list.Path} does not say who is seen in it; its clips are {string.Join(", ", listed.Take(8))}{(listed.Count > 8 ? ", ..." : "")}.");
            }

            if (clip.Times.Length != clip.Values.Length || clip.Times.Zip(clip.Times.Skip(1)).Any(pair => !(pair.First < pair.Second)))
            {
                throw new ArgumentException($"The clip {clip.Name} has {clip.Times.Length} times and {clip.Values.Length} values; expected as many values as times, and times that ascend.");
            }

            if (!byName.TryAdd(clip.Name, clip))
            {
                throw new ArgumentException($"The clip {clip.Name} is measured twice, as where two faces are in it; keep the face of the person in the list.");
            }
        }

        return byName;
    }

    private string? EdgeReason(ClipTrial trial, ClipMeasure clip)
    {
        if (clip.Times.IsEmpty)
        {
            return "the clip has no frame";
        }

        // A clip shows its last frame until the next would come: about one bin of grace at either end.
        (double start, double end) = (trial.Onset + _from, trial.Onset + _from + (_count * _bin));
        return clip.Times[0] > start + _bin ? Invariant($"the epoch begins at {start:0.###} s of the clip, whose first frame is at {clip.Times[0]:0.###} s")
            : clip.Times[^1] < end - _bin ? Invariant($"the epoch ends at {end:0.###} s of the clip, whose last frame is at {clip.Times[^1]:0.###} s")
            : null;
    }

    private double[] Binned(ClipTrial trial, ClipMeasure clip)
    {
        double[] sums = new double[_count];
        int[] frames = new int[_count];
        foreach ((double time, double value) in clip.Times.Zip(clip.Values))
        {
            // 1e-9: a frame at the very limit of a bin is in the next one, in spite of rounding.
            double at = Math.Floor(((time - trial.Onset - _from) / _bin) + 1e-9);
            if (at >= 0 && at < _count)
            {
                sums[(int)at] += value;
                frames[(int)at]++;
            }
        }

        return [.. sums.Zip(frames, (sum, count) => count == 0 ? double.NaN : sum / count)];
    }

    private static bool IsAmplitude(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (value < 0)
            {
                return false;
            }
        }

        return true;
    }
}
