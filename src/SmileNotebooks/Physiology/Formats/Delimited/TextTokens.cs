namespace SmileNotebooks;

internal static class TextTokens
{
    /// <summary>A piece of a file as a message shows it: in quotes, without control characters, not longer than a line.</summary>
    public static string Shown(string text)
    {
        string plain = string.Concat(text.Take(40).Select(one => char.IsControl(one) || char.IsSurrogate(one) ? '?' : one));
        return text.Length > 40 ? $"\"{plain}...\"" : $"\"{plain}\"";
    }
}
