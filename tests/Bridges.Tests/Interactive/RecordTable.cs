// Records without formatters of their own: each host has its table for them, the values in it are the same.
using System.Collections.Immutable;
using System.Xml.Linq;

namespace Bridges.Tests.Interactive;

internal static class RecordTable
{
    /// <summary>The records in a table of our host: a row each. A number that is shown shortened stands whole in its title.</summary>
    public static ImmutableArray<string> OfOurs(string html)
    {
        XElement table = TableIn(html);
        string[] names = [.. table.Element("thead")!.Descendants("th").Select(name => name.Value)];
        return [.. table.Element("tbody")!.Elements("tr").Select(row => Record(names.Zip(row.Elements().Select(cell => (string?)cell.Attribute("title") ?? cell.Value))))];
    }

    /// <summary>The records in a table of .NET Interactive: a table each, folded away.</summary>
    public static ImmutableArray<string> OfTheirs(string html) =>
    [
        .. TableIn(html).Element("tbody")!.Elements("tr").Select(row => Record(row.Descendants("tbody").Single().Elements("tr")
            .Select(member => (member.Elements("td").First().Value, member.Elements("td").Last().Value)))),
    ];

    private static string Record(IEnumerable<(string Name, string Value)> members) => string.Join("; ", members.Select(member => $"{member.Name} = {member.Value}"));

    private static XElement TableIn(string html)
    {
        const string End = "</table>";
        int start = html.IndexOf("<table", StringComparison.Ordinal);
        Assert.True(start >= 0, $"No table in {html}");
        return XElement.Parse(html[start..(html.LastIndexOf(End, StringComparison.Ordinal) + End.Length)]);
    }
}
