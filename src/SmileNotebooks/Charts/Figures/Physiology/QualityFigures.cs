// The figures of quality.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of the quality of recordings.</summary>
public static class QualityFigures
{
    /// <summary>Rows that can still be read.</summary>
    private const int MostChannels = 40;

    /// <summary>A row for each channel: bars of its indices against their limits, and the verdict as a sign and in words.</summary>
    /// <param name="quality">The quality of a recording. Of more than 40 channels those with findings are drawn first, 40 in all, which the figure says.</param>
    /// <param name="options">Words.</param>
    /// <exception cref="ArgumentException">No channel.</exception>
    public static Figure ToFigure(this RecordingQuality quality, FigureOptions? options = null)
    {
        bool isLong = quality.Channels.Length > MostChannels;
        EmgQuality[] drawn = isLong ? [.. quality.Channels.OrderByDescending(channel => channel.IsUnusable).ThenByDescending(channel => channel.Findings.Count()).Take(MostChannels)] : [.. quality.Channels];
        string who = quality.Participant.Length > 0 ? $"participant {quality.Participant}" : quality.Path is null ? "the recording" : Path.GetFileName(quality.Path);
        int good = quality.Channels.Count(channel => !channel.Findings.Any());
        return QualityPlot.Make(
            drawn, $"Quality of {who}",
            [$"{good} of {quality.Channels.Length} channels good", isLong ? $"{MostChannels} channels drawn, those with findings first" : null], quality.Simulated, options ?? new());
    }

    /// <summary>Bars of the indices against their limits, and the verdict as a sign and in words.</summary>
    /// <param name="quality">The quality of a channel.</param>
    /// <param name="options">Words.</param>
    public static Figure ToFigure(this EmgQuality quality, FigureOptions? options = null) =>
        QualityPlot.Make([quality], $"Quality of {quality.Channel}", [FormattableString.Invariant($"{quality.Duration:0.###} s at {quality.SamplingRate:0.###} Hz")], quality.Simulated, options ?? new());
}
