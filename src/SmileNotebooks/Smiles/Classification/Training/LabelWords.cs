// What the words of a label column mean.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Which word of a label column is the named class.</summary>
internal static class LabelWords
{
    private static readonly (string True, string False)[] s_known = [("1", "0"), ("true", "false"), ("yes", "no")];

    /// <param name="path">For errors.</param>
    /// <param name="column">The label column.</param>
    /// <param name="cells">Line and word of each row; empty where the row has no label.</param>
    /// <param name="positive">The word of the named class; null where the table must say it by itself.</param>
    /// <returns>The label of each row, and what it says where it is true.</returns>
    /// <exception cref="TableException">Other than two words, or two of which none is known to be the named one.</exception>
    public static (ImmutableArray<bool?> Labels, string Name) Read(string path, string column, IReadOnlyList<(int Line, string Word)> cells, string? positive)
    {
        string place = $"column {column}";
        (int Line, string Word)[] words = [.. cells.Where(cell => cell.Word.Length > 0).DistinctBy(cell => Normal(cell.Word)).OrderBy(cell => Normal(cell.Word), StringComparer.Ordinal)];
        if (words.Length > 2)
        {
            (int line, string third) = words.MaxBy(cell => cell.Line);
            throw new TableException(
                path, $"line {line}, {place}", $"a third value '{third}' beside {string.Join(", ", words.Where(cell => cell.Line != line).Take(5).Select(cell => $"'{cell.Word}'"))}",
                "two values: 1 and 0, true and false, yes and no, or two words");
        }

        if (words.Length < 2)
        {
            throw new TableException(
                path, place, words.Length == 0 ? "no label" : $"the value '{words[0].Word}' alone", "two values: a classifier learns from smiles of both classes");
        }

        string named = NamedOf(path, place, column, Normal(words[0].Word), Normal(words[1].Word), positive);
        bool isWord = s_known.All(pair => pair.True != named);
        ImmutableArray<bool?> labels = [.. cells.Select(cell => cell.Word.Length == 0 ? (bool?)null : Normal(cell.Word) == named)];
        return (labels, isWord ? words.First(cell => Normal(cell.Word) == named).Word.Trim() : column);
    }

    private static string NamedOf(string path, string place, string column, string first, string second, string? positive)
    {
        if (positive is not null)
        {
            string wanted = Normal(positive);
            return wanted == first || wanted == second
                ? wanted
                : throw new TableException(path, place, $"the values '{first}' and '{second}'", $"'{positive}', which was said to name the class, to be one of them");
        }

        foreach ((string yes, string no) in s_known)
        {
            if ((first == no && second == yes) || (first == yes && second == no))
            {
                return yes;
            }
        }

        string name = Normal(column);
        return name == first || name == second
            ? name
            : throw new TableException(path, place, $"the values '{first}' and '{second}'", "to be told which of the two names the class (option Positive, --positive)");
    }

    // 1.0 is what other programs write for 1.
    private static string Normal(string word) => word.Trim().ToLowerInvariant() switch
    {
        "1.0" => "1",
        "0.0" => "0",
        string other => other,
    };
}
