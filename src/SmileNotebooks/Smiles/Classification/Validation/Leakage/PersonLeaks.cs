// Leaks by who smiled: people without or with two names, clips that people or classes share, people of one class.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class PersonLeaks
{
    // With fewer people of several smiles, each being of one class is no pattern.
    private const int LeastPeople = 5;

    // Conventions: nearly all people are of one class, where chance alone would make far fewer so.
    private const double NearlyAll = 0.9;
    private const double MuchByChance = 0.6;

    public static IEnumerable<LeakageFinding> Find(FeatureTable table) =>
        new[] { Nobody(table), Names(table), Clips(table), OneClass(table) }.OfType<LeakageFinding>();

    private static LeakageFinding? Nobody(FeatureTable table)
    {
        int[] rows = [.. Numbers(table).Where(row => table.Rows[row].Person is null)];
        return rows.Length == 0 ? null : new LeakageFinding(
            LeakageKind.NoPeople, LeakageSeverity.Warning,
            $"Of {rows.Length} of {table.Rows.Length} smiles nobody says who smiled: the same person may be on both sides of each test, and a classifier that knows people again looks like one that "
            + "knows smiles. The numbers are too good by an unknown amount.")
        {
            Rows = [.. rows],
        };
    }

    private static LeakageFinding? Names(FeatureTable table)
    {
        string[][] alike = [.. table.Rows.Select(row => row.Person).OfType<string>().Distinct(StringComparer.Ordinal)
            .GroupBy(Plain, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.ToArray())];
        if (alike.Length == 0)
        {
            return null;
        }

        HashSet<string> names = [.. alike.SelectMany(group => group)];
        return new LeakageFinding(
            LeakageKind.PersonNames, LeakageSeverity.Warning,
            $"Names of people differ in case, spaces, signs or leading zeros alone: {LeakageChecks.Named([.. alike.Select(group => string.Join(" and ", group.Select(name => $"'{name}'")))])}. "
            + "If they are the same people, they are on both sides of a test.")
        {
            Rows = [.. Numbers(table).Where(row => table.Rows[row].Person is { } person && names.Contains(person))],
        };
    }

    private static LeakageFinding? Clips(FeatureTable table)
    {
        (string Clip, int[] Rows, int People, bool BothClasses)[] shared = [.. Numbers(table).Where(row => table.Rows[row].Clip is not null)
            .GroupBy(row => table.Rows[row].Clip!, StringComparer.Ordinal)
            .Select(group => (
                group.Key,
                group.ToArray(),
                group.Select(row => table.Rows[row].Person).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
                group.Any(row => table.Rows[row].Label == true) && group.Any(row => table.Rows[row].Label == false)))
            .Where(clip => clip.Item3 > 1 || clip.Item4)];
        if (shared.Length == 0)
        {
            return null;
        }

        int ofPeople = shared.Count(clip => clip.People > 1);
        int ofClasses = shared.Count(clip => clip.BothClasses);
        string what = string.Join(" and ", new[] { (ofPeople, "smiles of several people"), (ofClasses, "smiles of both classes") }.Where(pair => pair.Item1 > 0)
            .Select(pair => $"{Clip(pair.Item1)} {pair.Item2}"));
        return new LeakageFinding(
            LeakageKind.SharedClip, ofPeople > 0 ? LeakageSeverity.Severe : LeakageSeverity.Warning,
            $"{what}: {LeakageChecks.Named([.. shared.Select(clip => clip.Clip)])}. "
            + (ofPeople > 0 ? "What belongs to the recording is then on both sides of a test." : "Where a smile begins and ends, or its label, may be wrong."))
        {
            Rows = [.. shared.SelectMany(clip => clip.Rows).Order()],
        };
    }

    private static LeakageFinding? OneClass(FeatureTable table)
    {
        bool[][] people = [.. Numbers(table).Where(row => table.Rows[row] is { Person: not null, Label: not null })
            .GroupBy(row => table.Rows[row].Person!, StringComparer.Ordinal).Select(group => group.Select(row => table.Rows[row].Label!.Value).ToArray()).Where(labels => labels.Length > 1)];
        if (people.Length < LeastPeople)
        {
            return null;
        }

        double share = people.Sum(labels => labels.Count(label => label)) / (double)people.Sum(labels => labels.Length);
        double expected = people.Average(labels => Math.Pow(share, labels.Length) + Math.Pow(1 - share, labels.Length));
        int single = people.Count(labels => labels.All(label => label == labels[0]));
        return single < NearlyAll * people.Length || expected > MuchByChance ? null : new LeakageFinding(
            LeakageKind.ClassByPerson, LeakageSeverity.Warning,
            $"Of {people.Length} people with several smiles {single} have smiles of one class alone (by chance about {Math.Round(expected * people.Length):0}): what tells these people apart looks like "
            + "what tells the classes apart. Folds by person protect the numbers; how few people there are shows in their intervals.");
    }

    private static string Plain(string name)
    {
        string plain = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return System.Text.RegularExpressions.Regex.Replace(plain, @"(?<!\d)0+(?=\d)", "");
    }

    private static string Clip(int count) => count == 1 ? "1 clip has" : $"{count} clips have";

    private static IEnumerable<int> Numbers(FeatureTable table) => Enumerable.Range(0, table.Rows.Length);
}
