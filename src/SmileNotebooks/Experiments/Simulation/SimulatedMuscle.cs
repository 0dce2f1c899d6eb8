// The two channels of one muscle: the electromyogram, and its average-rectified amplitude.
namespace SmileNotebooks;

/// <summary>Makes the electromyogram at 1,000 Hz, rectifies and averages it as the recorder does, and keeps what the sampling rate of the file holds.</summary>
internal static class SimulatedMuscle
{
    // Activity changes 100 times a second: far faster than a muscle.
    private const int ActivityRate = 100;

    /// <returns>The electromyogram in mV, and the recorder's average.</returns>
    public static (double[] Raw, double[] Average) Of(ParticipantPlan plan, int index)
    {
        RandomStream random = plan.NoiseOf(index);
        double[] activity = Activity(plan, new MusclePlan(plan, index), ref random);
        int keep = EmgCarrier.SamplingRate / plan.Experiment.SamplingRate;
        int perActivity = EmgCarrier.SamplingRate / ActivityRate;
        int samples = (int)(plan.Duration * plan.Experiment.SamplingRate);
        double[] raw = new double[samples];
        double[] average = new double[samples];
        EmgCarrier carrier = new(ref random);
        RecorderAverage recorder = new();
        for (int sample = 0; sample < samples * keep; sample++)
        {
            double value = activity[sample / perActivity] * carrier.Next(ref random);
            double integral = recorder.Next(value);
            if (sample % keep == 0)
            {
                raw[sample / keep] = value;
                average[sample / keep] = integral;
            }
        }

        return (raw, average);
    }

    // The standard deviation of the electromyogram, whose mean rectified value is sqrt(2 / pi) of it.
    private static double[] Activity(ParticipantPlan plan, MusclePlan muscle, ref RandomStream random)
    {
        double[] activity = new double[(int)Math.Ceiling(plan.Duration * ActivityRate) + 1];
        AmplitudeNoise noise = AmplitudeNoise.Of(muscle.Muscle);
        noise.Fill(activity, noise.Activity, ActivityRate, ref random);
        AddResponses(activity, plan, muscle.Changes);
        double logScale = muscle.LogRest + (0.5 * Math.Log(Math.PI / 2));
        for (int step = 0; step < activity.Length; step++)
        {
            activity[step] = Math.Exp(logScale + activity[step]);
        }

        return activity;
    }

    private static void AddResponses(double[] logActivity, ParticipantPlan plan, ReadOnlySpan<double> changes)
    {
        ResponseShape shape = new(plan.Experiment.Ramp, plan.Experiment.StimulusDuration);
        for (int position = 0; position < changes.Length; position++)
        {
            PlannedFace face = plan.Faces[position];
            double last = face.Latency + shape.StimulusDuration + shape.Ramp;
            int from = face.Onset * ActivityRate / ParticipantPlan.OnsetsPerSecond;
            int to = Math.Min(logActivity.Length, from + (int)(last * ActivityRate) + 1);
            for (int step = from; step < to; step++)
            {
                logActivity[step] += changes[position] * shape.At((double)(step - from) / ActivityRate, face.Latency);
            }
        }
    }
}
