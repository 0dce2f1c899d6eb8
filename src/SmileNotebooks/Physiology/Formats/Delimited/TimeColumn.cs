// The sampling rate of a text recording, and whether its column of times is regular.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class TimeColumn
{
    // Half a sample: what is further off is another sample.
    private const double Tolerance = 0.5;

    // What C's %g prints, and recorders with it: at 1,000 Hz all rows around the 600,000th are "10" minutes or "10.0001".
    private const int PrintedDigits = 6;

    /// <summary>The sampling rate: of the layout, else of the column of times. Times are checked against the rate.</summary>
    /// <exception cref="RecordingException">Times that do not rise regularly; the message names the first row that does not fit.</exception>
    public static double Rate(string path, TextLayout layout, ImmutableArray<TextColumn> columns, TextTable table)
    {
        int column = columns.IndexOf(columns.FirstOrDefault(one => one.Role == TextColumnRole.Time)!);
        if (column < 0)
        {
            return layout.SamplingRate!.Value;
        }

        ReadOnlySpan<double> times = table.Numbers[column].Span;
        double perSecond = columns[column].Unit switch
        {
            "" or "s" or "sec" or "seconds" => 1,
            "ms" or "msec" or "milliseconds" => 1000,
            "min" or "minutes" => 1.0 / 60,
            string other => throw new RecordingException(path, $"column {column + 1} ({columns[column].Name})", $"the unit {other}", "s, ms or min"),
        };
        double rate = layout.SamplingRate ?? Told(path, times, perSecond);
        int irregular = FirstIrregular(times, perSecond, rate);
        return irregular < 0 ? rate : throw new RecordingException(
            path, FormattableString.Invariant($"row {irregular + 1}, column {column + 1} ({columns[column].Name})"),
            FormattableString.Invariant($"the time {times[irregular]:R} {columns[column].Unit}").TrimEnd(),
            FormattableString.Invariant($"about {times[0] + (irregular / rate * perSecond):G9}, as at {rate:G9} Hz from the first row on"));
    }

    private static double Told(string path, ReadOnlySpan<double> times, double perSecond)
    {
        double span = times.Length < 2 ? double.NaN : (times[^1] - times[0]) / perSecond;
        if (!(span > 0 && double.IsFinite(span)))
        {
            throw new RecordingException(path, null, "times that do not rise from the first row to the last", "a column of times that rise regularly, or SamplingRate in the layout");
        }

        double rate = (times.Length - 1) / span;

        // Times are printed with few digits: a rate that is a whole number but for their rounding is that number.
        double whole = Math.Round(rate);
        double rounding = Rounding(times[^1]) / perSecond * rate;
        return Math.Abs(whole - rate) < 1e-4 * rate && Math.Abs(whole - rate) * span < (Tolerance / 10) + rounding ? whole : rate;
    }

    private static int FirstIrregular(ReadOnlySpan<double> times, double perSecond, double rate)
    {
        for (int row = 0; row < times.Length; row++)
        {
            double off = Math.Abs(((times[row] - times[0]) / perSecond * rate) - row);
            if (!(off <= Tolerance) && !(off <= Tolerance + (Rounding(times[row]) / perSecond * rate)))
            {
                return row;
            }
        }

        return -1;
    }

    // Half a unit of the sixth digit, for a time that has no further digits; 0 for one that has.
    private static double Rounding(double time)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(time))) + 1 - PrintedDigits);
        double units = time / unit;
        return Math.Abs(units - Math.Round(units)) < 1e-6 ? unit / 2 : 0;
    }
}
