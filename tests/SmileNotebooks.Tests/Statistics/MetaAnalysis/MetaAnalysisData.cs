// The studies of the stored data sets, as effects.
namespace SmileNotebooks.Tests.Statistics.MetaAnalyses;

internal static class MetaAnalysisData
{
    public static IEnumerable<StudyEffect> Read(string name)
    {
        OracleTable table = OracleTable.Read("meta-analysis", $"{name}.csv");
        return Enumerable.Range(0, table.RowCount).Select(row => Study(name, table, row)).ToArray();
    }

    private static StudyEffect Study(string name, OracleTable table, int row)
    {
        string label = table.Text(row, "study");
        int Count(string column) => (int)table.Number(row, column);
        return name switch
        {
            "bcg" => EffectSizes.LogRiskRatio(label, (Count("tpos"), Count("tneg")), (Count("cpos"), Count("cneg"))),
            "stay" => EffectSizes.StandardizedMeanDifference(
                label,
                (table.Number(row, "m1i"), table.Number(row, "sd1i"), Count("n1i")),
                (table.Number(row, "m2i"), table.Number(row, "sd2i"), Count("n2i"))),
            "adherence" => EffectSizes.FisherZ(label, table.Number(row, "ri"), Count("ni")),
            _ => new StudyEffect(label, table.Number(row, "yi"), table.Number(row, "vi")),
        };
    }
}
