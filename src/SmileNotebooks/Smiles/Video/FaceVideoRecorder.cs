// A clip's measures as columns of numbers: 70 numbers a frame and face, where the meshes would be thousands.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Collects measured frames into series.</summary>
internal sealed class FaceVideoRecorder(IFrameSource source, FaceVideoOptions options)
{
    private readonly FaceVideoTally _tally = new();
    private readonly List<int> _frames = [];
    private readonly List<double> _times = [];
    private readonly SortedDictionary<int, List<(int Row, double[] Values)>> _people = [];
    private readonly Dictionary<int, MeasuredFace> _firsts = [];

    public int Frames => _tally.Frames;

    public void Add(MeasuredFrame frame)
    {
        _tally.Add(frame);
        foreach (MeasuredFace face in frame.Faces)
        {
            if (!_people.TryGetValue(face.Person, out List<(int Row, double[] Values)>? rows))
            {
                _people.Add(face.Person, rows = []);
                _firsts.Add(face.Person, face);
            }

            rows.Add((_frames.Count, FaceMeasurements.Of(face)));
        }

        _frames.Add(frame.Index);
        _times.Add(frame.Time);
    }

    public FaceVideoResult Result(string? problem)
    {
        ImmutableArray<int> frames = [.. _frames];
        ImmutableArray<double> times = [.. _times];
        ImmutableArray<FacePresence> people = _tally.Presence();
        return new FaceVideoResult
        {
            Clip = source.Name,
            Frames = _tally.Frames,
            FramesWithoutFace = _tally.FramesWithoutFace,
            Duration = _tally.LastTime,
            People = people,
            Problem = problem,
            Remarks = [.. Remarks()],
            Series = [.. _people.Select(one => new FaceSeries
            {
                Clip = source.Name,
                Face = one.Key,
                Source = FaceSeriesSource.SmileNotebooks,
                Simulated = (source as PaintedSmileClip)?.Simulated,
                IntensityMaximum = 5,
                Times = times,
                Frames = frames,
                Columns = Columns(one.Value, frames.Length),
                Remarks = [.. Remarks(), .. RemarksOf(people.First(person => person.Person == one.Key), problem)],
            })],
        };
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<double>> Columns(List<(int Row, double[] Values)> rows, int count)
    {
        ImmutableSortedDictionary<string, ImmutableArray<double>>.Builder columns = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<double>>(StringComparer.Ordinal);
        for (int column = 0; column < FaceMeasurements.Names.Length; column++)
        {
            double[] values = new double[count];
            Array.Fill(values, double.NaN);
            foreach ((int row, double[] measured) in rows)
            {
                values[row] = measured[column];
            }

            columns.Add(FaceMeasurements.Names[column], ImmutableArray.Create(values));
        }

        return columns.ToImmutable();
    }

    /// <summary>What holds for the whole clip.</summary>
    private IEnumerable<string> Remarks()
    {
        if (options.Smoothing is { } smoothing)
        {
            yield return $"landmarks smoothed ({smoothing})";
        }

        if (options.Wrinkles is { Measured: false })
        {
            yield return "wrinkles not measured";
        }

        if (options.MaximumFaces == 1 && _tally.Changes > 0)
        {
            yield return $"{_tally.Changes} time{(_tally.Changes == 1 ? "" : "s")} the face may be another person's (MaximumFaces is 1: all are person 0)";
        }

        if (_tally.Unmeasurable > 0)
        {
            yield return $"{Plural.Of(_tally.Unmeasurable, "face")} found that could not be measured";
        }
    }

    private IEnumerable<string> RemarksOf(FacePresence person, string? problem)
    {
        NeutralFace? neutral = _firsts[person.Person].Neutral;
        if (neutral is not null)
        {
            yield return $"action units counted from {(neutral == options.Neutral ? "a given" : "this person's own")} {neutral}";
            if (neutral != options.Neutral && _firsts[person.Person].NeutralWrinkles is { } lines)
            {
                string[] without = [.. Regions(lines).Where(region => region.Wrinkle.Value is null).Select(region => region.Name)];
                yield return $"wrinkles counted from those of the same {neutral}{(without.Length == 0 ? "" : $", which shows none of {string.Join(", ", without)}: not measurable")}";
            }
        }
        else if (options.RestSeconds is { } seconds)
        {
            yield return FormattableString.Invariant($"not seen in the first {seconds} s: action units counted from the population neutral{(options.Wrinkles is { Measured: false } or { Neutral: not null } ? "" : ", wrinkles from the skin of the cheek")}");
        }

        if (person.FramesFound < _tally.Frames)
        {
            yield return $"{_tally.Frames - person.FramesFound} of {_tally.Frames} frames without this face";
        }

        if (problem is not null)
        {
            yield return $"ended early: {problem}";
        }
    }

    private static (string Name, Wrinkle Wrinkle)[] Regions(Wrinkles lines) =>
    [
        ("crow's feet right", lines.CrowsFeetRight), ("crow's feet left", lines.CrowsFeetLeft), ("lower lid right", lines.LowerLidRight), ("lower lid left", lines.LowerLidLeft),
        ("naso-labial fold right", lines.NasolabialRight), ("naso-labial fold left", lines.NasolabialLeft),
    ];
}
