// The header of a text export of AcqKnowledge.
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SmileNotebooks;

/// <summary>What the header says.</summary>
/// <param name="SamplingRate">In Hz.</param>
/// <param name="Channels">Names and units as written.</param>
/// <param name="Start">When the recording began; null where the header does not say.</param>
internal sealed partial record AcqKnowledgeHeader(double SamplingRate, ImmutableArray<(string Name, string Unit)> Channels, DateTime? Start)
{
    // Before the channels there are the name of the recording, the interval, and in some versions the date.
    private const int LinesBeforeChannels = 10;
    private const int MostChannels = 10_000;

    /// <summary>Whether a file begins with such a header.</summary>
    public static bool Begins(string path)
    {
        try
        {
            using TextLines lines = new(path);
            for (int line = 0; line < LinesBeforeChannels && lines.Next(); line++)
            {
                if (lines.Current.Length < 200 && RateOf(lines.Text) is not null)
                {
                    return true;
                }
            }
        }
        catch (RecordingException)
        {
            // No text, or not to be read: another format, or the error of whoever opens it.
        }

        return false;
    }

    /// <summary>Reads the header up to the last unit.</summary>
    /// <exception cref="RecordingException">The file does not begin with such a header.</exception>
    public static AcqKnowledgeHeader Read(TextLines lines)
    {
        double? rate = null;
        DateTime? start = null;
        for (int line = 0; line < LinesBeforeChannels && lines.Next(); line++)
        {
            string text = lines.Text;
            rate ??= RateOf(text);
            start ??= StartOf(text);
            if (ChannelCount().Match(text) is { Success: true } match && rate is not null)
            {
                return new(rate.Value, Named(lines, match.Groups[1].Value), start);
            }
        }

        throw new RecordingException(
            lines.Path, "the first lines", rate is null ? "no sampling interval" : "no number of channels", "the header of an AcqKnowledge export: \"1 msec/sample\", then \"2 channels\"");
    }

    private static ImmutableArray<(string Name, string Unit)> Named(TextLines lines, string written)
    {
        if (!int.TryParse(written, CultureInfo.InvariantCulture, out int count) || count is < 1 or > MostChannels)
        {
            throw new RecordingException(lines.Path, $"line {lines.Number}", $"{written} channels", $"1 to {MostChannels}");
        }

        ImmutableArray<(string Name, string Unit)>.Builder channels = ImmutableArray.CreateBuilder<(string Name, string Unit)>(count);
        while (channels.Count < count)
        {
            string name = Line(lines, channels.Count, count, "name");
            channels.Add((name, Line(lines, channels.Count, count, "unit")));
        }

        return channels.MoveToImmutable();
    }

    private static string Line(TextLines lines, int channel, int count, string what)
    {
        if (!lines.Next())
        {
            throw new RecordingException(lines.Path, $"line {lines.Number}", $"the end before the {what} of channel {channel + 1} of {count}", "a name and a unit of each channel, in lines of their own");
        }

        string text = lines.Text.Trim(' ', '\t', '"');
        return text.Length <= 500 ? text : throw new RecordingException(lines.Path, $"line {lines.Number}", $"{text.Length} characters", $"the {what} of channel {channel + 1} of {count}");
    }

    // "1 msec/sample" and "1000 samples/second" say the same.
    private static double? RateOf(string text)
    {
        if (Interval().Match(text) is { Success: true } interval && Number(interval) is double each)
        {
            double unit = interval.Groups[2].Value[0] switch { 'u' or 'µ' => 1e6, 'm' => interval.Groups[2].Value == "min" ? 1.0 / 60 : 1e3, _ => 1 };
            return Positive(unit / each);
        }

        return Rate().Match(text) is { Success: true } rate && Number(rate) is double perUnit
            ? Positive(perUnit * (rate.Groups[2].Value.Length > 0 ? 1000 : 1) / (rate.Groups[3].Value[0] is 'm' or 'M' ? 60 : 1))
            : null;
    }

    private static double? Number(Match match) =>
        double.TryParse(match.Groups[1].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static double? Positive(double rate) => rate > 0 && double.IsFinite(rate) ? rate : null;

    private static DateTime? StartOf(string text) =>
        RecordingOn().Match(text) is { Success: true } match && DateTime.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime start) ? start : null;

    [GeneratedRegex(@"^\s*""?(\d*[.,]?\d+)\s*(usec|µsec|msec|ms|sec|s|min)\s*/\s*sample", RegexOptions.CultureInvariant)]
    private static partial Regex Interval();

    [GeneratedRegex(@"^\s*""?(\d*[.,]?\d+)\s*(k?)samples?\s*/\s*(sec|s|min)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rate();

    [GeneratedRegex(@"^\s*""?(\d+)\s+channels?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ChannelCount();

    [GeneratedRegex(@"^\s*Recording on:\s*(.{1,40})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RecordingOn();
}
