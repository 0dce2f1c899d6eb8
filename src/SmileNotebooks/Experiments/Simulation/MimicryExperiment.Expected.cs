// What the parameters of a simulated experiment imply, in closed form.
using static SmileNotebooks.Parameter;

namespace SmileNotebooks;

public sealed partial record MimicryExperiment
{
    // 2 s of 100 ms, before the face and in the window.
    private const int ExpectedBins = 20;

    /// <summary>What the parameters imply for a contrast, in closed form, provided that responses have risen when the window begins and last as long as it, and that there are no
    /// groups.</summary>
    /// <param name="muscle">The name of a muscle.</param>
    /// <param name="first">A condition.</param>
    /// <param name="second">Another one.</param>
    /// <exception cref="ArgumentException">No such muscle or condition, groups, or a parameter that cannot be.</exception>
    public ExpectedContrast Expected(string muscle, string first, string second)
    {
        Check();
        Require(Groups.IsEmpty, nameof(Groups), string.Join(", ", Groups.Select(group => group.Name)), "none: each has a contrast of its own");
        MimicryMuscle responder = Muscles[IndexOf(muscle)];
        Moments one = MomentsOf(responder, first), other = MomentsOf(responder, second);
        double stimuli = one.Stimulus + other.Stimulus;
        double trials = one.Trial + other.Trial;
        return new ExpectedContrast(
            one.Mean - other.Mean, Math.Sqrt(stimuli + (trials / TrialsPerCondition)), Math.Sqrt(one.Subject), Math.Sqrt(stimuli / 2), Math.Sqrt(trials / 2));
    }

    // What is measured: the changes, and the noise of their bins.
    private Moments MomentsOf(MimicryMuscle muscle, string condition)
    {
        Require(Conditions.Contains(condition), nameof(condition), condition, string.Join(", ", Conditions));
        Moments changes = ChangesOf(muscle, condition);
        return changes with { Trial = changes.Trial + (2 * AmplitudeNoise.Of(muscle).VarianceOfMean(ExpectedBins)) };
    }

    private Moments ChangesOf(MimicryMuscle muscle, string condition)
    {
        double mean = Amplitude * muscle.MeanLogRatio(condition);
        double size = SizeOf(muscle, condition);

        // Gamma of shape 2: the mean square is 1.5 times the squared mean. Of the whole variance, that of responders' means lies between participants.
        double response = (1.5 * mean * size) - (mean * mean);
        double between = mean * mean * ((1 / muscle.Responders) - 1);
        Moments own = new(mean, Square(muscle.SubjectDeviation), Square(muscle.SubjectStimulusDeviation) + between, Square(muscle.TrialDeviation) + response - between);
        if (muscle.Coupling is not { } coupling)
        {
            return own;
        }

        Moments followed = ChangesOf(Muscles[IndexOf(coupling.Muscle)], condition);
        double squared = Square(coupling.Slope);
        return new(
            own.Mean + (coupling.Slope * followed.Mean), own.Subject + (squared * followed.Subject),
            own.Stimulus + (squared * followed.Stimulus), own.Trial + (squared * followed.Trial));
    }

    private static double Square(double value) => value * value;

    // The mean, and the variances between participants, between conditions of a participant, and between trials of a condition.
    private readonly record struct Moments(double Mean, double Subject, double Stimulus, double Trial);
}
