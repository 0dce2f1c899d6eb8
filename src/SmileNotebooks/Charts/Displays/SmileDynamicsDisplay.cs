// Smiles in time show their movement with its phases, and what was measured of each.
using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(SmileDynamics), typeof(SmileDynamicsDisplay))]
[assembly: Display(typeof(SmileEpisode), typeof(SmileEpisodeDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows the smiles of a clip: a sentence, the figure, a row for each smile, and what was left out.</summary>
internal sealed class SmileDynamicsDisplay : ValueDisplay<SmileDynamics>
{
    protected override string? Render(SmileDynamics value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(
            value.ToString(), FigureHtml.RenderInside(value.ToFigure()), value.Episodes.IsEmpty ? null : ResultHtml.Table(value.ToTable()), LeftOut(value) is { } table ? ResultHtml.Table(table, 1) : null),
        MimeTypes.Plain => string.Join('\n', [value.ToString(), .. value.Episodes.Select(smile => smile.ToString()), .. value.LeftOut.Select(movement => $"Left out, {movement}")]),
        _ => null,
    };

    private static ResultTable? LeftOut(SmileDynamics dynamics) => dynamics.LeftOut.IsEmpty ? null : new(
        "Movements that are not counted", ["seconds", "why"],
        [.. dynamics.LeftOut.Select(movement => System.Collections.Immutable.ImmutableArray.Create(FormattableString.Invariant($"{movement.From:0.00} to {movement.Until:0.00}"), movement.Reason))]);
}

/// <summary>Shows one smile as its sentence and its measures.</summary>
internal sealed class SmileEpisodeDisplay : ValueDisplay<SmileEpisode>
{
    protected override string? Render(SmileEpisode value, string mimeType) => mimeType switch
    {
        MimeTypes.Html => ResultHtml.Render(value.ToString(), ResultHtml.Table(SmileEpisodeTable.Of([value], value.Signal, value.Simulated))),
        MimeTypes.Plain => value.ToString(),
        _ => null,
    };
}
