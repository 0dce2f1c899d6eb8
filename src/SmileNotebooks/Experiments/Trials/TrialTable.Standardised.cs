// Responses of different people on one scale.
namespace SmileNotebooks;

public sealed partial record TrialTable
{
    /// <summary>The same rows as z within participant and muscle: (value - mean) / SD over all of the participant's trials of that muscle, conditions together, SD with n - 1.
    /// Every participant then weighs the same, however large their responses are; differences are in SD of a participant's trials.</summary>
    /// <returns>Trials of a participant whose values do not vary, or who has one trial only, are in <see cref="Exclusions"/>.</returns>
    /// <exception cref="ArgumentException">A trial without participant or muscle, or a value that is not finite.</exception>
    public TrialTable Standardised()
    {
        RequireSound();
        Dictionary<(string, string), Moments> moments = Trials.GroupBy(trial => (trial.Participant, trial.Muscle))
            .ToDictionary(own => own.Key, own => Moments.Of([.. own.Select(trial => trial.Value)]));
        bool HasScale(Trial trial) => moments[(trial.Participant, trial.Muscle)] is var own && own.Count > 1 && TTest.HasSpread(own.StandardDeviation, Math.Abs(own.Mean));
        return this with
        {
            Measure = $"z within participant of {Measure}",
            Trials = [.. Trials.Where(HasScale).Select(trial => trial with { Value = (trial.Value - moments[(trial.Participant, trial.Muscle)].Mean) / moments[(trial.Participant, trial.Muscle)].StandardDeviation })],
            Exclusions =
            [
                .. Exclusions,
                .. Trials.Where(trial => !HasScale(trial)).Select(trial => new Exclusion(trial.Participant, trial.Condition, trial.Number, "the participant's trials do not vary, so that there is no z")
                {
                    Kind = ExclusionKind.Uncountable,
                    Muscle = trial.Muscle,
                }),
            ],
        };
    }
}
