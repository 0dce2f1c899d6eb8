// Effects of groups, as of the laboratories of a study, and of all people in standard deviations.
namespace SmileNotebooks;

public sealed partial record TrialTable
{
    /// <summary>The difference of two conditions in units of their average standard deviation over participants (see <see cref="CohenD.Dependent"/>).</summary>
    /// <param name="first">A condition.</param>
    /// <param name="second">Another: the difference is first - second.</param>
    /// <exception cref="ArgumentException">As for <see cref="PairedT"/>.</exception>
    public StudyResult<EffectSize> DependentD(string first, string second)
    {
        (List<(string Participant, double[] Values)> rows, List<Exclusion> incomplete) = PairsOf(first, second);
        EffectSize effect = CohenD.Dependent([.. rows.Select(row => row.Values[0])], rows.Select(row => row.Values[1]).ToArray());
        return Study(effect, incomplete, $"{Muscles[0]}, {first} - {second}, ");
    }

    /// <summary>A meta-analysis over groups, as over laboratories: the mean difference of two conditions in each, in the unit of the table.</summary>
    /// <param name="first">A condition.</param>
    /// <param name="second">Another: the difference is first - second.</param>
    /// <param name="options">By default random effects by restricted maximum likelihood.</param>
    /// <returns>The analysis; who lacks a condition, and groups in which no variance can be estimated, are among its exclusions.</returns>
    /// <exception cref="ArgumentException">As for <see cref="PairedT"/>, or no group with two people whose differences vary.</exception>
    public StudyResult<MetaAnalysisResult> AcrossGroups(string first, string second, MetaAnalysisOptions? options = null)
    {
        (List<(string Participant, double[] Values)> rows, List<Exclusion> left) = PairsOf(first, second);
        Dictionary<string, string> groups = Trials.DistinctBy(trial => trial.Participant).ToDictionary(trial => trial.Participant, trial => trial.Group);
        List<StudyEffect> effects = [];
        foreach (IGrouping<string, (string Participant, double[] Values)> group in rows.GroupBy(row => groups[row.Participant]).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            double[] changes = [.. group.Select(row => row.Values[0] - row.Values[1])];
            Moments moments = Moments.Of(changes);
            double variance = moments.Variance / changes.Length;
            if (variance > 0)
            {
                effects.Add(new StudyEffect(group.Key, moments.Mean, variance));
            }
            else
            {
                left.AddRange(group.Select(row => new Exclusion(row.Participant, null, null, $"{group.Key}: no variance can be estimated of {Plural.Of(changes.Length, "difference")}") { Muscle = Muscles[0] }));
            }
        }

        return effects.Count > 0
            ? Study(MetaAnalysis.Fit(effects, Measured(options, $"{first} - {second}, {Measure}")), left, $"{Muscles[0]}, {first} - {second} in each group, ")
            : throw new ArgumentException("No group has two people with both conditions whose differences vary, so that nothing can be summed up over groups.", nameof(first));
    }

    private static MetaAnalysisOptions Measured(MetaAnalysisOptions? options, string measure) => options is null ? new() { Measure = measure } : options with { Measure = options.Measure ?? measure };

    private (List<(string Participant, double[] Values)> Rows, List<Exclusion> Incomplete) PairsOf(string first, string second)
    {
        if (Muscles is not [_])
        {
            throw new ArgumentException($"The table holds {string.Join(" and ", Muscles)}; choose one, as in Muscle(\"{Muscles.FirstOrDefault()}\").", nameof(first));
        }

        (List<(string Participant, double[] Values)> rows, List<Exclusion> incomplete) = Complete(Muscles, [first, second]);
        RequireParticipants(rows.Count, 2, $"A difference {first} - {second}");
        return (rows, incomplete);
    }
}
