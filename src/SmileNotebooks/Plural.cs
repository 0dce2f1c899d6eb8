namespace SmileNotebooks;

/// <summary>Things and how many they are, in words.</summary>
internal static class Plural
{
    /// <summary>As in <c>1 trial</c>, <c>240 trials</c>.</summary>
    public static string Of(int count, string thing) => FormattableString.Invariant($"{count} {thing}{(count == 1 ? "" : "s")}");
}
