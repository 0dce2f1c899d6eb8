// How well a name fits what somebody has typed of it.
namespace SmileNotebooks.Host;

internal static class CompletionMatch
{
    /// <summary>The rank of a name that does not begin as typed.</summary>
    public const int ByHumpsOnly = 2;

    /// <summary>The rank of a name: 0 starts so, 1 starts so in another case, 2 by its humps (`WL` in `WriteLine`); null: does not fit.</summary>
    public static int? Rank(string name, string typed) =>
        name.StartsWith(typed, StringComparison.Ordinal) ? 0
        : name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 1
        : ByHumps(name, typed) ? ByHumpsOnly
        : null;

    // Each typed letter either goes on where the one before matched, or starts a later hump.
    private static bool ByHumps(string name, string typed)
    {
        bool[] mayGoOn = new bool[name.Length + 1];
        mayGoOn[0] = true;
        for (int of = 0; of < typed.Length; of++)
        {
            int first = Array.IndexOf(mayGoOn, true);
            if (first < 0)
            {
                return false;
            }

            for (int i = name.Length - 1; i >= 0; i--)
            {
                bool mayStart = mayGoOn[i] || (i >= first && IsHump(name, i));
                mayGoOn[i + 1] = mayStart && char.ToUpperInvariant(name[i]) == char.ToUpperInvariant(typed[of]) && (i > 0 || of == 0);
            }

            mayGoOn[0] = false;
        }

        return mayGoOn.Contains(true);
    }

    private static bool IsHump(string name, int at) =>
        at == 0 || name[at - 1] == '_' || (char.IsUpper(name[at]) && !char.IsUpper(name[at - 1])) || (char.IsDigit(name[at]) && !char.IsDigit(name[at - 1]))
        || (char.IsUpper(name[at]) && at + 1 < name.Length && char.IsLower(name[at + 1]));
}
