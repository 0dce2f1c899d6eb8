// The naive model of contagion: one row a tie and wave, standard errors robust to egos.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Fits naive models.</summary>
internal static class NaiveModel
{
    public static NaiveContagionResult Fit(NetworkPanel panel, ImmutableArray<NetworkTie> ties, AlterWave alter, double level)
    {
        Levels.Checked(level);
        string[] names = alter == AlterWave.Same ? ["friend", "friend before", "ego before"] : ["friend", "ego before"];
        int waves = panel.Waves.Length - 1, rows = ties.Length * waves;
        double[,] predictors = new double[rows, names.Length];
        double[] outcome = new double[rows];
        int[] egos = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            NetworkTie tie = ties[row / waves];
            int wave = (row % waves) + 1;
            egos[row] = tie.Ego;
            outcome[row] = panel[tie.Ego, wave];
            predictors[row, 0] = panel[tie.Alter, alter == AlterWave.Same ? wave : wave - 1];
            predictors[row, 1] = alter == AlterWave.Same ? panel[tie.Alter, wave - 1] : panel[tie.Ego, wave - 1];
            if (alter == AlterWave.Same)
            {
                predictors[row, 2] = panel[tie.Ego, wave - 1];
            }
        }

        bool isBinary = panel.IsBinary;
        (double[] coefficients, double[,] bread, double[] residuals) = isBinary ? Logistic(predictors, outcome, names) : Linear(predictors, outcome, names);
        double error = RobustError(predictors, residuals, egos, bread, out int clusters);
        double estimate = coefficients[1], half = Normal.UpperQuantile((1 - level) / 2) * error;
        return new()
        {
            Model = $"{(isBinary ? "Logistic" : "Linear")}: ego ~ {string.Join(" + ", names)}",
            Estimate = estimate,
            StandardError = error,
            Interval = new(estimate - half, estimate + half, level),
            P = StudentT.TwoSided(estimate / error, double.PositiveInfinity),
            RelativeChange = isBinary ? RelativeChange(predictors, coefficients) : double.NaN,
            Rows = rows,
            Egos = clusters,
        };
    }

    private static (double[] Coefficients, double[,] Bread, double[] Residuals) Logistic(double[,] predictors, double[] outcome, string[] names)
    {
        LogisticRegressionResult fit = LogisticRegression.Fit(predictors, Array.ConvertAll(outcome, value => value == 1), names);
        int count = names.Length + 1;
        double[,] covariance = new double[count, count];
        for (int i = 0; i < count * count; i++)
        {
            covariance[i / count, i % count] = fit.Covariance[i];
        }

        return ([.. fit.Coefficients.Select(one => one.Estimate)], covariance, [.. outcome.Zip(fit.Probabilities, (value, probability) => value - probability)]);
    }

    private static (double[] Coefficients, double[,] Bread, double[] Residuals) Linear(double[,] predictors, double[] outcome, string[] names)
    {
        DataColumns data = DataColumns.Empty.With("ego", outcome);
        string[] symbols = [.. names.Select(name => name.Replace(' ', '_'))];
        foreach ((int column, string name) in symbols.Index())
        {
            data = data.With(name, [.. Enumerable.Range(0, outcome.Length).Select(row => predictors[row, column])]);
        }

        LinearModelResult fit = LinearModel.Fit($"ego ~ {string.Join(" + ", symbols)}", data);
        return ([.. fit.Coefficients.Select(one => one.Estimate)], fit.Covariance(1), [.. fit.Residuals]);
    }

    /// <summary>The sandwich of White and Huber with rows of an ego summed up (Liang and Zeger, 1986, Biometrika 73, 13), times G / (G - 1) for G egos.</summary>
    private static double RobustError(double[,] predictors, double[] residuals, int[] egos, double[,] bread, out int clusters)
    {
        int count = bread.GetLength(0);
        Dictionary<int, double[]> scores = [];
        for (int row = 0; row < residuals.Length; row++)
        {
            if (!scores.TryGetValue(egos[row], out double[]? sum))
            {
                sum = new double[count];
                scores.Add(egos[row], sum);
            }

            for (int column = 0; column < count; column++)
            {
                sum[column] += residuals[row] * (column == 0 ? 1 : predictors[row, column - 1]);
            }
        }

        // The variance of the one coefficient that is asked for: the squared projections of the egos' scores.
        double variance = 0;
        foreach (double[] score in scores.Values)
        {
            double projected = 0;
            for (int column = 0; column < count; column++)
            {
                projected += bread[1, column] * score[column];
            }

            variance += projected * projected;
        }

        clusters = scores.Count;
        if (clusters < 2)
        {
            throw new ArgumentException("Only one person names friends who were observed in all waves, expected at least 2: errors are of the scatter between people.");
        }

        return Math.Sqrt(variance * clusters / (clusters - 1.0));
    }

    private static double RelativeChange(double[,] predictors, double[] coefficients)
    {
        double with = 0, without = 0;
        for (int row = 0; row < predictors.GetLength(0); row++)
        {
            double odds = coefficients[0];
            for (int column = 1; column < predictors.GetLength(1); column++)
            {
                odds += coefficients[column + 1] * predictors[row, column];
            }

            with += 1 / (1 + Math.Exp(-odds - coefficients[1]));
            without += 1 / (1 + Math.Exp(-odds));
        }

        return (with / without) - 1;
    }
}
