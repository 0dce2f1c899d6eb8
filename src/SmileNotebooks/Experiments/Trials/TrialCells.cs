// Cells of a trial table: means and spreads of the groups of rows that were asked for.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The rows of one cell, summed up. Immutable.</summary>
/// <param name="Key">The values of the columns that rows were grouped by.</param>
/// <param name="Trials">How many rows there are.</param>
/// <param name="Participants">Whose they are, in order.</param>
/// <param name="ParticipantMeans">The mean of each of these participants, every row of the same weight.</param>
/// <param name="Mean">The mean of <paramref name="ParticipantMeans"/>.</param>
/// <param name="StandardDeviation">Of <paramref name="ParticipantMeans"/>; of one participant, of the rows. NaN with one value.</param>
/// <param name="Interval">The 95 % t interval of the mean; NaN with one value.</param>
/// <param name="Least">The least value of a row.</param>
/// <param name="Greatest">The greatest.</param>
public sealed record TrialCell(
    ImmutableArray<string> Key, int Trials, ImmutableArray<string> Participants, ImmutableArray<double> ParticipantMeans, double Mean, double StandardDeviation, ConfidenceInterval Interval, double Least, double Greatest)
{
    internal static TrialCell Of(ImmutableArray<string> key, Trial[] trials)
    {
        IGrouping<string, Trial>[] people = [.. trials.GroupBy(trial => trial.Participant)];
        double[] means = [.. people.Select(own => EpochMath.Mean([.. own.Select(trial => trial.Value)]))];
        DescriptiveResult described = Descriptives.Of((ReadOnlySpan<double>)(people.Length == 1 ? [.. trials.Select(trial => trial.Value)] : means));
        return new(
            key, trials.Length, [.. people.Select(own => own.Key)], [.. means], described.Mean, described.StandardDeviation, described.MeanInterval,
            trials.Min(trial => trial.Value), trials.Max(trial => trial.Value));
    }
}

/// <summary>The cells of a trial table by some of its columns. Shows itself as a table. Immutable.</summary>
/// <param name="Columns">What rows were grouped by.</param>
/// <param name="Cells">One a combination that has rows.</param>
/// <param name="Measure">What values are.</param>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record TrialCells(ImmutableArray<string> Columns, ImmutableArray<TrialCell> Cells, string Measure) : IStatisticalResult
{
    /// <summary>How many rows the table had from which these were selected; 0 for a table that is whole.</summary>
    public int SelectedFrom { get; init; }

    /// <summary>What was left out of the table.</summary>
    public ImmutableArray<Exclusion> Exclusions { get; init; } = [];

    /// <summary>How the data were simulated; null for data that were recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>The cell of some values, in the order of <see cref="Columns"/>.</summary>
    /// <exception cref="ArgumentException">There is no row of it.</exception>
    public TrialCell this[params ReadOnlySpan<string> key]
    {
        get
        {
            string[] wanted = [.. key];
            return Cells.FirstOrDefault(cell => cell.Key.SequenceEqual(wanted))
                ?? throw new ArgumentException($"There is no trial of {string.Join(", ", wanted)}; cells are {string.Join("; ", Cells.Select(cell => string.Join(", ", cell.Key)))}.", nameof(key));
        }
    }

    /// <summary>What the table is of.</summary>
    public string Apa => $"{Measure} by {string.Join(" and ", Columns)}: {Plural.Of(Cells.Sum(cell => cell.Trials), "trial")}{(SelectedFrom == 0 ? "" : $", selected from {SelectedFrom}")}, {Plural.Of(Cells.Length, "cell")}"
        + (Simulated is null ? "." : $". Data: {Simulated}.");

    /// <inheritdoc/>
    public ResultTable ToTable() => new(
        Measure, [.. Columns, "n", "trials", "M", "SD", "95% CI", "least", "greatest"], [.. Cells.Select(Row)])
    {
        Note = string.Join(' ', new[]
        {
            "n: participants; M, SD and CI are of their means; of the trials where a cell holds one participant.",
            Exclusions.IsEmpty ? null : $"Left out: {ExclusionReport.Sentence(Exclusions)}.",
            Simulated is null ? null : $"Data: {Simulated}.",
        }.OfType<string>()),
    };

    /// <inheritdoc/>
    public override string ToString() => Apa;

    private static ImmutableArray<string> Row(TrialCell cell)
    {
        bool hasSpread = double.IsFinite(cell.StandardDeviation);
        return
        [
            .. cell.Key, $"{cell.Participants.Length}", $"{cell.Trials}", SmileNotebooks.Apa.Quantity(cell.Mean), hasSpread ? SmileNotebooks.Apa.Quantity(cell.StandardDeviation) : "",
            hasSpread ? SmileNotebooks.Apa.QuantityLimits(cell.Interval) : "", SmileNotebooks.Apa.Quantity(cell.Least), SmileNotebooks.Apa.Quantity(cell.Greatest),
        ];
    }
}
