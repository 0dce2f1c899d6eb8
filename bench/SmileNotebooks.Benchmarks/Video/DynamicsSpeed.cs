// From the measures of a long clip to its smiles, without any picture.
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SmileNotebooks.Benchmarks.Video;

/// <summary>Times <see cref="SmileDynamics.Measure"/> on a simulated series.</summary>
internal static class DynamicsSpeed
{
    private const int Frames = 20_000;
    private const int Smiles = 100;
    private const double FrameRate = 25;
    private const int WarmUps = 10;
    private const int Rounds = 31;

    public static string Run()
    {
        FaceSeries series = Series();
        StringBuilder table = new();
        table.AppendLine(CultureInfo.InvariantCulture, $"A simulated series of {Frames:N0} frames with {Smiles} smiles and a blink for each, all columns of action units, eyes and corners; milliseconds, median and least of {Rounds} runs of one thread.");
        table.AppendLine();
        table.AppendLine("| signal | smiles found | median ms | least ms |").AppendLine("|---|---|---|---|");
        foreach (SmileSignal signal in (SmileSignal[])[SmileSignal.LipCorners, SmileSignal.AU12])
        {
            List<double> times = [];
            int found = 0;
            for (int round = -WarmUps; round < Rounds; round++)
            {
                long start = Stopwatch.GetTimestamp();
                found = SmileDynamics.Measure(series, new() { Signal = signal }).Episodes.Length;
                if (round >= 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }

            times.Sort();
            table.AppendLine(CultureInfo.InvariantCulture, $"| {(signal == SmileSignal.AU12 ? "AU12" : "lip corners")} | {found} | {times[Rounds / 2]:0.0} | {times[0]:0.0} |");
        }

        return table.ToString();
    }

    /// <summary>A mouth of 50 units that smiles every eight seconds on a course of least jerk, with the noise of a tracked face (.004 lip widths, docs/methods.md).</summary>
    private static FaceSeries Series()
    {
        RandomStream random = new(1);
        double[] times = [.. Enumerable.Range(0, Frames).Select(frame => frame / FrameRate)];
        double[] heights = [.. times.Select(time => Height(time % (Frames / FrameRate / Smiles)))];
        double[] Column(Func<int, double> value, double noise) => [.. Enumerable.Range(0, Frames).Select(frame => value(frame) + (noise * random.NextGaussian()))];
        const double width = 50, cornerNoise = 0.004 * width;
        double[] eyes = [.. times.Select(time => (time % (Frames / FrameRate / Smiles)) is > 6.5 and < 6.75 ? 0.05 : 0.3)];
        Dictionary<string, double[]> columns = new()
        {
            [FaceColumns.LipCornerRightX] = Column(frame => width * (-0.5 - heights[frame]), cornerNoise),
            [FaceColumns.LipCornerRightY] = Column(frame => width * 0.5 * heights[frame], cornerNoise),
            [FaceColumns.LipCornerRightZ] = Column(_ => 0, cornerNoise),
            [FaceColumns.LipCornerLeftX] = Column(frame => width * (0.5 + heights[frame]), cornerNoise),
            [FaceColumns.LipCornerLeftY] = Column(frame => width * 0.5 * heights[frame], cornerNoise),
            [FaceColumns.LipCornerLeftZ] = Column(_ => 0, cornerNoise),
            [FaceColumns.ActionUnit(12)] = Column(frame => 20 * heights[frame], 0.1),
            [FaceColumns.LipCornerPullerRight] = Column(frame => 20 * heights[frame], 0.1),
            [FaceColumns.LipCornerPullerLeft] = Column(frame => 20 * heights[frame], 0.1),
            [FaceColumns.ActionUnit(6)] = Column(frame => 12 * heights[frame], 0.1),
            [FaceColumns.EyeOpeningRight] = Column(frame => eyes[frame], 0.005),
            [FaceColumns.EyeOpeningLeft] = Column(frame => eyes[frame], 0.005),
            [FaceColumns.CrowsFeetRight] = Column(frame => 20 * heights[frame], 0.3),
            [FaceColumns.CrowsFeetLeft] = Column(frame => 20 * heights[frame], 0.3),
        };
        return new FaceSeries
        {
            Clip = "simulated", Face = 0, Source = FaceSeriesSource.Simulation, IntensityMaximum = 5, Simulated = "simulated movement",
            Times = [.. times], Frames = [.. Enumerable.Range(0, Frames)],
            Columns = columns.ToImmutableSortedDictionary(column => column.Key, column => ImmutableArray.Create(column.Value), StringComparer.Ordinal),
        };
    }

    private static double Height(double time) => 0.15 * (Rise((time - 2) / 0.8) - Rise((time - 4) / 1.2));

    private static double Rise(double s) => s <= 0 ? 0 : s >= 1 ? 1 : s * s * s * (10 + (s * (-15 + (6 * s))));
}
