// The name of a column from the text of the selector that takes it: r => r.Happy is named Happy.
namespace SmileNotebooks;

internal static class SelectorName
{
    /// <summary>What stands after the last point of a selector's text, where that is a name; otherwise what stands after its arrow.</summary>
    /// <param name="text">As the compiler hands it over in CallerArgumentExpression.</param>
    /// <param name="otherwise">For a selector without a text.</param>
    public static string Of(string? text, string otherwise)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return otherwise;
        }

        int arrow = text.IndexOf("=>", StringComparison.Ordinal);
        string body = text[(arrow < 0 ? 0 : arrow + 2)..].Trim();
        string last = body[(body.LastIndexOf('.') + 1)..];
        return last.Length > 0 && last.All(letter => char.IsLetterOrDigit(letter) || letter == '_') && !char.IsDigit(last[0]) ? last : body;
    }
}
