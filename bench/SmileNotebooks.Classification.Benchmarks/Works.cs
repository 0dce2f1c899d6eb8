// The works that are compared, and who does each of them.
namespace SmileNotebooks.Classification.Benchmarks;

/// <summary>A work.</summary>
/// <param name="Name">In one word.</param>
/// <param name="Title">As the table has it.</param>
/// <param name="Data">The data set.</param>
/// <param name="Value">What the number of the result is.</param>
/// <param name="Peers">Who else does it.</param>
/// <param name="Slow">Whether one call is enough.</param>
internal sealed record Work(string Name, string Title, string Data, string Value, string[] Peers, bool Slow = false)
{
    private static readonly string[] NonLinear = ["SVC (RBF)", "HistGradientBoosting"];

    public static readonly Work[] All =
    [
        new("ridge", "ridge logistic fit, 10,000 x 40, C = 1", "logistic", "first coefficient", ["scikit-learn lbfgs", "scikit-learn newton-cholesky"]),
        new("elastic-net", "elastic-net fit, 10,000 x 40, penalty .01, mixing .5", "logistic", "first coefficient", ["scikit-learn saga"], Slow: true),
        new("path", "elastic-net path, 10,000 x 40, 39 settings", "logistic", "first coefficient of the last", []),
        new("grouped-auc", "grouped 5-fold AUC, ridge, 10,000 x 40, 2,000 people", "logistic", "AUC", ["scikit-learn"]),
        .. new[] { ("smiles", "simulated smiles, 1,240 x 7"), ("cancer", "breast cancer, 569 x 30"), ("rings", "rings with noise (simulated), 600 x 8"), ("digits", "odd digits, 1,797 x 64") }
            .SelectMany(set => new[]
            {
                new Work($"fit-{set.Item1}", $"{set.Item2}: one fit", set.Item1, "AUC of other people", NonLinear),
                new Work($"choose-{set.Item1}", $"{set.Item2}: settings by grouped 4-fold log loss, and a fit", set.Item1, "AUC of other people", NonLinear, Slow: true),
            }),
    ];
}
