// Names, units and kinds of the channels of an AcqKnowledge export.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class AcqKnowledgeChannels
{
    /// <summary>The channels with a name of its own for each.</summary>
    /// <param name="written">Names and units as the header has them.</param>
    /// <param name="numbers">CH1, CH2 and so on.</param>
    public static ImmutableArray<TextColumn> Of(ImmutableArray<(string Name, string Unit)> written, List<string> numbers)
    {
        string[] names = [.. written.Select((one, index) => one.Name.Length > 0 ? one.Name : numbers[index])];
        HashSet<string> single = [.. names.CountBy(name => name).Where(name => name.Value == 1).Select(name => name.Key)];
        HashSet<string> taken = [.. single];
        Dictionary<string, int> last = [];
        return [.. names.Select((name, index) =>
            new TextColumn(single.Contains(name) ? name : Numbered(name, taken, last), UnitOf(written[index].Unit), ChannelKinds.Of(name)))];
    }

    private static string Numbered(string name, HashSet<string> taken, Dictionary<string, int> last)
    {
        string numbered;
        do
        {
            last[name] = last.GetValueOrDefault(name) + 1;
            numbered = $"{name} {last[name]}";
        }
        while (!taken.Add(numbered));

        return numbered;
    }

    private static string UnitOf(string written) => written is "Volts" or "volts" or "Volt" ? "V" : written;
}
