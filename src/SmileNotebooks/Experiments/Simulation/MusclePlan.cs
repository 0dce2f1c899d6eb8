// What one muscle of one simulated participant does: its rest and its change in each trial.
namespace SmileNotebooks;

/// <summary>Draws the sum of subject, subject x stimulus, trial and sparse response.</summary>
internal sealed class MusclePlan
{
    private readonly double[] _changes;

    public MusclePlan(ParticipantPlan plan, int index)
    {
        MimicryExperiment experiment = plan.Experiment;
        Muscle = experiment.Muscles[index];
        RandomStream random = plan.ResponsesOf(index);
        LogRest = Math.Log(Muscle.RestingAmplitude) + (Muscle.RestingLogDeviation * random.NextGaussian());
        double subject = Muscle.SubjectDeviation * random.NextGaussian();
        double[,] changes = new double[plan.Conditions.Length, experiment.TrialsPerCondition];
        for (int condition = 0; condition < plan.Conditions.Length; condition++)
        {
            double own = subject + (Muscle.SubjectStimulusDeviation * random.NextGaussian());
            bool responds = random.NextDouble() < Muscle.Responders;
            double size = experiment.SizeOf(Muscle, plan.Conditions[condition]);
            for (int trial = 0; trial < experiment.TrialsPerCondition; trial++)
            {
                // Drawn in any case, so that a smaller effect changes nothing else.
                double change = own + (Muscle.TrialDeviation * random.NextGaussian());
                bool isResponse = random.NextDouble() < Muscle.ResponseProbability * plan.ResponseProbability;
                double response = size * SkewedSize(ref random);
                changes[condition, trial] = change + (responds && isResponse ? response : 0);
            }
        }

        _changes = [.. plan.Faces.Select(face => changes[face.Condition, face.Number - 1])];
        if (Muscle.Coupling is { } coupling)
        {
            ReadOnlySpan<double> followed = new MusclePlan(plan, experiment.IndexOf(coupling.Muscle)).Changes;
            for (int position = 0; position < _changes.Length; position++)
            {
                _changes[position] += coupling.Slope * followed[position];
            }
        }
    }

    public MimicryMuscle Muscle { get; }

    /// <summary>The logarithm of the mean rectified amplitude at rest, in mV.</summary>
    public double LogRest { get; }

    /// <summary>The true log ratio of each face, in the order of time.</summary>
    public ReadOnlySpan<double> Changes => _changes;

    // Gamma of shape 2 and mean 1: the sum of two exponential variables. Its skewness is 1.4.
    private static double SkewedSize(ref RandomStream random) => -0.5 * (Math.Log(1 - random.NextDouble()) + Math.Log(1 - random.NextDouble()));
}
