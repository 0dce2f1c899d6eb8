// Muscles beside one another: one as the response, others as covariates.
using System.Text.RegularExpressions;

namespace SmileNotebooks;

public sealed partial record TrialTable
{
    /// <summary>The mixed model of trials in which each muscle is a column, so that one can be explained by another in the same trial: the effect of a condition on the orbicularis
    /// with the zygomaticus held constant is that of <c>orbicularis ~ condition + zygomaticus + (1 | participant)</c>.</summary>
    /// <remarks>A covariate that is measured with error takes away only a part of what it explains: what is left of an effect is then no proof that there is more to it.</remarks>
    /// <param name="formula">As for lme4, with at least one muscle. Columns are those of the muscles, and condition, group, participant, trial and position.</param>
    /// <param name="options">As for <see cref="MixedModel"/>.</param>
    /// <returns>The model. Trials that lack a muscle of the formula are among its exclusions.</returns>
    /// <exception cref="FormatException">The formula cannot be read.</exception>
    /// <exception cref="ArgumentException">The formula names no muscle of the table, a muscle has the name of another column, no trial has all muscles, or the model cannot be fitted.</exception>
    public StudyResult<MixedModel> MixedModelAcrossMuscles(string formula, MixedModelOptions? options = null)
    {
        RequireSound();
        string[] muscles = [.. Muscles.Where(muscle => Regex.IsMatch(formula, $@"(?<![\w.]){Regex.Escape(muscle)}(?![\w.])"))];
        if (muscles.Length == 0)
        {
            throw new ArgumentException($"A model across muscles names at least one of {string.Join(", ", Muscles)}; \"{formula}\" names none.", nameof(formula));
        }

        ILookup<(string, string, int), Trial> events = Trials.Where(trial => muscles.Contains(trial.Muscle)).ToLookup(trial => (trial.Participant, trial.Condition, trial.Number));
        Trial[][] complete = [.. events.Select(own => own.ToArray()).Where(own => muscles.All(muscle => own.Any(trial => trial.Muscle == muscle)))];
        if (complete.Length == 0)
        {
            throw new ArgumentException($"No trial has all muscles ({string.Join(", ", muscles)}).");
        }

        Exclusion[] incomplete =
        [
            .. events.Select(own => own.ToArray()).Where(own => own.DistinctBy(trial => trial.Muscle).Count() < muscles.Length).Select(own =>
                new Exclusion(own[0].Participant, own[0].Condition, own[0].Number, $"no {string.Join(" and ", muscles.Except(own.Select(trial => trial.Muscle)))} in this trial")),
        ];
        DataColumns columns = Columns(complete.Select(own => own[0]));
        columns = muscles.Aggregate(columns, (all, muscle) => all.Contains(muscle)
            ? throw new ArgumentException($"The muscle {muscle} has the name of another column; rename it.")
            : all.With(muscle, [.. complete.Select(own => own.First(trial => trial.Muscle == muscle).Value)]));
        return Study(SmileNotebooks.MixedModel.Fit(formula, columns, options), incomplete, $"{string.Join(" and ", muscles)}, ");
    }
}
