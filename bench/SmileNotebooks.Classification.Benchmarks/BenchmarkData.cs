// The numbers that all contenders work on, as files of doubles: [rows, features, class, person], row by row.
using System.Runtime.InteropServices;

namespace SmileNotebooks.Classification.Benchmarks;

/// <summary>A folder of data sets. Those of scikit-learn are written there by peers.py; the others are simulated from a seed.</summary>
internal sealed class BenchmarkData(string folder)
{
    private static readonly Dictionary<string, int> FeatureCounts = new() { ["logistic"] = 40, ["smiles"] = 7, ["cancer"] = 30, ["rings"] = 8, ["digits"] = 64 };

    public void Prepare()
    {
        Write("logistic", Logistic(10_000, 40));
        Write("smiles", Smiles(1_240, 400));
        Write("rings", Rings(600, 8));
    }

    public TrainingSet Read(string name)
    {
        double[] all = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(PathOf(name))).ToArray();
        int features = FeatureCounts[name];
        int rows = all.Length / (features + 2);
        double[,] values = new double[rows, features];
        bool[] labels = new bool[rows];
        int[] people = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            Span<double> one = all.AsSpan(row * (features + 2), features + 2);
            for (int column = 0; column < features; column++)
            {
                values[row, column] = one[column];
            }

            labels[row] = one[features] != 0;
            people[row] = (int)one[features + 1];
        }

        return new TrainingSet([.. Enumerable.Range(0, features).Select(column => $"x{column}")], values, labels, people);
    }

    private void Write(string name, double[] values) => File.WriteAllBytes(PathOf(name), MemoryMarshal.AsBytes(values.AsSpan()));

    private string PathOf(string name) => Path.Combine(folder, $"{name}.bin");

    // Standardised exactly, so that a penalty means the same to all contenders.
    private static double[] Logistic(int rows, int features)
    {
        RandomStream random = new(1);
        double[] weights = new double[features];
        random.FillGaussian(weights, 0, 0.5);
        double[][] columns = [.. Enumerable.Range(0, features).Select(_ => new double[rows])];
        foreach (double[] column in columns)
        {
            random.FillGaussian(column);
            double mean = column.Average();
            double scale = Math.Sqrt(column.Average(value => (value - mean) * (value - mean)));
            for (int row = 0; row < rows; row++)
            {
                column[row] = (column[row] - mean) / scale;
            }
        }

        double[] values = new double[rows * (features + 2)];
        for (int row = 0; row < rows; row++)
        {
            Span<double> one = values.AsSpan(row * (features + 2), features + 2);
            for (int column = 0; column < features; column++)
            {
                one[column] = columns[column][row];
            }

            double logOdds = Enumerable.Range(0, features).Sum(column => weights[column] * columns[column][row]);
            one[features] = random.NextDouble() < 1 / (1 + Math.Exp(-logOdds)) ? 1 : 0;
            one[features + 1] = row / 5;
        }

        return values;
    }

    // Log-normal onsets, amplitudes and speeds as published for posed and spontaneous smiles (docs/smiles/classifier.md); a third of the variance is between people.
    private static double[] Smiles(int rows, int people)
    {
        RandomStream random = new(2);
        double[] persons = new double[people * 6];
        random.FillGaussian(persons, 0, Math.Sqrt(0.3));
        double[] values = new double[rows * 9];
        double[] z = new double[6];
        for (int row = 0; row < rows; row++)
        {
            int person = random.NextInt(people);
            bool spontaneous = random.NextDouble() < 597.0 / 1240;
            random.FillGaussian(z, 0, Math.Sqrt(0.7));
            for (int i = 0; i < z.Length; i++)
            {
                z[i] += persons[(person * 6) + i];
            }

            double onset = Math.Exp(spontaneous ? 0.67 + (0.55 * z[0]) : 0.25 + (0.43 * z[0]));
            double amplitude = Math.Max(0.02, spontaneous ? 0.144 + (0.076 * z[1]) : 0.169 + (0.072 * z[1]));
            double speed = (spontaneous ? 0.84 : 1.36) * Math.Exp((0.35 * ((0.75 * z[1]) + (0.66 * z[2]))) - (0.25 * z[0]));
            double apex = Math.Exp(0.6 + (spontaneous ? 0.39 : 0) + (0.6 * z[3]));
            double[] one = [onset, amplitude, speed, apex, (13.3 * amplitude) + (0.9 * z[4]), Math.Exp(0.5 + (0.4 * z[5])), amplitude / onset, spontaneous ? 1 : 0, person];
            one.CopyTo(values, row * 9);
        }

        return values;
    }

    // The class by the distance from the middle in the first two features; the others are noise.
    private static double[] Rings(int rows, int features)
    {
        RandomStream random = new(3);
        double[] values = new double[rows * (features + 2)];
        for (int row = 0; row < rows; row++)
        {
            Span<double> one = values.AsSpan(row * (features + 2), features + 2);
            random.FillGaussian(one[..features]);
            double radius = Math.Sqrt((one[0] * one[0]) + (one[1] * one[1]));
            one[features] = random.NextDouble() < 1 / (1 + Math.Exp(-4 * (radius - 1.18))) ? 1 : 0;
            one[features + 1] = row / 3;
        }

        return values;
    }
}
