// Tables delimited by tabs, as BIDS has them: no quotes, n/a for no value.
using System.Globalization;
using System.Text;

namespace SmileNotebooks;

internal static class TsvText
{
    public const string NoValue = "n/a";

    /// <summary>A table as text.</summary>
    /// <param name="path">What errors call it.</param>
    /// <param name="columns">Its header.</param>
    /// <param name="rows">As many fields as columns; empty ones become n/a.</param>
    /// <exception cref="RecordingException">A field has a tab or a line end.</exception>
    public static string Of(string path, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        StringBuilder text = new();
        foreach (IReadOnlyList<string> row in rows.Prepend(columns))
        {
            if (row.FirstOrDefault(field => field.AsSpan().IndexOfAny("\t\r\n") >= 0) is { } unfit)
            {
                throw new RecordingException(path, null, $"the text \"{unfit.ReplaceLineEndings("\\n").Replace("\t", "\\t", StringComparison.Ordinal)}\"", "names and reasons without tabs and line ends");
            }

            text.AppendJoin('\t', row.Select(field => field.Length == 0 ? NoValue : field)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A number that is read back to the last digit; nothing for NaN.</summary>
    public static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
}
