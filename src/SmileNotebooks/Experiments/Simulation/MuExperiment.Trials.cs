// What a simulated experiment on the mu rhythm makes: trials of power, and spectra.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

public sealed partial record MuExperiment
{
    private const string Central = "central", Occipital = "occipital";

    // The centre and the width of both rhythms, and the time constant of the background, whose power falls with the square of the frequency above 3 Hz. Assumed.
    private const double Frequency = 10.5;
    private const double Bandwidth = 1.5;
    private const double BackgroundSeconds = 0.05;

    private static readonly ImmutableArray<string> s_conditions = ["Baseline", "Observation"];

    /// <summary>The tidy table: the natural logarithm of the power of 8 to 13 Hz in each trial, over central and occipital electrodes (where other tables have the muscle).</summary>
    /// <exception cref="ArgumentException">A parameter that cannot be; the message names it.</exception>
    public TrialTable Trials()
    {
        Check();
        return new TrialTable
        {
            Trials = [.. Enumerable.Range(0, Participants).SelectMany(participant => Recorded(participant).SelectMany(trial => new[]
            {
                Row(participant, trial, Central, trial.Central), Row(participant, trial, Occipital, trial.Occipital),
            }))],
            Measure = Invariant($"ln power, {BandFrom} to {BandTo} Hz (ln µV²)"),
            Conditions = s_conditions,
            Simulated = Phrase,
        };
    }

    /// <summary>The spectrum of each electrode in each condition, as in "central, Baseline": segments of one second, averaged over trials and participants.</summary>
    /// <exception cref="ArgumentException">A parameter that cannot be; the message names it.</exception>
    public ImmutableArray<PowerSpectrum> Spectra()
    {
        Check();
        RecordedTrial[] trials = [.. Enumerable.Range(0, Participants).SelectMany(Recorded)];
        PowerSpectrum Of(string electrode, string condition)
        {
            // A gap after each trial keeps segments within trials.
            double[] samples = [.. trials.Where(trial => trial.Condition == condition).SelectMany(trial => (electrode == Central ? trial.Central : trial.Occipital).Append(double.NaN))];
            return Welch.Of(samples, SamplingRate, Options) with { Name = $"{electrode}, {condition}", Simulated = Phrase };
        }

        return [.. from electrode in new[] { Central, Occipital } from condition in s_conditions select Of(electrode, condition)];
    }

    private WelchOptions Options => new() { SegmentLength = (int)SamplingRate, Unit = "µV" };

    private Trial Row(int participant, RecordedTrial trial, string electrode, double[] samples) => new(
        MimicryExperiment.NameOf(participant), trial.Condition, electrode, trial.Number, trial.Position,
        Math.Log(Welch.Of(samples, SamplingRate, Options).BandPower(BandFrom, BandTo)));

    private IEnumerable<RecordedTrial> Recorded(int participant)
    {
        ulong seed = RandomStream.SeedOf(Seed, (ulong)participant);
        RandomStream random = new(seed);
        double mu = SubjectDeviation * random.NextGaussian(), alpha = SubjectDeviation * random.NextGaussian();

        // Of both conditions, so that they are alike where nothing changes on average: a change of one alone would raise the mean logarithm of a sum of powers.
        double own = ChangeDeviation / Math.Sqrt(2);
        double[] ofMuIn = [own * random.NextGaussian(), AssumedMuChange + (own * random.NextGaussian())];
        double[] ofAlphaIn = [own * random.NextGaussian(), AssumedAlphaChange + (own * random.NextGaussian())];
        Rhythm muRhythm = new(new(seed, 1), Frequency, Bandwidth, SamplingRate), alphaRhythm = new(new(seed, 2), Frequency, Bandwidth, SamplingRate);
        Rhythm central = new(new(seed, 3), BackgroundSeconds, SamplingRate), occipital = new(new(seed, 4), BackgroundSeconds, SamplingRate);
        int samples = (int)(TrialDuration * SamplingRate);
        for (int position = 0; position < 2 * TrialsPerCondition; position++)
        {
            // Conditions in turn. Half of the logarithm of a power is that of an amplitude.
            int condition = position % 2;
            double muScale = MuAmplitude * Math.Exp(0.5 * (mu + ofMuIn[condition] + (TrialDeviation * random.NextGaussian())));
            double alphaScale = AlphaAmplitude * Math.Exp(0.5 * (alpha + ofAlphaIn[condition] + (TrialDeviation * random.NextGaussian())));
            RecordedTrial trial = new(s_conditions[condition], (position / 2) + 1, position + 1, new double[samples], new double[samples]);
            for (int sample = 0; sample < samples; sample++)
            {
                double ofMu = muScale * muRhythm.Next(), ofAlpha = alphaScale * alphaRhythm.Next();
                trial.Central[sample] = ofMu + (AssumedLeak * ofAlpha) + (Background * central.Next());
                trial.Occipital[sample] = ofAlpha + (AssumedLeak * ofMu) + (Background * occipital.Next());
            }

            yield return trial;
        }
    }

    // The samples of one trial in microvolt.
    private sealed record RecordedTrial(string Condition, int Number, int Position, double[] Central, double[] Occipital);
}
