// What a reader must know before believing a validation.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class ValidationWarnings
{
    /// <summary>Below this many people intervals of the bootstrap are too narrow (Cameron, Gelbach and Miller, 2008, on few clusters: rules of thumb from 20 on).</summary>
    private const int FewPeople = 20;

    /// <summary>So many clips are named in a warning; the table knows all.</summary>
    private const int MostNamed = 5;

    public static ImmutableArray<string> Of(SmileValidation validation, TrainingRows rows, FeatureTable table, int foldsWanted)
    {
        List<string> warnings = [];
        warnings.AddRange(validation.Leakage.Findings.Where(finding => finding.Severity != LeakageSeverity.Note).Select(finding => finding.Sentence));
        if (rows.People.Length < FewPeople)
        {
            warnings.Add($"Only {rows.People.Length} people: intervals over so few are too narrow, and say little about others.");
        }

        if (double.IsNaN(validation.AucInterval.Lower))
        {
            warnings.Add("The AUC has no interval: more than a tenth of the draws of people had one class alone.");
        }

        if (validation.Folds.Length < foldsWanted)
        {
            warnings.Add($"{validation.Folds.Length} folds instead of {foldsWanted}: a class is of no more people.");
        }

        if (rows.LeftOut.ToString() is { Length: > 0 } left)
        {
            warnings.Add($"Left out: {left}.");
        }

        if (!table.LeftOut.IsEmpty)
        {
            warnings.Add(LeftOut(table));
        }

        // Fewer permutations than 19 cannot reach .05 whatever the AUC is.
        if (validation.Permutation is { P: > 0.05, Aucs.Length: >= 19 } permutation)
        {
            warnings.Add($"The AUC is not above what labels dealt at random give ({Apa.P(permutation.P)} by {permutation.Aucs.Length} permutations): there may be nothing to learn here.");
        }

        return [.. warnings];
    }

    /// <summary>By class, because clips that are lost in one class more often than in the other make the rest another sample.</summary>
    private static string LeftOut(FeatureTable table)
    {
        string Share(bool label) =>
            $"{table.LeftOut.Count(clip => clip.Label == label)} of {table.LeftOut.Count(clip => clip.Label == label) + table.Rows.Count(row => row.Label == label)}";
        string more = table.LeftOut.Length > MostNamed ? $"; and {table.LeftOut.Length - MostNamed} more" : "";
        return $"{table.LeftOut.Length} of {Plural.Of(table.LeftOut.Length + table.Rows.Length, "clip")} gave no smile and were left out ({Share(true)} {table.LabelName}, {Share(false)} others): "
            + $"{string.Join("; ", table.LeftOut.Take(MostNamed).Select(clip => clip.ToString().TrimEnd('.')))}{more}.";
    }
}
