// Analysis of variance of designs between, within and mixed. Kirk (2013), Experimental Design, 4th edition; Maxwell, Delaney and Kelley (2018).
using System.Collections.Immutable;
using System.Linq.Expressions;

namespace SmileNotebooks;

/// <summary>Analysis of variance with any number of factors between and within participants, type III.</summary>
public static class Anova
{
    /// <summary>Fits a design from columns, a row an observation. Several observations of a participant in a cell are averaged.</summary>
    /// <param name="data">The table.</param>
    /// <param name="value">The numeric column analysed.</param>
    /// <param name="participant">The column of participants; null (for designs between participants alone): every row is its own participant.</param>
    /// <param name="within">Factors within participants: every participant needs every cell of them.</param>
    /// <param name="between">Factors between participants: one level a participant. Groups may be of unequal size.</param>
    /// <param name="options">Default: Greenhouse-Geisser correction, fail on missing values, no observed factor.</param>
    /// <exception cref="ArgumentException">Missing values or cells (listed) unless dropped, an empty group, a factor of one level, a participant in two groups,
    /// no more participants than groups, or no such column.</exception>
    public static AnovaResult Fit(
        DataColumns data, string value, string? participant, IReadOnlyList<string>? within = null, IReadOnlyList<string>? between = null, AnovaOptions? options = null)
    {
        options ??= new AnovaOptions();
        within ??= [];
        between ??= [];
        return Result(AnovaLayout.Of(data, value, participant, within, between, options.Missing), options);
    }

    /// <summary>Fits a design from records, an observation each: <c>Anova.Fit(rows, r => r.Y, r => r.Subject, within: [r => r.Emotion, r => r.Muscle])</c>.
    /// A factor is named for its property; the levels of an enum come in declared order, others sorted.</summary>
    /// <param name="rows">One record an observation. Several observations of a participant in a cell are averaged.</param>
    /// <param name="value">The number analysed.</param>
    /// <param name="participant">The participant; null (for designs between participants alone): every record is its own participant.</param>
    /// <param name="within">Factors within participants: every participant needs every cell of them.</param>
    /// <param name="between">Factors between participants: one level a participant. Groups may be of unequal size.</param>
    /// <param name="options">Default: Greenhouse-Geisser correction, fail on missing values, no observed factor.</param>
    /// <exception cref="ArgumentException">As for columns.</exception>
    public static AnovaResult Fit<T>(
        IEnumerable<T> rows,
        Expression<Func<T, double>> value,
        Expression<Func<T, object?>>? participant,
        IReadOnlyList<Expression<Func<T, object?>>>? within = null,
        IReadOnlyList<Expression<Func<T, object?>>>? between = null,
        AnovaOptions? options = null)
    {
        IReadOnlyList<T> list = rows as IReadOnlyList<T> ?? [.. rows];
        SelectedColumns<T> columns = new(list);
        string valueName = columns.AddNumbers(value);
        string? participantName = participant is null ? null : columns.AddLabels(participant);
        string[] withinNames = [.. (within ?? []).Select(columns.AddLabels)], betweenNames = [.. (between ?? []).Select(columns.AddLabels)];
        return Fit(columns.Data, valueName, participantName, withinNames, betweenNames, options);
    }

    /// <summary>Fits a design from a matrix of participants by cells.</summary>
    /// <param name="values">[participants, cells], finite; cells with the last factor running fastest.</param>
    /// <param name="within">The within-participant factors; as many cells as combinations of their levels. Empty where there is one column.</param>
    /// <param name="between">For each between-participant factor its name and the level of each participant. Default: none.</param>
    /// <param name="options">Default: Greenhouse-Geisser correction, no observed factor. Values may not be missing, whatever the policy.</param>
    /// <exception cref="ArgumentException">The shapes do not agree, a value is not finite, or as for the other overloads.</exception>
    public static AnovaResult Fit(
        double[,] values, IReadOnlyList<DesignFactor> within, IReadOnlyList<(string Name, Factor Levels)>? between = null, AnovaOptions? options = null) =>
        Result(AnovaMatrix.Design(values, within, between ?? []), options ?? new AnovaOptions());

    /// <summary>Compares the means of independent groups: the one-way analysis of variance.</summary>
    /// <param name="groups">For each group its values, one a participant, finite. Groups may be of unequal size.</param>
    /// <param name="names">The groups' names. Default: 1, 2, ...</param>
    /// <param name="factor">What the factor is called. Default: group.</param>
    /// <exception cref="ArgumentException">Fewer than two groups, an empty group, no more values than groups, or a value that is not finite (its place is named).</exception>
    public static AnovaResult OneWay(IReadOnlyList<double[]> groups, IReadOnlyList<string>? names = null, string factor = "group")
    {
        names ??= [.. Enumerable.Range(1, groups.Count).Select(group => $"{group}")];
        if (names.Count != groups.Count)
        {
            throw new ArgumentException($"There are {groups.Count} groups and {names.Count} names.", nameof(names));
        }

        double[,] values = new double[groups.Sum(group => group.Length), 1];
        int row = 0;
        for (int group = 0; group < groups.Count; group++)
        {
            for (int i = 0; i < groups[group].Length; i++)
            {
                values[row++, 0] = double.IsFinite(groups[group][i]) ? groups[group][i]
                    : throw new ArgumentException(
                        FormattableString.Invariant($"Group '{names[group]}', value {i}: {groups[group][i]}; a finite number is needed."), nameof(groups));
            }
        }

        Factor levels = Factor.From(groups.SelectMany((group, place) => Enumerable.Repeat(names[place], group.Length)), names);
        return Fit(values, [], [(factor, levels)]);
    }

    private static AnovaResult Result(AnovaDesign design, AnovaOptions options)
    {
        string? unknown = options.Observed.FirstOrDefault(name => design.Between.AddRange(design.Within).All(factor => factor.Name != name));
        return unknown is null ? new AnovaResult(design, options)
            : throw new ArgumentException($"Observed factor '{unknown}' is not in the design.", nameof(options));
    }
}
