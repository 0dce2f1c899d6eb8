// What the parameters of a simulated experiment imply, in closed form.
namespace SmileNotebooks;

public sealed partial record MimicryExperiment
{
    // 2 s of 100 ms, before the face and in the window.
    private const int ExpectedBins = 20;

    /// <summary>What the parameters imply for a contrast, in closed form, provided that responses have risen when the window begins and last as long as it.</summary>
    /// <param name="muscle">The name of a muscle.</param>
    /// <param name="first">A condition.</param>
    /// <param name="second">Another one.</param>
    /// <exception cref="ArgumentException">No such muscle or condition, or a parameter that cannot be.</exception>
    public ExpectedContrast Expected(string muscle, string first, string second)
    {
        Check();
        MimicryMuscle responder = Muscles[IndexOf(muscle)];
        (double mean, double stimulus, double trial) one = VariancesOf(responder, first);
        (double mean, double stimulus, double trial) other = VariancesOf(responder, second);
        double stimuli = one.stimulus + other.stimulus;
        double trials = one.trial + other.trial;
        return new ExpectedContrast(
            one.mean - other.mean, Math.Sqrt(stimuli + (trials / TrialsPerCondition)), responder.SubjectDeviation, Math.Sqrt(stimuli / 2), Math.Sqrt(trials / 2));
    }

    // The mean, and the variances between conditions of a participant and between trials of a condition.
    private (double Mean, double Stimulus, double Trial) VariancesOf(MimicryMuscle muscle, string condition)
    {
        Require(Conditions.Contains(condition), nameof(condition), condition, string.Join(", ", Conditions));
        double mean = Amplitude * muscle.MeanLogRatio(condition);
        double size = SizeOf(muscle, condition);

        // Gamma of shape 2: the mean square is 1.5 times the squared mean. Of the whole variance, that of responders' means lies between participants.
        double response = (1.5 * mean * size) - (mean * mean);
        double between = mean * mean * ((1 / muscle.Responders) - 1);
        double noise = 2 * AmplitudeNoise.Of(muscle).VarianceOfMean(ExpectedBins);
        return (mean, Square(muscle.SubjectStimulusDeviation) + between, Square(muscle.TrialDeviation) + noise + response - between);
    }

    private static double Square(double value) => value * value;
}
