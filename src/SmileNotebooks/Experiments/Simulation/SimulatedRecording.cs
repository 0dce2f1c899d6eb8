// A whole simulated recording, with the channels of the real study.
namespace SmileNotebooks;

/// <summary>Makes the recording of one participant: skin conductance, each muscle raw and averaged, and a trigger for each condition.</summary>
internal static class SimulatedRecording
{
    private const double MarkerVolts = 5;

    public static Recording Of(MimicryExperiment experiment, int participant)
    {
        ParticipantPlan plan = new(experiment, participant);
        (double[] Raw, double[] Average)[] muscles = [.. experiment.Muscles.Select((_, index) => SimulatedMuscle.Of(plan, index))];
        double rate = experiment.SamplingRate;
        return new Recording(
            [
                new Channel("skin conductance", "umho", rate, SimulatedSkin.Of(plan)) { Kind = ChannelKind.SkinConductance },
                .. experiment.Muscles.Select((muscle, index) => new Channel($"{muscle.Name} raw", "mV", rate, muscles[index].Raw) { Kind = ChannelKind.Emg }),
                .. experiment.Muscles.Select((muscle, index) => new Channel(muscle.Name, "mV", rate, muscles[index].Average) { Kind = ChannelKind.EmgAmplitude }),
                .. TriggersOf(experiment).Select(label => new Channel(label, "V", rate, Trigger(plan, label)) { Kind = ChannelKind.Trigger }),
            ])
        {
            Participant = plan.Name,
            Events = [.. plan.Faces.Select(face => new RecordingEvent((double)face.Onset / ParticipantPlan.OnsetsPerSecond, plan.Conditions[face.Condition]))],
            Simulated = experiment.Phrase,
        };
    }

    /// <summary>The trigger channels: in alphabetical order, as in the files of the real study.</summary>
    public static IEnumerable<string> TriggersOf(MimicryExperiment experiment) => experiment.Conditions.Order(StringComparer.Ordinal);

    // The marker stands for a tenth of a second and falls when the face appears.
    private static double[] Trigger(ParticipantPlan plan, string label)
    {
        int rate = plan.Experiment.SamplingRate;
        double[] trigger = new double[(int)(plan.Duration * rate)];
        int width = (int)(MimicryExperiment.MarkerSeconds * rate);
        foreach (PlannedFace face in plan.Faces.Where(face => plan.Conditions[face.Condition] == label))
        {
            int onset = (int)((long)face.Onset * rate / ParticipantPlan.OnsetsPerSecond);
            trigger.AsSpan(onset - width, width).Fill(MarkerVolts);
        }

        return trigger;
    }
}
