// What a simulated experiment makes: recordings, epochs of bins, and the truth.
using System.Collections.Immutable;

namespace SmileNotebooks;

public sealed partial record MimicryExperiment
{
    /// <summary>How long a marker stands at 5 V before the face appears.</summary>
    internal const double MarkerSeconds = 0.1;

    /// <summary>The recordings, with the channels of the real study: skin conductance, "zygomaticus raw" and "corrugator raw" (electromyograms, mV), "zygomaticus" and
    /// "corrugator" (the recorder's average-rectified amplitude), and one trigger channel a condition, whose marker falls from 5 to 0 V when the face appears. Each is made
    /// when its turn comes and none is kept.</summary>
    /// <exception cref="ArgumentException">A parameter that cannot be; the message names it.</exception>
    public RecordingSet Recordings()
    {
        Check();
        return new RecordingSet(Enumerable.Range(0, Participants).Select(participant => (Func<Recording>)(() => SimulatedRecording.Of(this, participant))));
    }

    /// <summary>What is true of each trial and muscle, which no recording shows: by participant, muscle and time.</summary>
    /// <exception cref="ArgumentException">A parameter that cannot be; the message names it.</exception>
    public ImmutableArray<SimulatedTrial> Truth()
    {
        Check();
        return [.. Enumerable.Range(0, Participants).SelectMany(TruthOf)];
    }

    internal IEnumerable<SimulatedTrial> TruthOf(int participant)
    {
        ParticipantPlan plan = new(this, participant);
        for (int index = 0; index < Muscles.Length; index++)
        {
            double[] changes = new MusclePlan(plan, index).Changes.ToArray();
            for (int position = 0; position < changes.Length; position++)
            {
                PlannedFace face = plan.Faces[position];
                yield return new SimulatedTrial(
                    plan.Name, plan.Conditions[face.Condition], Muscles[index].Name, face.Number, position + 1,
                    (double)face.Onset / ParticipantPlan.OnsetsPerSecond, face.Latency, changes[position])
                {
                    Group = plan.Group,
                };
            }
        }
    }
}
