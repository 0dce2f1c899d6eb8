// Epochs without the electromyogram under them: the quick way, for hundreds of simulated experiments.
using System.Collections.Immutable;
using static SmileNotebooks.Parameter;

namespace SmileNotebooks;

public sealed partial record MimicryExperiment
{
    /// <summary>Epochs of amplitudes ten times a second, as <c>Epochs(...).Every(0.1)</c> gives them of the recordings' averaged channel, without making the recordings: the
    /// same truth in each trial, and noise of the same variance and autocorrelation from other random numbers. Some thirty times quicker.</summary>
    /// <param name="muscle">The name of a muscle.</param>
    /// <param name="from">Where epochs begin: seconds from the onset of the face, on a tenth; by default -2.</param>
    /// <param name="to">Where they end, excluded; by default 6.</param>
    /// <exception cref="ArgumentException">There is no such muscle, a window without samples, or a parameter that cannot be.</exception>
    public Epochs BinnedEpochs(string muscle, double from = -2, double to = 6)
    {
        Check();
        int index = IndexOf(muscle);
        int samples = (int)Math.Round((to - from) / AmplitudeNoise.BinSeconds);
        Require(samples is >= 1 and <= 100_000, "window", FormattableString.Invariant($"{from} to {to} s"), "at least a tenth of a second");
        return new Epochs
        {
            Items = [.. Enumerable.Range(0, Participants).SelectMany(participant => EpochsOf(participant, index, from, samples))],
            Muscle = Muscles[index].Name,
            Unit = "mV",
            SamplingRate = 1 / AmplitudeNoise.BinSeconds,
            From = from,
            Conditions = Conditions,
            Samples = samples,
            IsAmplitude = true,
            Steps = ["one sample every 0.1 s"],
            Simulated = Phrase,
        };
    }

    internal int IndexOf(string muscle)
    {
        int index = Muscles.ToList().FindIndex(one => one.Name == muscle);
        return index >= 0 ? index : throw new ArgumentException($"No muscle is called {muscle}; there are {string.Join(", ", Muscles.Select(one => one.Name))}.", nameof(muscle));
    }

    private IEnumerable<Epoch> EpochsOf(int participant, int index, double from, int samples)
    {
        ParticipantPlan plan = new(this, participant);
        MusclePlan muscle = new(plan, index);
        BinNoise noise = new(plan, index);
        double logRest = muscle.LogRest + Math.Log(RecorderAverage.WindowSeconds);
        ResponseShape shape = new(Ramp, StimulusDuration);
        for (int position = 0; position < plan.Faces.Length; position++)
        {
            PlannedFace face = plan.Faces[position];
            double[] epoch = noise.Next(samples);
            for (int sample = 0; sample < samples; sample++)
            {
                double change = muscle.Changes[position] * shape.At(from + (sample * AmplitudeNoise.BinSeconds), face.Latency);
                epoch[sample] = Math.Exp(logRest + change + epoch[sample]);
            }

            yield return new Epoch(
                plan.Name, plan.Conditions[face.Condition], face.Number, position + 1, (double)face.Onset / ParticipantPlan.OnsetsPerSecond, epoch)
            {
                Group = plan.Group,
            };
        }
    }

    // The noise of one epoch after the other.
    private sealed class BinNoise(ParticipantPlan plan, int index)
    {
        private readonly AmplitudeNoise _noise = AmplitudeNoise.Of(plan.Experiment.Muscles[index]);
        private RandomStream _random = plan.NoiseOf(index);

        public double[] Next(int samples)
        {
            double[] noise = new double[samples];
            _noise.Fill(noise, _noise.Wandering, 1 / AmplitudeNoise.BinSeconds, ref _random);
            for (int sample = 0; sample < samples; sample++)
            {
                noise[sample] += _noise.White * _random.NextGaussian();
            }

            return noise;
        }
    }
}
