// What parameters of a simulated experiment must be.
using static SmileNotebooks.Parameter;

namespace SmileNotebooks;

public sealed partial record MimicryExperiment
{
    private const double LongestSeconds = 3_600;

    /// <exception cref="ArgumentException">A parameter that cannot be; the message names it, its value and what was expected.</exception>
    internal void Check()
    {
        Require(Participants is >= 1 and <= 100_000, nameof(Participants), Participants, "1 to 100,000");
        Require(!Conditions.IsDefaultOrEmpty && Conditions.Distinct().Count() == Conditions.Length && !Conditions.Any(string.IsNullOrWhiteSpace),
            nameof(Conditions), Conditions.IsDefault ? "nothing" : string.Join(" ", Conditions), "at least one label, each once");
        Require(TrialsPerCondition is >= 1 and <= 10_000, nameof(TrialsPerCondition), TrialsPerCondition, "1 to 10,000");
        Require(!Muscles.IsDefaultOrEmpty && Muscles.DistinctBy(muscle => muscle.Name).Count() == Muscles.Length,
            nameof(Muscles), Muscles.IsDefault ? "nothing" : string.Join(", ", Muscles.Select(muscle => muscle.Name)), "at least one muscle, each once");
        Require(Amplitude is >= 0 and <= 10, nameof(Amplitude), Amplitude, "0 to 10");
        Require(Ramp is > 0 and <= LongestSeconds, nameof(Ramp), Ramp, "above 0 s");
        foreach ((string name, double seconds) in new[]
        {
            (nameof(Latency), Latency), (nameof(LatencyDeviation), LatencyDeviation), (nameof(TrialLatencyDeviation), TrialLatencyDeviation),
            (nameof(StimulusDuration), StimulusDuration), (nameof(IntervalJitter), IntervalJitter), (nameof(Tail), Tail),
        })
        {
            Require(seconds is >= 0 and <= LongestSeconds, name, seconds, "0 to 3,600 s");
        }

        Require(Lead is >= MarkerSeconds and <= LongestSeconds, nameof(Lead), Lead, $"{MarkerSeconds} to 3,600 s");
        CheckGroups();
        double shortest = StimulusDuration + Latency + Ramp + (Groups.IsEmpty ? 0 : Groups.Max(group => group.Delay));
        Require(Interval >= shortest && Interval <= LongestSeconds, nameof(Interval), Interval, FormattableString.Invariant(
            $"at least {shortest} s, so that a response has passed before the next face ({nameof(StimulusDuration)} + {nameof(Latency)} + {nameof(Ramp)}), and at most 3,600 s"));
        Require(SamplingRate is 100 or 200 or 500 or EmgCarrier.SamplingRate, nameof(SamplingRate), SamplingRate, "100, 200, 500 or 1,000 Hz");
        foreach (MimicryMuscle muscle in Muscles)
        {
            muscle.Check();
            Require(muscle.Coupling is null || Muscles.Any(other => other.Name == muscle.Coupling.Muscle && other.Coupling is null),
                $"The muscle that {muscle.Name} follows", muscle.Coupling?.Muscle ?? "", "another muscle of the experiment, which follows none itself");
            foreach (string condition in Conditions)
            {
                double size = SizeOf(muscle, condition);
                Require(Math.Abs(size) <= LargestLog, $"The mean size of a response of {muscle.Name} to {condition}", size, FormattableString.Invariant(
                    $"-{LargestLog} to {LargestLog} ({nameof(Amplitude)} x mean log ratio / ({nameof(muscle.Responders)} x {nameof(muscle.ResponseProbability)}))"));
            }
        }
    }

    /// <summary>The mean size of a response where there is one.</summary>
    internal double SizeOf(MimicryMuscle muscle, string condition) =>
        Amplitude * muscle.MeanLogRatio(condition) / (muscle.Responders * muscle.ResponseProbability);

    private void CheckGroups()
    {
        Require(!Groups.IsDefault && Groups.DistinctBy(group => group.Name).Count() == Groups.Length && !Groups.Any(group => string.IsNullOrWhiteSpace(group.Name)),
            nameof(Groups), Groups.IsDefault ? "nothing" : string.Join(", ", Groups.Select(group => group.Name)), "groups with a name, each once");
        Require(Groups.IsEmpty || Design == MimicryDesign.WithinParticipants, nameof(Groups), Groups.Length, "none where each participant sees one condition, which is their group");
        foreach (MimicryGroup group in Groups)
        {
            Require(group.Delay is >= 0 and <= LongestSeconds, $"{group.Name}: {nameof(group.Delay)}", group.Delay, "0 to 3,600 s");
            Require(group.ResponseProbability is >= 0 and <= 1, $"{group.Name}: {nameof(group.ResponseProbability)}", group.ResponseProbability, "0 to 1, in parts of what muscles say");
        }
    }
}
