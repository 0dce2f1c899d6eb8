// Names of channels as a recording needs them: none empty, each once.
namespace SmileNotebooks;

/// <summary>Mends the names that a file gives.</summary>
internal static class ChannelNames
{
    /// <summary>An empty name becomes <c>channel 3</c>, the second of equal names <c>EMG (2)</c>.</summary>
    /// <param name="names">As in the file.</param>
    /// <param name="remarks">Receives what was changed.</param>
    public static string[] Mended(IReadOnlyList<string> names, List<string> remarks)
    {
        string[] mended = new string[names.Count];
        HashSet<string> taken = [.. names];
        HashSet<string> given = [];
        for (int i = 0; i < mended.Length; i++)
        {
            string name = names[i].Length == 0 ? $"channel {i + 1}" : names[i];
            string free = name;
            for (int number = 2; (free != names[i] && taken.Contains(free)) || !given.Add(free); number++)
            {
                free = $"{name} ({number})";
            }

            mended[i] = free;
            if (free != names[i])
            {
                remarks.Add(names[i].Length == 0 ? $"Channel {i + 1} has no name; it is called {free} here." : $"More than one channel is called {name}; channel {i + 1} is called {free} here.");
            }
        }

        return mended;
    }
}
