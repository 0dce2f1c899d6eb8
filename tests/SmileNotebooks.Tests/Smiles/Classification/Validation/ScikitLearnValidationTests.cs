using SmileNotebooks.Tests.Statistics;

namespace SmileNotebooks.Tests.Smiles.Classification;

public class ScikitLearnValidationTests
{
    private static readonly string s_folder = Repository.PathOf("tests", "oracles", "smiles", "validation");

    private static SmileValidation Validation()
    {
        FeatureTable table = FeatureTable.Load(Path.Combine(s_folder, "table.csv"), new() { Label = "label", Person = "person", Ignored = ["fold"] });
        return SmileTables.Validate(table, new RidgeTrainer(2), SmileTables.Quick);
    }

    [Fact]
    public void Folds_are_those_that_scikit_learn_was_given() =>
        Assert.Equal(
            string.Join(' ', OracleTable.ReadPath(Path.Combine(s_folder, "table.csv")).Numbers("fold")), string.Join(' ', Validation().Predictions.Select(row => row.Fold)));

    [Fact]
    public void Predictions_and_measures_are_those_of_scikit_learn()
    {
        OracleTable oracle = OracleTable.ReadPath(Path.Combine(s_folder, "scikit-learn.csv"));
        Dictionary<string, double> expected = oracle.Rows.ToDictionary(row => oracle.Text(row, "name"), row => oracle.Number(row, "value"));
        SmileValidation found = Validation();

        Assert.All(found.Predictions, row => Assert.Equal(expected[$"log_odds_{row.Row}"], row.LogOdds, 1e-8));
        Assert.All(found.Folds.Index(), fold => Assert.Equal(expected[$"auc_{fold.Index}"], fold.Item.Auc, 1e-12));
        Assert.Equal(expected["auc"], found.Auc, 1e-12);
        Assert.Equal(expected["brier"], found.RawCalibration.Brier, 1e-9);
        Assert.Equal(expected["log_loss"], found.RawCalibration.LogLoss, 1e-9);
        Assert.Equal(expected["accuracy"], found.Predictions.Average(row => (row.LogOdds >= 0) == row.Label ? 1.0 : 0), 1e-12);
    }
}
