// The text files of a BrainVision recording: sections of lines "key=value".
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SmileNotebooks;

/// <summary>One line of a section.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Key">Before the first equals sign.</param>
/// <param name="Value">After it.</param>
internal readonly record struct BrainVisionEntry(int Line, string Key, string Value)
{
    /// <summary>The values between commas; a comma within one is written as a backslash and 1.</summary>
    public string[] Values => [.. Value.Split(',').Select(value => value.Trim().Replace(@"\1", ","))];
}

/// <summary>A header or marker file. Sections and keys are found in upper and lower case.</summary>
internal sealed partial class BrainVisionText
{
    private const int MostBytes = 64 * 1024 * 1024;

    // No other character ends a line: byte 0x85, an ellipsis of Windows, would be a line end of Unicode.
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    private readonly Dictionary<string, List<BrainVisionEntry>> _sections = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="RecordingException">The file cannot be read, or a line is neither a section nor an entry.</exception>
    public BrainVisionText(string path)
    {
        RecordingFile file = new(path);
        if (file.Length > MostBytes)
        {
            throw new RecordingException(path, null, $"{file.Length} bytes", $"a text of at most {MostBytes} bytes");
        }

        Path = path;
        string[] lines = Decode(file.ReadHead(MostBytes)).Split(LineEnds, StringSplitOptions.None);
        FirstLine = lines[0].Trim();
        Read(lines);
    }

    public string Path { get; }

    public string FirstLine { get; }

    /// <summary>Whether a file begins as a header does.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> head) => IsBeginning(Encoding.Latin1.GetString(head).Split('\n', '\r')[0], "Header");

    /// <summary>Whether the first line is that of a header or marker file; its words have changed over the years.</summary>
    public static bool IsBeginning(string line, string kind) => FirstLines().Match(line) is { Success: true } match && match.Groups[1].Value == kind;

    /// <summary>The entries of a section, in order; none where it is missing.</summary>
    public IReadOnlyList<BrainVisionEntry> Section(string name) => _sections.TryGetValue(name, out List<BrainVisionEntry>? entries) ? entries : [];

    /// <summary>An entry; null where it is missing or empty.</summary>
    public BrainVisionEntry? Find(string section, string key) =>
        Section(section).Where(entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase) && entry.Value.Length > 0).Cast<BrainVisionEntry?>().FirstOrDefault();

    /// <summary>An entry that must be there.</summary>
    public BrainVisionEntry Get(string section, string key) =>
        Find(section, key) ?? throw new RecordingException(Path, null, $"no entry {key} in [{section}]", $"a line {key}=...");

    /// <summary>A number that must be there.</summary>
    public double Number(BrainVisionEntry entry, string text, string expected) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw Unexpected(entry, expected);

    /// <summary>A whole number that must be there.</summary>
    public long Integer(BrainVisionEntry entry, string text, long least, string expected) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number >= least ? number : throw Unexpected(entry, expected);

    /// <summary>An error at an entry.</summary>
    public RecordingException Unexpected(BrainVisionEntry entry, string expected) => new(Path, $"line {entry.Line}", $"\"{entry.Key}={entry.Value}\"", expected);

    [GeneratedRegex(@"^\uFEFF?(?:\u00EF\u00BB\u00BF)?\s*Brain ?Vision.* (Header|Marker) File", RegexOptions.CultureInvariant)]
    private static partial Regex FirstLines();

    [GeneratedRegex(@"^\s*Codepage\s*=\s*(\S+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex CodePage();

    // What says UTF-8 and is none, or says nothing and is none, is of a Western Windows.
    private static string Decode(byte[] bytes)
    {
        string latin = Encoding.Latin1.GetString(bytes);
        if (CodePage().Match(latin) is { Success: true } match && !match.Groups[1].Value.StartsWith("UTF", StringComparison.OrdinalIgnoreCase))
        {
            return latin;
        }

        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            return latin;
        }
    }

    private void Read(string[] lines)
    {
        List<BrainVisionEntry>? section = null;
        for (int i = 1; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0 || line[0] == ';')
            {
                continue;
            }

            if (line[0] == '[' && line[^1] == ']')
            {
                // What comes after is free text.
                if (line.Equals("[Comment]", StringComparison.OrdinalIgnoreCase))
                {
                    return;
                }

                section = _sections.TryGetValue(line[1..^1], out section) ? section : _sections[line[1..^1]] = [];
            }
            else if (line.IndexOf('=') is > 0 and int equals)
            {
                section?.Add(new BrainVisionEntry(i + 1, line[..equals].Trim(), line[(equals + 1)..].Trim()));
            }
            else if (section is not null)
            {
                throw new RecordingException(Path, $"line {i + 1}", $"\"{line}\"", "a section [...] or an entry key=value");
            }
        }
    }
}
