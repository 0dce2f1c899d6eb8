// The figures of recordings and signals.
using SmileNotebooks.Charts;

namespace SmileNotebooks;

/// <summary>Figures of recordings and of electromyograms over time.</summary>
/// <remarks>A long signal is thinned to the least and the greatest sample of each stretch, which the figure says: no peak is lost, and the figure has no more than 16,000
/// values however long the recording is. Samples are read block by block. Where nothing was recorded the line has a gap and the lane is grey.</remarks>
public static class SignalFigures
{
    /// <summary>Lanes that can still be read.</summary>
    private const int MostChannels = 32;

    private const int MostRemarks = 3;

    /// <summary>Bursts closer to each other than this part of the window are less than two pixels apart.</summary>
    private const double LeastDistance = 1.0 / 1000;

    /// <summary>The channels of a recording one below the other, with its events as lines through all of them. Drag over it to zoom in time.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="from">Where the window begins, in seconds; at the first sample by default.</param>
    /// <param name="to">Where it ends, in seconds; at the last sample by default. A shorter window shows more detail.</param>
    /// <param name="channels">Which channels, by name, the first at the top; null for all. Of more than 32 the first 32 are drawn, which the figure says.</param>
    /// <param name="options">Words.</param>
    /// <exception cref="ArgumentException">An empty window, or a channel that the recording does not have.</exception>
    /// <exception cref="RecordingException">The file cannot be read any more.</exception>
    public static Figure ToFigure(this Recording recording, double? from = null, double? to = null, IReadOnlyList<string>? channels = null, FigureOptions? options = null)
    {
        Channel[] wanted = [.. channels?.Select(name => recording[name]) ?? recording.Channels];
        string? left = wanted.Length > MostChannels ? $"the first {MostChannels} of {wanted.Length} channels" : null;
        string? more = recording.Remarks.Length > MostRemarks ? $"and {recording.Remarks.Length - MostRemarks} more remarks of the reader" : null;
        RecordingPlot.Content content = new(TitleOf(recording), [left, .. recording.Remarks.Take(MostRemarks), more], recording.Events) { Simulated = recording.Simulated };
        return RecordingPlot.Make([.. wanted.Take(MostChannels)], from ?? 0, to ?? EndOf(recording.Duration), content, options ?? new());
    }

    /// <summary>A signal over time with its events; what was done to it stands below the title.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="from">Where the window begins, in seconds; at the first sample by default.</param>
    /// <param name="to">Where it ends, in seconds; at the last sample by default.</param>
    /// <param name="options">Words.</param>
    /// <exception cref="ArgumentException">An empty window.</exception>
    public static Figure ToFigure(this EmgSignal signal, double? from = null, double? to = null, FigureOptions? options = null) =>
        RecordingPlot.Make([ChannelOf(signal)], from ?? 0, to ?? EndOf(signal.Duration), ContentOf(signal), options ?? new());

    /// <summary>The signal with its bursts shaded from onset to offset; for an amplitude the threshold too. Bursts that lie closer to each other than a thousandth of the
    /// window are one area.</summary>
    /// <param name="bursts">Bursts.</param>
    /// <param name="from">Where the window begins, in seconds; at the first sample by default.</param>
    /// <param name="to">Where it ends, in seconds; at the last sample by default.</param>
    /// <param name="options">Words.</param>
    /// <exception cref="ArgumentException">An empty window.</exception>
    public static Figure ToFigure(this EmgBursts bursts, double? from = null, double? to = null, FigureOptions? options = null)
    {
        EmgSignal signal = bursts.Signal;
        double begin = from ?? 0;
        double end = to ?? EndOf(signal.Duration);
        RecordingPlot.Content content = ContentOf(signal) with
        {
            Spans = [.. Areas(bursts, begin, end)],
            SpanName = "burst",
            SpansInWords = InWords(bursts),
            Level = signal.IsAmplitude && bursts.ThresholdUnit == signal.Unit ? bursts.Threshold : double.NaN,
        };
        string found = $"{bursts.Count} burst{(bursts.Count == 1 ? "" : "s")}: {bursts.Method.Description}";
        return RecordingPlot.Make([ChannelOf(signal)], begin, end, content with { Remarks = [found, .. content.Remarks] }, options ?? new());
    }

    private static List<(double From, double Until)> Areas(EmgBursts bursts, double begin, double end)
    {
        List<(double From, double Until)> areas = [];
        foreach (EmgBurst burst in bursts.Where(burst => burst.Onset < end && burst.Offset > begin))
        {
            (double from, double until) = (Math.Max(burst.Onset, begin), Math.Min(burst.Offset, end));
            if (areas.Count > 0 && from - areas[^1].Until < LeastDistance * (end - begin))
            {
                areas[^1] = (areas[^1].From, until);
            }
            else
            {
                areas.Add((from, until));
            }
        }

        return areas;
    }

    private static string InWords(EmgBursts bursts)
    {
        const int MostWords = 12;
        string each = string.Join(", ", bursts.Take(MostWords).Select(burst => FormattableString.Invariant($"{burst.Onset:0.###} to {burst.Offset:0.###} s")));
        return bursts.Count == 0 ? "No burst." : $"Bursts: {each}{(bursts.Count > MostWords ? $" and {bursts.Count - MostWords} more" : "")}.";
    }

    private static Channel ChannelOf(EmgSignal signal) => new(signal.Muscle, signal.Unit, signal.SamplingRate, signal.Samples);

    private static RecordingPlot.Content ContentOf(EmgSignal signal) => new(
        signal.Participant.Length > 0 ? $"{signal.Muscle}, participant {signal.Participant}" : signal.Muscle,
        [string.Join(", ", signal.Steps)],
        signal.Events) { Simulated = signal.Simulated };

    private static string TitleOf(Recording recording) =>
        recording.Participant.Length > 0 ? $"Recording of participant {recording.Participant}"
        : recording.Path is null ? "Recording"
        : $"Recording {Path.GetFileName(recording.Path)}";

    /// <summary>A channel without samples still has an axis.</summary>
    private static double EndOf(double duration) => duration > 0 ? duration : 1;
}
