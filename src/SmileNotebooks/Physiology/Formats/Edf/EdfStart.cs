// When a recording began, and of whom, by the header of EDF.
using System.Globalization;

namespace SmileNotebooks;

/// <summary>The identification fields of a header.</summary>
internal static class EdfStart
{
    /// <summary>The date of files that give none.</summary>
    public const string UnknownDate = "01.01.85";

    private static readonly char[] Separators = ['.', ':', '/', '-'];

    /// <summary>The date and time of the header; null where it gives none, or none that exists.</summary>
    /// <param name="header">The header.</param>
    /// <param name="fraction">Seconds from then to the first sample.</param>
    /// <param name="remarks">Receives what is no date or time.</param>
    public static DateTime? Of(EdfHeader header, decimal fraction, List<string> remarks)
    {
        string? written = header.IsPlus && header.Recording.Split(' ') is ["Startdate", var word, ..] ? word : null;
        if (written == "X" && header.Date == UnknownDate)
        {
            return null;
        }

        // The 8-character date has two digits of the year: 85 to 99 are of the 20th century.
        DateTime? date = DateTime.TryParseExact(written, "d-MMM-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime whole)
            ? whole
            : Parts(header.Date) is [int day, int month, int year] && year < 100 ? Existing(year < 85 ? 2000 + year : 1900 + year, month, day) : null;
        // The onset of the first record is a fraction of a second; the last two conditions keep damaged ones within the calendar.
        if (date is null || Parts(header.Time) is not [>= 0 and < 24 and int hour, >= 0 and < 60 and int minute, >= 0 and < 60 and int second] || Math.Abs(fraction) > 1e9m || date.Value.Year is < 100 or > 9900)
        {
            remarks.Add($"The start \"{header.Date} {header.Time}\" is no date and time; it is left out.");
            return null;
        }

        return date.Value.AddHours(hour).AddMinutes(minute).AddSeconds(second).AddTicks((long)(fraction * TimeSpan.TicksPerSecond));
    }

    /// <summary>EDF+: the code, or the name where no code is given. Otherwise the whole field.</summary>
    public static string Participant(EdfHeader header)
    {
        if (!header.IsPlus)
        {
            return header.Patient;
        }

        string[] parts = header.Patient.Split(' ');
        return parts[0] is not ("X" or "") ? parts[0] : parts.Length > 3 && parts[3] != "X" ? parts[3] : "";
    }

    private static int[] Parts(string text)
    {
        int[] parts = [.. text.Split(Separators).Select(part => int.TryParse(part, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int number) ? number : -1)];
        return parts.Contains(-1) ? [] : parts;
    }

    private static DateTime? Existing(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, day) : null;
}
