// Tests and models of trials.
using System.Collections.Immutable;

namespace SmileNotebooks;

public sealed partial record TrialTable
{
    /// <summary>The paired t test of two conditions, over the means of participants.</summary>
    /// <param name="first">A condition, as in <c>"Happy"</c>.</param>
    /// <param name="second">Another, as in <c>"Neutral"</c>: the difference is first - second.</param>
    /// <param name="muscle">Which muscle; may be left out where the table has one.</param>
    /// <param name="options">By default two-sided, with 95 % intervals.</param>
    /// <returns>The test; participants who lack one of the conditions are among its exclusions.</returns>
    /// <exception cref="ArgumentException">No such condition or muscle, fewer than two participants with both, or differences without spread.</exception>
    public StudyResult<TTestResult> PairedT(string first, string second, string? muscle = null, TTestOptions? options = null)
    {
        TrialTable table = muscle is null ? this : Muscle(muscle);
        ImmutableArray<string> muscles = table.Muscles;
        if (muscles.Length > 1)
        {
            throw new ArgumentException($"The table holds {string.Join(" and ", muscles)}; say which, as in PairedT(\"{first}\", \"{second}\", \"{muscles[0]}\").", nameof(muscle));
        }

        (List<(string Participant, double[] Values)> rows, List<Exclusion> incomplete) = table.Complete(muscles, [first, second]);
        table.RequireParticipants(rows.Count, 2, $"A t test of {first} - {second}");
        TTestResult test = TTest.Paired([.. rows.Select(row => row.Values[0])], rows.Select(row => row.Values[1]).ToArray(), options) with { FirstName = first, SecondName = second };
        return table.Study(test, incomplete, $"{muscles[0]}, ");
    }

    /// <summary>Welch's t test of different people, over the means of participants: of two conditions that were dealt to groups, or of two groups in one condition.</summary>
    /// <param name="first">A condition or a group, as in <c>"Happy"</c>.</param>
    /// <param name="second">Another: the difference is first - second.</param>
    /// <param name="muscle">Which muscle; may be left out where the table has one.</param>
    /// <param name="options">By default two-sided, with 95 % intervals.</param>
    /// <exception cref="ArgumentException">No such condition or group, several muscles or conditions, a participant in both, or fewer than two participants in one.</exception>
    public StudyResult<TTestResult> IndependentT(string first, string second, string? muscle = null, TTestOptions? options = null)
    {
        TrialTable table = muscle is null ? this : Muscle(muscle);
        if (table.Muscles is not [string only])
        {
            throw new ArgumentException($"The table holds {(table.Muscles.IsEmpty ? "no trial" : string.Join(" and ", table.Muscles))}, expected one muscle{(table.Muscles.IsEmpty ? "" : $"; say which, as in IndependentT(\"{first}\", \"{second}\", \"{table.Muscles[0]}\")")}.", nameof(muscle));
        }

        Func<Trial, string> groupOf = table.GroupingOf(first, second);
        double[][] samples = [.. new[] { first, second }.Select(name => table.Trials.Where(trial => groupOf(trial) == name)
            .GroupBy(trial => trial.Participant).Select(own => EpochMath.Mean([.. own.Select(trial => trial.Value)])).ToArray())];
        foreach ((string name, double[] sample) in new[] { first, second }.Zip(samples))
        {
            RequireParticipants(sample.Length, 2, $"The group {name} of a t test of {first} - {second}", "");
        }

        return table.Study(TTest.Independent(samples[0], samples[1], options) with { FirstName = first, SecondName = second }, [], $"{only}, ");
    }

    /// <summary>What tells two groups of different people apart: their conditions, or the names of their groups.</summary>
    private Func<Trial, string> GroupingOf(string first, string second)
    {
        RequireSound();
        bool areConditions = Conditions.Contains(first) && Conditions.Contains(second);
        string[] groups = [.. Trials.Select(trial => trial.Group).Distinct()];
        if (!areConditions && !(groups.Contains(first) && groups.Contains(second)))
        {
            throw new ArgumentException(
                $"{first} and {second} are not two conditions or two groups; conditions are {string.Join(", ", Conditions)}{(groups is [""] or [] ? "" : $", and groups {string.Join(", ", groups)}")}.", nameof(first));
        }

        if (areConditions && Trials.Where(trial => trial.Condition == first).Select(trial => trial.Participant).Intersect(Trials.Where(trial => trial.Condition == second).Select(trial => trial.Participant)).FirstOrDefault() is { } both)
        {
            throw new ArgumentException($"Participant {both} has trials of {first} and of {second}, expected different people; compare conditions of the same ones by PairedT(\"{first}\", \"{second}\").", nameof(first));
        }

        if (!areConditions && Trials.Select(trial => trial.Condition).Distinct().Skip(1).Any())
        {
            throw new ArgumentException($"The table holds trials of {string.Join(", ", Conditions)}, expected one condition; choose it, as in Where(trial => trial.Condition == \"{Conditions[0]}\").", nameof(first));
        }

        return areConditions ? trial => trial.Condition : trial => trial.Group;
    }

