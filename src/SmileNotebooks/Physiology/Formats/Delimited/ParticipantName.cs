namespace SmileNotebooks;

/// <summary>Who was recorded, by the name of the file.</summary>
internal static class ParticipantName
{
    /// <summary>The label of a BIDS name (01 of sub-01_task-faces_emg.edf), else the number that the name begins with, as it is written (09 of 09_FMOV.txt); empty where there is
    /// neither.</summary>
    public static string Of(string path)
    {
        string name = Path.GetFileName(path);
        return name.StartsWith("sub-", StringComparison.Ordinal)
            ? string.Concat(name.Skip(4).TakeWhile(char.IsAsciiLetterOrDigit))
            : string.Concat(name.TakeWhile(char.IsAsciiDigit));
    }
}
