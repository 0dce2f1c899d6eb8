// Training sets of known structure. Simulated.
namespace SmileNotebooks.Tests.Smiles.Classification;

internal static class TrainingSets
{
    /// <summary>The first feature acts by its square and the second straight; the others do nothing. Three rows a person.</summary>
    public static TrainingSet Curved(ulong seed, int rows, int features)
    {
        RandomStream random = new(seed, 11);
        double[,] values = new double[rows, features];
        bool[] labels = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < features; column++)
            {
                values[row, column] = random.NextGaussian();
            }

            double logOdds = (2 * values[row, 0] * values[row, 0]) - 2 + (features > 1 ? values[row, 1] : 0);
            labels[row] = row == 0 || (row != 1 && random.NextDouble() < 1 / (1 + Math.Exp(-logOdds)));
        }

        return new TrainingSet([.. Enumerable.Range(1, features).Select(column => $"x{column}")], values, labels, [.. Enumerable.Range(0, rows).Select(row => row / 3)]);
    }
}
