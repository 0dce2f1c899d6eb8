// The header of an EDF+ file that is written.
using System.Globalization;
using System.Text;

namespace SmileNotebooks;

/// <summary>Writes the header, field by field.</summary>
internal sealed class EdfHeaderWriter
{
    private const int LabelWidth = 16;
    private const int UnitWidth = 8;
    private const int PatientWidth = 80;

    // Dates in the header have two digits of the year: 85 is 1985, 84 is 2084.
    private const int FirstYear = 1985;
    private const int LastYear = 2084;

    private readonly List<byte> _bytes = [];

    /// <exception cref="ArgumentException">A name or a unit that is too long or no ASCII.</exception>
    public static byte[] Write(Recording recording, EdfPlan plan, IReadOnlyList<EdfLimits> limits, int annotationBytes)
    {
        EdfHeaderWriter header = new();
        int signals = recording.Channels.Length + 1;
        header.Field("0", 8);
        header.Field($"{Patient(recording.Participant)} X X X", PatientWidth);
        header.Field($"Startdate {recording.Start?.ToString("dd-MMM-yyyy", CultureInfo.InvariantCulture).ToUpperInvariant() ?? "X"} X X {EdfMarks.Equipment}", 80);
        header.Field(recording.Start is not { } start ? EdfStart.UnknownDate : start.ToString(start.Year is >= FirstYear and <= LastYear ? "dd.MM.yy" : "dd.MM.'yy'", CultureInfo.InvariantCulture), 8);
        header.Field(recording.Start?.ToString("HH.mm.ss", CultureInfo.InvariantCulture) ?? "00.00.00", 8);
        header.Field($"{256 * (signals + 1)}", 8);
        header.Field(plan.Runs.Length > 1 ? "EDF+D" : "EDF+C", 44);
        header.Field($"{plan.Records}", 8);
        header.Field(EdfNumber.Exact(plan.Duration)!, 8);
        header.Field($"{signals}", 4);
        header.Fields(LabelWidth, recording.Channels.Select(Label), "EDF Annotations");
        header.Fields(80, recording.Channels.Select(channel => EdfKinds.Transducer(channel.Kind)), "");
        header.Fields(UnitWidth, recording.Channels.Select(Unit), "");
        header.Fields(8, limits.Select(one => one.PhysicalMinimum), "-1");
        header.Fields(8, limits.Select(one => one.PhysicalMaximum), "1");
        header.Fields(8, limits.Select(one => one.DigitalMinimum), "-32768");
        header.Fields(8, limits.Select(one => one.DigitalMaximum), "32767");
        header.Fields(80, recording.Channels.Select(_ => ""), "");
        header.Fields(8, plan.SamplesPerRecord.Select(samples => $"{samples}"), $"{annotationBytes / 2}");
        header.Fields(32, recording.Channels.Select(_ => ""), "");
        return [.. header._bytes];
    }

    private static string Label(Channel channel) =>
        IsPrintable(channel.Name, LabelWidth) && channel.Name.Length > 0 && channel.Name.Trim() == channel.Name && channel.Name is not ("EDF Annotations" or "BDF Annotations")
            ? channel.Name
            : throw new ArgumentException($"A channel is called \"{channel.Name}\", expected a name of 1 to {LabelWidth} printable ASCII characters, other than EDF Annotations: EDF has no place for others. Give it another with `channel with {{ Name = ... }}`.");

    private static string Unit(Channel channel)
    {
        string unit = channel.Unit.Replace("\u00b5", "u").Replace("\u03bc", "u").Replace("\u00b0", "deg").Replace("\u03a9", "Ohm").Replace("\u2126", "Ohm");
        return IsPrintable(unit, UnitWidth)
            ? unit
            : throw new ArgumentException($"The unit of channel {channel.Name} is \"{channel.Unit}\", expected at most {UnitWidth} printable ASCII characters: EDF has no place for others.");
    }

    // Subfields are separated by blanks.
    private static string Patient(string participant)
    {
        string code = participant.Length == 0 ? "X" : participant.Replace(' ', '_');
        return IsPrintable(code, PatientWidth - " X X X".Length)
            ? code
            : throw new ArgumentException($"The participant is \"{participant}\", expected at most {PatientWidth - " X X X".Length} printable ASCII characters: EDF has no place for others.");
    }

    private static bool IsPrintable(string text, int width) => text.Length <= width && text.All(character => character is >= ' ' and <= '~');

    private void Fields(int width, IEnumerable<string> ofChannels, string ofAnnotations)
    {
        foreach (string text in ofChannels.Append(ofAnnotations))
        {
            Field(text, width);
        }
    }

    private void Field(string text, int width) => _bytes.AddRange(Encoding.ASCII.GetBytes(text.PadRight(width)));
}
