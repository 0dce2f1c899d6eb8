// Columns by name, and which one was meant by a name that is not there.
namespace SmileNotebooks;

internal static class ColumnNames
{
    /// <summary>The words of an error: the columns there are, and the nearest if one is near.</summary>
    public static string NotFound(string wanted, IReadOnlyList<string> known)
    {
        string list = known.Count == 0 ? "none" : string.Join(", ", known);
        (string Name, int Distance)? best = known.Count == 0 ? null
            : known.Select(name => (name, Distance: Distance(wanted.ToLowerInvariant(), name.ToLowerInvariant()))).MinBy(pair => pair.Distance);

        // Up to a third of the letters wrong is a slip, more is another word.
        string near = best is var (name, distance) && distance <= Math.Max(1, wanted.Length / 3) ? $"; did you mean '{name}'?" : "";
        return $"one of the columns there are ({list}){near}";
    }

    /// <summary>How many letters to insert, delete or replace (Levenshtein, 1966).</summary>
    private static int Distance(string a, string b)
    {
        int[] above = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] row = new int[b.Length + 1];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }

            above = row;
        }

        return above[b.Length];
    }
}
