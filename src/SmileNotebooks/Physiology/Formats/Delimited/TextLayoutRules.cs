// What a layout must not say.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class TextLayoutRules
{
    /// <summary>Checks layouts that stand beside each other.</summary>
    /// <exception cref="ArgumentException">No layout, or one that contradicts itself or cannot be told from another.</exception>
    public static void Check(ImmutableArray<TextLayout> layouts)
    {
        if (layouts.IsEmpty)
        {
            throw new ArgumentException("A format of text files has no layout, expected at least one.", nameof(layouts));
        }

        foreach (TextLayout layout in layouts)
        {
            Check(layout);
        }

        if (layouts.Length > 1 && (layouts.Any(one => one.HasHeader) || layouts.Select(one => one.Columns.Length).Distinct().Count() < layouts.Length))
        {
            throw new ArgumentException("Several layouts of a format have a header or as many columns as another, expected none with a header and different numbers of columns.", nameof(layouts));
        }
    }

    private static void Check(TextLayout layout)
    {
        Require(layout.SamplingRate is null || (layout.SamplingRate > 0 && double.IsFinite(layout.SamplingRate.Value)), FormattableString.Invariant($"a sampling rate of {layout.SamplingRate} Hz"), "a positive number");
        Require(layout.HasHeader || !layout.Columns.IsEmpty, "no columns and no header", "all columns in their order, or HasHeader");
        Require(layout.Delimiter is null or '\t' or ';' or ',' or ' ', $"the delimiter '{layout.Delimiter}'", "a tab, a semicolon, a comma or a blank");
        Require(layout.DecimalMark is null or '.' or ',', $"the decimal mark '{layout.DecimalMark}'", "a point or a comma");
        Require(layout.SkippedLines >= 0, FormattableString.Invariant($"{layout.SkippedLines} skipped lines"), "0 or more");
        Require(layout.Limit > 0, FormattableString.Invariant($"a limit of {layout.Limit}"), "a positive number");
        Require(layout.Columns.Count(one => one.Role == TextColumnRole.Time) <= 1, "several columns of times", "at most one");
        Require(layout.Columns.Count(one => one.Role == TextColumnRole.EventLabel) <= 1, "several columns of event labels", "at most one");
        Require(layout.SamplingRate is not null || layout.Columns.Any(one => one.Role == TextColumnRole.Time), "neither a sampling rate nor a column of times", "SamplingRate, or a column with Role = TextColumnRole.Time");
        string? twice = layout.Columns.Where(one => one.Role != TextColumnRole.Ignored).GroupBy(one => one.Name).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require(twice is null, $"several columns called {twice}", "a name of its own for each");
    }

    private static void Require(bool condition, string found, string expected)
    {
        if (!condition)
        {
            throw new ArgumentException($"A layout of text files has {found}, expected {expected}.");
        }
    }
}
