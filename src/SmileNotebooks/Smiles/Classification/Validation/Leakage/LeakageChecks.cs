// Ways in which a table lets a classifier look better than it is.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Looks for leaks in a table of smiles, before and after training.</summary>
public static class LeakageChecks
{
    /// <summary>From here on an AUC of new people is not believed of recorded smiles: the best published subject-disjoint accuracy on 1,240 clips is 80.5 %
    /// (docs/smiles/training.md). Assumed: an accuracy is no AUC.</summary>
    private const double BelievableAuc = 0.80;

    private const double IncredibleAuc = 0.90;

    private static readonly ImmutableArray<string> s_checked =
    [
        "whether people are named, and named alike",
        "clips with smiles of several people or of both classes",
        "rows that are alike or nearly so, within and across people, with the same or the other label",
        "features that separate the classes by themselves, copy the label or count the rows",
        "values that are missing in one class",
        "people of one class each",
        "context columns (camera, date) that go with the class",
        "the order of the rows",
    ];

    /// <summary>Looks for leaks in a table. Checks that need labels are left out for a table without.</summary>
    /// <param name="table">Smiles.</param>
    /// <param name="options">Default: as <see cref="LeakageOptions"/> says.</param>
    /// <param name="stop">Stops between checks.</param>
    public static LeakageReport Of(FeatureTable table, LeakageOptions? options = null, CancellationToken stop = default)
    {
        options ??= new LeakageOptions();
        List<LeakageFinding> findings = [.. PersonLeaks.Find(table), .. DuplicateLeaks.Find(table, options)];
        stop.ThrowIfCancellationRequested();
        int[] labelled = [.. Enumerable.Range(0, table.Rows.Length).Where(row => table.Rows[row].Label is not null)];
        if (labelled.Any(row => table.Rows[row].Label == true) && labelled.Any(row => table.Rows[row].Label == false))
        {
            findings.AddRange(FeatureLeaks.Find(table, labelled, options));
            stop.ThrowIfCancellationRequested();
            findings.AddRange(ContextLeaks.Find(table, labelled, options, stop));
        }

        return new LeakageReport(table.Source, LeakageReport.Sorted(findings), s_checked);
    }

    /// <summary>Whether an AUC is too good for recorded smiles; null where it is not, or where they were simulated.</summary>
    internal static LeakageFinding? TooGood(SmileValidation validation) =>
        validation.Simulated is null && (validation.Auc >= IncredibleAuc || validation.AucInterval.Lower > BelievableAuc)
            ? new LeakageFinding(
                LeakageKind.TooGood, LeakageSeverity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"AUC {Apa.Bounded(validation.Auc, 3)} is far above what is known of people not seen before ({Apa.Bounded(BelievableAuc)}, accuracy 72 to 80 % on UvA-NEMO): it probably leaks. Look for what tells the classes apart beside the smile."))
            : null;

    /// <summary>The words for rows, counted from 1: the first few, and how many more.</summary>
    internal static string Named(IReadOnlyList<string> things, int most = 3) =>
        string.Join(", ", things.Take(most)) + (things.Count > most ? $" and {things.Count - most} more" : "");
}
