// The numbers that all contenders work on: simulated, from a seed, as files of doubles.
using System.Runtime.InteropServices;

namespace SmileNotebooks.Statistics.Benchmarks;

/// <summary>A folder of data sets, each written when it is first asked for.</summary>
internal sealed class BenchmarkData(string folder)
{
    public string Folder { get; } = folder;

    /// <summary>Writes a data set where it is not there yet.</summary>
    /// <param name="name">Which.</param>
    /// <param name="scale">How many times the size of the table.</param>
    public void Prepare(string name, int scale)
    {
        string path = PathOf(name, scale);
        if (!File.Exists(path))
        {
            double[] values = Simulate(name, scale);
            using FileStream file = File.Create(path);
            foreach (double[] chunk in values.Chunk(1 << 20))
            {
                file.Write(MemoryMarshal.AsBytes(chunk.AsSpan()));
            }
        }
    }

    /// <summary>Forgets a data set: the largest ones fill hundreds of megabytes.</summary>
    public void Remove(string name, int scale) => File.Delete(PathOf(name, scale));

    public double[] Read(string name, int scale)
    {
        string path = PathOf(name, scale);
        double[] values = new double[new FileInfo(path).Length / sizeof(double)];
        using FileStream file = File.OpenRead(path);
        for (int at = 0; at < values.Length; at += 1 << 20)
        {
            file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(at, Math.Min(1 << 20, values.Length - at))));
        }

        return values;
    }

    private string PathOf(string name, int scale) => Path.Combine(Folder, $"{name}-{scale}.bin");

    private static double[] Simulate(string name, int scale)
    {
        RandomStream random = new(1);
        switch (name)
        {
            case "repeated-measures":
                return RepeatedMeasures(120 * scale, ref random);
            case "cluster":
                return Courses(40, 600 * scale, 1, ref random);
            case "cluster-channels":
                return Courses(20, 100 * scale, 32, ref random);
            case "logistic":
                return Logistic(10_000 * scale, 40, ref random);
            case "paired-t":
                return Normal(2 * 120 * scale, 0, ref random);
            case "resampling":
                return Normal(120 * scale, 0.2, ref random);
            default:
                throw new ArgumentException($"No data set '{name}'.", nameof(name));
        }
    }

    private static double[] Normal(int count, double mean, ref RandomStream random)
    {
        double[] values = new double[count];
        random.FillGaussian(values, mean);
        return values;
    }

    // [subjects, 3 emotions, 2 muscles, 2 windows], the last running fastest.
    private static double[] RepeatedMeasures(int subjects, ref RandomStream random)
    {
        double[] values = new double[subjects * 12];
        for (int subject = 0; subject < subjects; subject++)
        {
            double level = random.NextGaussian();
            double[] slopes = [0, 0.5 * random.NextGaussian(), 0.5 * random.NextGaussian()];
            for (int cell = 0; cell < 12; cell++)
            {
                int emotion = cell / 4;
                int muscle = cell / 2 % 2;
                values[(subject * 12) + cell] = level + slopes[emotion] + (0.1 * emotion) + (0.1 * muscle) + (0.1 * emotion * muscle) + random.NextGaussian();
            }
        }

        return values;
    }

    // [participants, samples, channels] of noise with an effect in a fifth of the samples.
    private static double[] Courses(int participants, int samples, int channels, ref RandomStream random)
    {
        double[] values = Normal(participants * samples * channels, 0, ref random);
        for (int at = 0; at < values.Length; at++)
        {
            int sample = at / channels % samples;
            values[at] += sample >= samples / 3 && sample < samples * 8 / 15 ? 0.4 : 0;
        }

        return values;
    }

    // [rows, predictors and outcome].
    private static double[] Logistic(int rows, int predictors, ref RandomStream random)
    {
        double[] weights = Normal(predictors, 0, ref random);
        double[] values = new double[rows * (predictors + 1)];
        for (int row = 0; row < rows; row++)
        {
            Span<double> one = values.AsSpan(row * (predictors + 1), predictors + 1);
            random.FillGaussian(one);
            double logOdds = 0;
            for (int i = 0; i < predictors; i++)
            {
                logOdds += 0.5 * weights[i] * one[i];
            }

            one[^1] = random.NextDouble() < 1 / (1 + Math.Exp(-logOdds)) ? 1 : 0;
        }

        return values;
    }
}
