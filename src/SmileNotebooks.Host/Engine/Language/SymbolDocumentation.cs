// XML documentation as plain sentences.
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace SmileNotebooks.Host;

/// <summary>What the author of a symbol says of it; empty text for what is not there.</summary>
internal sealed partial record SymbolDocumentation(
    string Summary, ImmutableArray<(string Name, string Text)> Parameters, ImmutableArray<(string Name, string Text)> TypeParameters,
    string Returns, ImmutableArray<(string Name, string Text)> Exceptions, string Remarks)
{
    /// <param name="xml">The elements, with or without a <c>member</c> around them.</param>
    /// <returns>Null if it is no XML.</returns>
    public static SymbolDocumentation? Parse(string xml)
    {
        try
        {
            XElement root = XElement.Parse($"<doc>{xml}</doc>", LoadOptions.PreserveWhitespace);
            XElement member = root.Element("member") ?? root;
            return new SymbolDocumentation(
                TextOf(member.Element("summary")), Named(member, "param", "name"), Named(member, "typeparam", "name"),
                TextOf(member.Element("returns") ?? member.Element("value")), Named(member, "exception", "cref"), TextOf(member.Element("remarks")));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The same, with what it says of some parameters only.</summary>
    public SymbolDocumentation With(IEnumerable<string> parameters) => this with { Parameters = [.. Parameters.Where(one => parameters.Contains(one.Name))] };

    public bool IsEmpty => Summary.Length == 0 && Returns.Length == 0 && Remarks.Length == 0 && Parameters.IsEmpty && Exceptions.IsEmpty;

    private static ImmutableArray<(string, string)> Named(XElement member, string element, string attribute) =>
        [.. member.Elements(element).Select(one => (ShortName((string?)one.Attribute(attribute) ?? ""), TextOf(one)))];

    private static string TextOf(XElement? element)
    {
        if (element is null)
        {
            return "";
        }

        StringBuilder text = new();
        Write(element, text);
        return Blank().Replace(text.ToString(), " ").Replace(" \n ", "\n", StringComparison.Ordinal).Trim();
    }

    private static void Write(XElement element, StringBuilder text)
    {
        foreach (XNode node in element.Nodes())
        {
            switch (node)
            {
                case XText plain:
                    text.Append(plain.Value.ReplaceLineEndings(" "));
                    break;
                case XElement { Name.LocalName: "para" or "item" or "br" or "code" } block:
                    text.Append(" \n ");
                    Write(block, text);
                    text.Append(" \n ");
                    break;
                case XElement { IsEmpty: true } reference:
                    text.Append(ShortName((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("name")
                        ?? (string?)reference.Attribute("langword") ?? (string?)reference.Attribute("href") ?? ""));
                    break;
                case XElement other:
                    Write(other, text);
                    break;
                default:
                    break;
            }
        }
    }

    // `M:System.Math.Round(System.Double)` is Math.Round, `T:System.ArgumentException` ArgumentException.
    private static string ShortName(string reference)
    {
        if (reference.Length < 2 || reference[1] != ':')
        {
            return reference;
        }

        string[] parts = Arity().Replace(reference[2..].Split('(')[0], "").Split('.');
        return reference[0] is 'T' or 'N' or '!' || parts.Length == 1 ? parts[^1] : $"{parts[^2]}.{parts[^1]}";
    }

    [GeneratedRegex(@"[ \t\r]+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}
