// The figures of trial tables.
using System.Collections.Immutable;
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of trial tables.</summary>
public static partial class TrialFigures
{
    /// <summary>Means of participants by condition: paired dots where each participant has each condition, of one muscle and one group; rainclouds otherwise.</summary>
    /// <param name="table">A trial table.</param>
    /// <param name="options">Words and the level of the intervals.</param>
    /// <returns>A figure; null for a table without rows.</returns>
    /// <exception cref="ArgumentException">A value that is not finite, or a condition that the table does not name.</exception>
    public static Figure? ToFigure(this TrialTable table, FigureOptions? options = null)
    {
        ImmutableArray<ParticipantMean> means = table.ParticipantMeans();
        if (means.IsEmpty)
        {
            return null;
        }

        options ??= new();
        string title = table.Muscles is [string muscle] ? $"{muscle}: means of participants" : "Means of participants";
        string measure = PlotlyText.Escape(table.Measure).Replace(", ", ",<br>", StringComparison.Ordinal);
        string[] participants = [.. table.Participants];
        bool isPaired = table.Muscles.Length == 1 && means.Select(mean => mean.Group).Distinct().Count() == 1 && means.Length == participants.Length * table.Conditions.Length;
        Figure figure = isPaired
            ? StatisticsFigures.PairedDots(
                [.. table.Conditions.Select(condition => SampleOf(condition, means.Where(mean => mean.Condition == condition)))], participants,
                options with { Title = options.Title ?? PlotlyText.Escape(title), YTitle = options.YTitle ?? measure })
            : StatisticsFigures.Raincloud(
                [.. means.GroupBy(NameOf).Select(group => SampleOf(group.Key, group))], null,
                options with { Title = options.Title ?? PlotlyText.Escape(title), XTitle = options.XTitle ?? measure });
        return FigureHead.Add(figure, options.Subtitle is null ? LeftOut(table.Exclusions) : null, table.Simulated);

        string NameOf(ParticipantMean mean) => string.Join(", ", new[] { mean.Group, table.Muscles.Length > 1 ? mean.Muscle : "", mean.Condition }.Where(part => part.Length > 0).Distinct());
    }

    /// <summary>What was left out, in words; null for nothing.</summary>
    internal static string? LeftOut(ImmutableArray<Exclusion> exclusions) => exclusions.IsEmpty ? null : $"left out: {ExclusionReport.Sentence(exclusions)}";

    private static NamedSample SampleOf(string name, IEnumerable<ParticipantMean> means) => new(name, [.. means.Select(mean => mean.Value)])
    {
        Labels = [.. means.Select(mean => $"{mean.Participant} ({Plural.Of(mean.Trials, "trial")})")],
    };
}
