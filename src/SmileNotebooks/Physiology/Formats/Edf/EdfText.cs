// The fields of an EDF header: text of a fixed width.
using System.Globalization;
using System.Text;

namespace SmileNotebooks;

/// <summary>Reads one field after the other.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="bytes">The header.</param>
/// <param name="position">Where the first field begins, in bytes.</param>
internal sealed class EdfText(string path, byte[] bytes, int position)
{
    /// <summary>The text of the next field without the blanks around it. Bytes after a NUL are left-overs of a recorder's memory.</summary>
    public string Text(int width)
    {
        if (position + width > bytes.Length)
        {
            throw new RecordingException(path, $"byte {bytes.Length}", "the end of the file within the header", "a whole header");
        }

        string text = Encoding.Latin1.GetString(bytes, position, width);
        position += width;
        return text.Split('\0')[0].Trim();
    }

    /// <summary>The next field as a number; a decimal comma counts as a point.</summary>
    public double Number(int width, string meaning)
    {
        string text = Text(width);
        return double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw Unexpected(width, text, $"{meaning}, a number");
    }

    /// <summary>The next field as a whole number within limits.</summary>
    public int Integer(int width, string meaning, int least, int most = int.MaxValue)
    {
        string text = Text(width);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw Unexpected(width, text, $"{meaning}, a whole number {(most == int.MaxValue ? $"of {least} or more" : $"from {least} to {most}")}");
    }

    /// <summary>An error at the field that was read last.</summary>
    public RecordingException Unexpected(int width, string found, string expected) =>
        new(path, $"byte {position - width}", found.Length == 0 ? "an empty field" : $"\"{found}\"", expected);
}
