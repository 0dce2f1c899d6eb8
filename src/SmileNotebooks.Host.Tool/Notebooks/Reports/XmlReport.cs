// What both kinds of test reports need.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace SmileNotebooks.Host.Tool.Notebooks.Reports;

internal static partial class XmlReport
{
    /// <summary>The document as UTF-8 text with a declaration.</summary>
    public static string ToText(XElement root)
    {
        using MemoryStream buffer = new();
        using (XmlWriter writer = XmlWriter.Create(buffer, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" }))
        {
            root.Save(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    /// <summary>Text without colours, and with what XML cannot hold (control characters, half surrogate pairs) written as <c>\u001b</c>.</summary>
    public static string Clean(string text)
    {
        string plain = Colours().Replace(text, "");
        if (plain.All(XmlConvert.IsXmlChar))
        {
            return plain;
        }

        StringBuilder clean = new();
        for (int i = 0; i < plain.Length; i++)
        {
            if (i + 1 < plain.Length && XmlConvert.IsXmlSurrogatePair(plain[i + 1], plain[i]))
            {
                clean.Append(plain, i++, 2);
            }
            else if (XmlConvert.IsXmlChar(plain[i]))
            {
                clean.Append(plain[i]);
            }
            else
            {
                clean.Append(CultureInfo.InvariantCulture, $"\\u{(int)plain[i]:x4}");
            }
        }

        return clean.ToString();
    }

    /// <summary>What a person reads of an error: its lines, which begin with the message.</summary>
    public static string Traceback(ErrorOutput error) => Clean(string.Join('\n', error.Traceback));

    public static string Message(ErrorOutput error) => Clean($"{error.Name}: {error.Message}");

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colours();
}
