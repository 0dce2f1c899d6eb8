// A look at some rows of a table, and at cells of it: in one line each.
using System.Collections.Immutable;

namespace SmileNotebooks;

public sealed partial record TrialTable
{
    /// <summary>How many rows the table had from which these were selected, by <see cref="Where"/>; 0 for a table that is whole.</summary>
    public int SelectedFrom { get; init; }

    /// <summary>The rows for which something holds, as a table that can be shown, tested and grouped:
    /// <c>trials.Where(trial => trial.Condition == "Happy" &amp;&amp; trial.Value > .4)</c>. The others are not left out for good: <see cref="Exclude"/> does that, with a reason.</summary>
    /// <param name="which">Whether a row is of interest.</param>
    public TrialTable Where(Func<Trial, bool> which)
    {
        ImmutableArray<Trial> trials = [.. Trials.Where(which)];
        HashSet<string> conditions = [.. trials.Select(trial => trial.Condition)];
        return this with { Trials = trials, Conditions = [.. Conditions.Where(conditions.Contains)], SelectedFrom = SelectedFrom > 0 ? SelectedFrom : Trials.Length };
    }

    /// <summary>Means and spreads of the cells of some columns: <c>trials.By("condition", "muscle")</c>.</summary>
    /// <param name="columns">One or more of participant, group, condition, muscle, trial (the number in the condition) and position (the number among all).</param>
    /// <returns>A row for each cell that has trials: it shows itself as a table and, where cells hold several participants, as a raincloud.</returns>
    /// <exception cref="ArgumentException">No column, an unknown one, or one twice.</exception>
    public TrialCells By(params IReadOnlyList<string> columns)
    {
        TrialColumn[] known = [.. columns.Select(TrialColumn.Of)];
        if (known.Length == 0 || known.Distinct().Count() < known.Length)
        {
            throw new ArgumentException(known.Length == 0 ? $"No column, expected one or more of {TrialColumn.Names}." : $"A column is named twice: {string.Join(", ", columns)}.", nameof(columns));
        }

        RequireSound();
        IEnumerable<IGrouping<string, Trial>> cells = Trials.GroupBy(trial => string.Join('\u001f', known.Select(column => column.TextOf(trial))));
        IOrderedEnumerable<IGrouping<string, Trial>> ordered = cells.OrderBy(_ => 0);
        foreach (TrialColumn column in known)
        {
            ordered = ordered.ThenBy(cell => column.PlaceOf(cell.First(), this));
        }

        return new TrialCells([.. columns], [.. ordered.Select(cell => TrialCell.Of([.. known.Select(column => column.TextOf(cell.First()))], [.. cell]))], Measure)
        {
            Simulated = Simulated, SelectedFrom = SelectedFrom, Exclusions = Exclusions,
        };
    }
}
