// Jupyter counts positions in code points, .NET in UTF-16 code units: they differ behind an emoji.
namespace SmileNotebooks.Host;

internal static class CodePoints
{
    /// <summary>The UTF-16 index of a code point; the end of the text where it has fewer.</summary>
    public static int Index(string text, int codePoints)
    {
        int index = 0;
        for (int passed = 0; passed < codePoints && index < text.Length; passed++)
        {
            index += IsPair(text, index) ? 2 : 1;
        }

        return index;
    }

    /// <summary>How many code points stand before a UTF-16 index. Half of a pair counts as one.</summary>
    public static int Count(string text, int index)
    {
        int count = 0;
        for (int at = 0; at < index && at < text.Length; at += IsPair(text, at) ? 2 : 1)
        {
            count++;
        }

        return count;
    }

    private static bool IsPair(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
}
