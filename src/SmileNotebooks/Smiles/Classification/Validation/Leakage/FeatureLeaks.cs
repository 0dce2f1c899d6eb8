// Features that know the label, and rows that stand in its order.
namespace SmileNotebooks;

internal static class FeatureLeaks
{
    private const double RowNumberCorrelation = 0.999;

    // Conventions: a third of the smiles more, beyond chance.
    private const double MissingDifference = 0.3;
    private const double MissingP = 0.001;

    private const double SortedAuc = 0.95;

    public static IEnumerable<LeakageFinding> Find(FeatureTable table, int[] labelled, LeakageOptions options)
    {
        for (int feature = 0; feature < table.Features.Length; feature++)
        {
            string name = table.Features[feature];
            int[] rows = [.. labelled.Where(row => double.IsFinite(table.Rows[row].Values[feature]))];
            if (MissingByClass(table, labelled, feature) is { } missing)
            {
                yield return missing;
            }

            bool[] labels = [.. rows.Select(row => table.Rows[row].Label!.Value)];
            if (labels.All(label => label) || !labels.Any(label => label))
            {
                continue;
            }

            double[] values = [.. rows.Select(row => table.Rows[row].Values[feature])];
            double auc = RocPlacements.Of(values, labels).Auc;
            double size = Math.Max(auc, 1 - auc);
            if (size == 1 && values.Distinct().Count() == 2)
            {
                yield return new LeakageFinding(LeakageKind.LabelCopy, LeakageSeverity.Severe, $"'{name}' is a copy of the label: one value in each class.") { Columns = [name] };
            }
            else if (size > options.SingleFeatureAuc)
            {
                yield return new LeakageFinding(
                    LeakageKind.SingleFeature, LeakageSeverity.Severe,
                    $"'{name}' alone separates the classes (AUC {Apa.Bounded(size, 3)}{(auc < 0.5 ? ", lower values in the named class" : "")}): no measure of real smiles does that. Was it made from the label, or measured "
                    + "after the label was known?") { Columns = [name] };
            }

            if (Math.Abs(RankCorrelation(values)) > RowNumberCorrelation && rows.Length > 10)
            {
                yield return new LeakageFinding(
                    LeakageKind.RowNumber, LeakageSeverity.Warning, $"'{name}' counts the rows: it knows where in the file a smile stands, and nothing of the smile.") { Columns = [name] };
            }
        }

        if (RowOrder(table, labelled) is { } order)
        {
            yield return order;
        }
    }

    private static LeakageFinding? MissingByClass(FeatureTable table, int[] labelled, int feature)
    {
        int named = labelled.Count(row => table.Rows[row].Label == true);
        int others = labelled.Length - named;
        int missingNamed = labelled.Count(row => table.Rows[row].Label == true && double.IsNaN(table.Rows[row].Values[feature]));
        int missingOthers = labelled.Count(row => table.Rows[row].Label == false && double.IsNaN(table.Rows[row].Values[feature]));
        double first = (double)missingNamed / named;
        double second = (double)missingOthers / others;
        double pooled = (double)(missingNamed + missingOthers) / labelled.Length;
        double error = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / named) + (1.0 / others)));
        return error > 0 && Math.Abs(first - second) >= MissingDifference && Normal.TwoSided((first - second) / error) < MissingP
            ? new LeakageFinding(
                LeakageKind.MissingByClass, LeakageSeverity.Warning,
                FormattableString.Invariant($"'{table.Features[feature]}' is missing in {100 * first:0} % of the named class and in {100 * second:0} % of the other: that it is missing tells the class, and leaving rows out changes what is compared."))
            {
                Columns = [table.Features[feature]],
            }
            : null;
    }

    private static LeakageFinding? RowOrder(FeatureTable table, int[] labelled)
    {
        double auc = RocPlacements.Of((double[])[.. labelled.Select(row => (double)row)], (bool[])[.. labelled.Select(row => table.Rows[row].Label!.Value)]).Auc;
        double size = Math.Max(auc, 1 - auc);
        return size < SortedAuc ? null : new LeakageFinding(
            LeakageKind.RowOrder, LeakageSeverity.Note,
            $"Rows stand in the order of their classes (AUC of the row number {Apa.Bounded(size, 3)}): whatever drifted while they were recorded or measured goes with the class. Folds do not depend on the order.");
    }

    private static double RankCorrelation(double[] values)
    {
        double[] ranks = Midranks.Of(values);
        double middle = (values.Length + 1) / 2.0;
        double products = 0, squares = 0, places = 0;
        for (int row = 0; row < values.Length; row++)
        {
            products += (ranks[row] - middle) * (row + 1 - middle);
            squares += (ranks[row] - middle) * (ranks[row] - middle);
            places += (row + 1 - middle) * (row + 1 - middle);
        }

        return squares > 0 ? products / Math.Sqrt(squares * places) : 0;
    }
}
