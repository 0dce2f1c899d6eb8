// Means of participants.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

public sealed partial record TrialTable
{
    /// <summary>The mean of each participant in each condition, by participant, muscle and condition. Trials of a cell have equal weights; cells without a trial have no row.</summary>
    /// <exception cref="ArgumentException">A trial without participant or muscle, a value that is not finite, a condition that is not in <see cref="Conditions"/>, or a participant in two groups.</exception>
    public ImmutableArray<ParticipantMean> ParticipantMeans()
    {
        RequireSound();
        ILookup<(string, string, string), Trial> cells = Trials.ToLookup(trial => (trial.Participant, trial.Muscle, trial.Condition));
        return
        [
            .. from participant in Participants
               from muscle in Muscles
               from condition in Conditions
               let trials = cells[(participant, muscle, condition)].ToArray()
               where trials.Length > 0
               select new ParticipantMean(participant, condition, muscle, EpochMath.Mean([.. trials.Select(trial => trial.Value)]), trials.Length) { Group = trials[0].Group },
        ];
    }

    private void RequireSound()
    {
        foreach (Trial trial in Trials)
        {
            if (trial.Participant.Length == 0 || trial.Muscle.Length == 0)
            {
                throw new ArgumentException(
                    $"A trial does not say {(trial.Participant.Length == 0 ? "whose it is" : "of which muscle it is")}; name it, as in signal with {{ Participant = \"01\" }}, before it is cut into epochs.");
            }

            if (!double.IsFinite(trial.Value))
            {
                throw new ArgumentException(Invariant(
                    $"{trial.Muscle}, {trial.Condition} {trial.Number} of {trial.Participant} has the value {trial.Value}, expected a finite number; leave it out with a reason by Exclude."));
            }

            if (!Conditions.Contains(trial.Condition))
            {
                throw new ArgumentException($"A trial of {trial.Participant} has the condition {trial.Condition}; conditions are {string.Join(", ", Conditions)}.");
            }
        }

        if (Trials.GroupBy(trial => trial.Participant).FirstOrDefault(trials => trials.Select(trial => trial.Group).Distinct().Count() > 1) is { } torn)
        {
            throw new ArgumentException($"Participant {torn.Key} is in the groups {string.Join(" and ", torn.Select(trial => $"\"{trial.Group}\"").Distinct())}, expected one.");
        }
    }
}
