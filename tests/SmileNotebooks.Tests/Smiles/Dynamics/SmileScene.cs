// Movements of known truth: smiles of minimum jerk (Flash and Hogan, 1985) whose phases and speeds are known in closed form.
using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Smiles;

/// <summary>One smile of a scene. Times in seconds, amplitude in lip widths.</summary>
internal sealed record SceneSmile(double Start, double Onset, double Apex, double Offset, double Amplitude)
{
    public double ApexStart => Start + Onset;

    public double OffsetStart => ApexStart + Apex;

    public double End => OffsetStart + Offset;

    /// <summary>How much later the cheeks follow.</summary>
    public double CheekDelay { get; init; }

    /// <summary>Height above rest at a time.</summary>
    public double At(double time) => Amplitude * (Rise((time - Start) / Onset) - Rise((time - OffsetStart) / Offset));

    public static double Rise(double s) => s <= 0 ? 0 : s >= 1 ? 1 : s * s * s * (10 + (s * (-15 + (6 * s))));
}

/// <summary>A face that smiles, and how it is recorded.</summary>
internal sealed record SmileScene
{
    // A mouth 50 units wide: the corners part by twice the amplitude, a little more to the left, and rise half as far.
    private const double Width = 50;

    public ImmutableArray<SceneSmile> Smiles { get; init; } = [new(1, 0.8, 1, 1.2, 0.15)];

    public double Seconds { get; init; } = 5.5;

    /// <summary>Share of the movement that is the left's.</summary>
    public double LeftShare { get; init; } = 0.5;

    /// <summary>Standard deviation of each coordinate in lip widths.</summary>
    public double Noise { get; init; }

    /// <summary>What is added to the amplitude at a time: speech, drift.</summary>
    public Func<double, double> Added { get; init; } = _ => 0;

    /// <summary>When the eyes blink, for .25 s each.</summary>
    public ImmutableArray<double> Blinks { get; init; } = [];

    /// <summary>What a blink does to the lips as they are measured, lip widths.</summary>
    public double LipsInBlink { get; init; }

    public double CheekPerCorner { get; init; } = 0.6;

    public double D(double time) => Smiles.Sum(smile => smile.At(time)) + Added(time);

    /// <summary>At an even rate, the first frame at a random share of a frame.</summary>
    public FaceSeries At(double rate, ulong seed = 1)
    {
        RandomStream random = new(seed);
        double phase = random.NextDouble() / rate;
        return On([.. Enumerable.Range(0, (int)(Seconds * rate)).Select(i => phase + (i / rate))], seed);
    }

    /// <summary>With stamps that are off by up to some share of a frame, and frames that were dropped.</summary>
    public FaceSeries Uneven(double rate, ulong seed, double jitter, double dropped)
    {
        RandomStream random = new(seed, 1);
        List<double> times = [];
        for (int i = 0; i < (int)(Seconds * rate); i++)
        {
            double time = (i + (jitter * (random.NextDouble() - 0.5))) / rate;
            if (random.NextDouble() >= dropped)
            {
                times.Add(time + (1 / rate));
            }
        }

        return On([.. times], seed);
    }

    public FaceSeries On(double[] times, ulong seed = 1)
    {
        RandomStream random = new(seed, 2);
        Dictionary<string, double[]> columns = new()
        {
            [FaceColumns.LipCornerRightX] = new double[times.Length],
            [FaceColumns.LipCornerRightY] = new double[times.Length],
            [FaceColumns.LipCornerRightZ] = new double[times.Length],
            [FaceColumns.LipCornerLeftX] = new double[times.Length],
            [FaceColumns.LipCornerLeftY] = new double[times.Length],
            [FaceColumns.LipCornerLeftZ] = new double[times.Length],
            [FaceColumns.ActionUnit(12)] = new double[times.Length],
            [FaceColumns.ActionUnit(6)] = new double[times.Length],
            [FaceColumns.EyeOpeningRight] = new double[times.Length],
            [FaceColumns.EyeOpeningLeft] = new double[times.Length],
            [FaceColumns.CrowsFeetRight] = new double[times.Length],
            [FaceColumns.CrowsFeetLeft] = new double[times.Length],
        };
        for (int i = 0; i < times.Length; i++)
        {
            bool blinks = Blinks.Any(blink => times[i] >= blink && times[i] < blink + 0.25);
            double d = D(times[i]) + (blinks ? LipsInBlink : 0);
            double cheek = Smiles.Sum(smile => smile.At(times[i] - smile.CheekDelay));
            columns[FaceColumns.LipCornerRightX][i] = Width * (-0.5 - (2 * (1 - LeftShare) * d) + (Noise * random.NextGaussian()));
            columns[FaceColumns.LipCornerRightY][i] = Width * Noise * random.NextGaussian();
            columns[FaceColumns.LipCornerLeftX][i] = Width * (0.5 + (2 * LeftShare * d) + (Noise * random.NextGaussian()));
            columns[FaceColumns.LipCornerLeftY][i] = Width * Noise * random.NextGaussian();
            columns[FaceColumns.ActionUnit(12)][i] = Math.Max(0, 20 * d) + (5 * Noise * random.NextGaussian());
            columns[FaceColumns.ActionUnit(6)][i] = Math.Max(0, 20 * CheekPerCorner * cheek) + (5 * Noise * random.NextGaussian()) + (blinks ? 1.5 : 0);
            columns[FaceColumns.EyeOpeningRight][i] = (0.3 * (1 - (2 * cheek)) * (blinks ? 0.2 : 1)) + (Noise * random.NextGaussian());
            columns[FaceColumns.EyeOpeningLeft][i] = (0.3 * (1 - (2 * cheek)) * (blinks ? 0.2 : 1)) + (Noise * random.NextGaussian());
            columns[FaceColumns.CrowsFeetRight][i] = 0.1 + (3 * cheek) + (blinks ? 0.5 : 0);
            columns[FaceColumns.CrowsFeetLeft][i] = 0.1 + (3 * cheek) + (blinks ? 0.5 : 0);
        }

        return new()
        {
            Clip = "scene.mp4",
            Face = 0,
            Source = FaceSeriesSource.Simulation,
            IntensityMaximum = 5,
            Times = [.. times],
            Frames = [.. Enumerable.Range(0, times.Length)],
            Columns = columns.ToImmutableSortedDictionary(column => column.Key, column => column.Value.ToImmutableArray()),
            Simulated = "Simulated movement.",
        };
    }
}
