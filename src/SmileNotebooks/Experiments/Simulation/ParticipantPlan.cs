// What happens to one simulated participant: the order and the times of faces, and the latencies of responses.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>One face.</summary>
/// <param name="Condition">The place of its condition in the participant's conditions.</param>
/// <param name="Number">The number of the trial in its condition, from 1.</param>
/// <param name="Onset">Its time in hundredths of a second from the beginning of the recording: every sampling rate that can be chosen has a sample there.</param>
/// <param name="Latency">When the response begins: seconds after the face.</param>
internal readonly record struct PlannedFace(int Condition, int Number, int Onset, double Latency);

/// <summary>What one participant goes through. Each kind of random numbers has a stream of its own, so that a further muscle changes nothing in the others.</summary>
internal sealed class ParticipantPlan
{
    /// <summary>The resolution of onsets.</summary>
    public const int OnsetsPerSecond = 100;

    private readonly ulong _seed;

    public ParticipantPlan(MimicryExperiment experiment, int participant)
    {
        Experiment = experiment;
        Name = MimicryExperiment.NameOf(participant);
        Group = experiment.GroupOf(participant);
        Conditions = experiment.ConditionsOf(participant);
        MimicryGroup? group = experiment.MembershipOf(participant);
        ResponseProbability = group?.ResponseProbability ?? 1;
        _seed = RandomStream.SeedOf(experiment.Seed, (ulong)participant);
        RandomStream random = new(_seed);
        double own = experiment.LatencyDeviation * random.NextGaussian();
        double delay = group?.Delay ?? 0;
        int[] order = [.. Enumerable.Range(0, Conditions.Length * experiment.TrialsPerCondition).Select(trial => trial % Conditions.Length)];
        random.Shuffle<int>(order);
        int[] seen = new int[Conditions.Length];
        PlannedFace[] faces = new PlannedFace[order.Length];
        double onset = experiment.Lead;
        for (int position = 0; position < faces.Length; position++)
        {
            double latency = experiment.Latency + delay + own + (experiment.TrialLatencyDeviation * random.NextGaussian());
            faces[position] = new(order[position], ++seen[order[position]], (int)Math.Round(onset * OnsetsPerSecond), Math.Max(0, latency));
            onset += experiment.Interval + (experiment.IntervalJitter * random.NextDouble());
        }

        Faces = [.. faces];
    }

    public MimicryExperiment Experiment { get; }

    public string Name { get; }

    public string Group { get; }

    /// <summary>How often the participant responds, in parts of what muscles say.</summary>
    public double ResponseProbability { get; }

    /// <summary>The conditions that this participant sees.</summary>
    public ImmutableArray<string> Conditions { get; }

    /// <summary>In the order of time.</summary>
    public ImmutableArray<PlannedFace> Faces { get; }

    /// <summary>In seconds.</summary>
    public double Duration => ((double)Faces[^1].Onset / OnsetsPerSecond) + Experiment.Tail;

    /// <summary>Random numbers for what a muscle does.</summary>
    public RandomStream ResponsesOf(int muscle) => new(_seed, (ulong)((2 * muscle) + 2));

    /// <summary>Random numbers for a muscle's noise.</summary>
    public RandomStream NoiseOf(int muscle) => new(_seed, (ulong)((2 * muscle) + 3));

    /// <summary>Random numbers for the skin.</summary>
    public RandomStream OfSkin() => new(_seed, 1);
}
