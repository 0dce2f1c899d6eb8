// The name of a column from the text of the selector that takes it: r => r.Happy is named Happy.
namespace SmileNotebooks;

internal static class SelectorName
{
    /// <summary>The last name of a selector's text, where that is a chain of names; otherwise all that stands after its arrow.</summary>
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
        string[] names = body.Split('.');
        return names.All(IsName) ? names[^1] : body;
    }

    private static bool IsName(string text) =>
        text.Length > 0 && !char.IsDigit(text[0]) && text.All(letter => char.IsLetterOrDigit(letter) || letter == '_');
}
