// "Did you mean ...?"
namespace SmileNotebooks.Host;

internal static class NearestName
{
    /// <summary>The known name that a mistyped one was probably meant to be; null if none is near.</summary>
    public static string? Of(string found, IEnumerable<string> known)
    {
        string lower = found.ToLowerInvariant();
        (string Name, int Distance) best = known.Select(name => (name, Distance: EditDistance(lower, name.ToLowerInvariant()))).MinBy(pair => pair.Distance);
        return best.Distance <= Math.Max(1, found.Length / 3) ? best.Name : null;
    }

    /// <summary>How many letters to insert, delete or replace (Levenshtein, 1966).</summary>
    private static int EditDistance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