    /// <summary>The paired t tests of each condition against one, for each muscle: the contrasts of a mimicry study, with p values corrected after Holm for their number.</summary>
    /// <param name="reference">The condition that others are compared with, as in <c>"Neutral"</c>.</param>
    /// <param name="options">By default two-sided, with 95 % intervals.</param>
    /// <exception cref="ArgumentException">As for <see cref="PairedT"/>.</exception>
    public StudyResult<ConditionContrasts> Contrasts(string reference, TTestOptions? options = null)
    {
        RequireConditions([reference]);
        List<ConditionContrast> contrasts = [];
        List<Exclusion> incomplete = [];
        foreach (string muscle in Muscles)
        {
            foreach (string condition in Conditions.Where(condition => condition != reference))
            {
                StudyResult<TTestResult> test = PairedT(condition, reference, muscle, options);
                incomplete.AddRange(test.Exclusions.Except(Exclusions));
                contrasts.Add(new ConditionContrast(muscle, condition, reference, test.Result, double.NaN));
            }
        }

        if (contrasts.Count == 0)
        {
            throw new ArgumentException($"A table of contrasts needs trials of {reference} and of another condition; there are {Trials.Length} trials{(Conditions.Length == 1 ? $" and {reference} is the only condition" : "")}.", nameof(reference));
        }

        AdjustedPValues holm = Multiplicity.Holm([.. contrasts.Select(contrast => contrast.Test.P)]);
        return Study(new ConditionContrasts([.. contrasts.Select((contrast, at) => contrast with { AdjustedP = holm.Adjusted[at] })]), incomplete, "");
    }

    /// <summary>The analysis of variance over the means of participants: condition, muscle (where there are several) within, group (where there are several) between. Where each
    /// participant has trials of one condition only, condition is between too, and a group that is the condition under another name is no factor. Groups may also be compared in a
    /// single condition.</summary>
    /// <param name="options">By default the Greenhouse-Geisser correction.</param>
    /// <returns>The analysis; participants who lack a cell are among its exclusions.</returns>
    /// <exception cref="ArgumentException">Fewer than two conditions and groups, or too few participants.</exception>
    public StudyResult<AnovaResult> Anova(AnovaOptions? options = null)
    {
        (List<(string Participant, double[] Values)> rows, List<Exclusion> incomplete) = Complete(Muscles, null);
        RequireParticipants(rows.Count, 2, "An analysis of variance", IsBetween ? " with trials of each muscle" : " with trials in each condition");
        HashSet<string> complete = [.. rows.Select(row => row.Participant)];
        DataColumns data = Columns(ParticipantMeans().Where(mean => complete.Contains(mean.Participant))
            .Select(mean => new Trial(mean.Participant, mean.Condition, mean.Muscle, 1, 1, mean.Value) { Group = mean.Group }));
        return Study(SmileNotebooks.Anova.Fit(data, "value", "participant", Within, Between, options), incomplete, AboutMuscle);
    }

    /// <summary>The linear mixed model of the trials. Columns are value, condition, muscle, group, participant, trial and position.</summary>
    /// <param name="formula">As for lme4. By default <c>value ~ condition + (1 | participant/condition)</c>: trials of a participant, and more so of a participant in one
    /// condition, are alike; condition times muscle, with <c>(1 | participant/muscle/condition)</c>, where there are several muscles, and times group where there are groups. Where each participant has trials of one condition only, <c>value ~ condition + (1 | participant)</c>.</param>
    /// <param name="options">By default restricted likelihood and treatment coding: the first of <see cref="Conditions"/> is the reference (see <see cref="Ordered(string)"/>).</param>
    /// <exception cref="FormatException">The formula cannot be read.</exception>
    /// <exception cref="ArgumentException">The model cannot be fitted; the message says why.</exception>
    public StudyResult<MixedModel> MixedModel(string? formula = null, MixedModelOptions? options = null)
    {
        RequireSound();
        RequireParticipants(Participants.Length, 2, "A mixed model", "");
        return Study(SmileNotebooks.MixedModel.Fit(formula ?? DefaultFormula, Columns(Trials), options), [], AboutMuscle);
    }
}
