// Stored fits of lme4 and lmerTest: models, data and the numbers to match.
namespace SmileNotebooks.Tests.Statistics.MixedModels;

internal static class MixedModelOracle
{
    private const string Topic = "mixed-models";

    private static readonly OracleTable Specifications = OracleTable.Read(Topic, "models.csv");

    private static readonly Lazy<Dictionary<string, (string Quantity, string Name, double Value)[]>> Stored = new(() =>
    {
        OracleTable table = OracleTable.Read(Topic, "lme4.csv");
        return Enumerable.Range(0, table.RowCount).GroupBy(row => table.Text(row, "model")).ToDictionary(
            group => group.Key,
            group => group.Select(row => (table.Text(row, "quantity"), table.Text(row, "name"), table.Number(row, "value"))).ToArray());
    });

    public static string[] Models => Specifications.Texts("model");

    /// <summary>The numbers of one model, as lme4 gives them.</summary>
    public static (string Quantity, string Name, double Value)[] Numbers(string model) => Stored.Value[model];

    public static double Number(string model, string quantity, string name = "") =>
        Stored.Value[model].Single(number => number.Quantity == quantity && number.Name == name).Value;

    public static MixedModel Fit(string model)
    {
        int row = Array.IndexOf(Models, model);
        return MixedModel.Fit(
            Specifications.Text(row, "formula"),
            Columns(Specifications.Text(row, "data"), Specifications.Text(row, "factors").Split(' ')),
            new MixedModelOptions { Criterion = Specifications.Text(row, "criterion") == "ML" ? LikelihoodCriterion.Full : LikelihoodCriterion.Restricted });
    }

    /// <summary>A stored data set; the columns named are factors even where they are numbers.</summary>
    public static DataColumns Columns(string data, params string[] factors) =>
        (data == "rm" ? OracleTable.ReadPath(SharedData.PathOf("peers", "rm.csv")) : OracleTable.Read(Topic, "data", $"{data}.csv")).ToDataColumns(factors);
}
