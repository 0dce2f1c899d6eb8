namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>Words of a command line that a reader can paste.</summary>
internal static class ShellWord
{
    public static string Quote(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./=:,+@%".Contains(letter)) ? word : $"'{word.Replace("'", "'\\''")}'";
}
