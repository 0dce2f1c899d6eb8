// Small tables of other programs, made for tests.
using System.Globalization;
using System.Numerics;
using System.Text;

namespace SmileNotebooks.Tests.FaceTables;

/// <summary>Writes tables into a folder that is deleted afterwards.</summary>
public abstract class TableText : IDisposable
{
    /// <summary>A face of 68 points, pixels: only those that are measured stand where a face has them.</summary>
    private static readonly Dictionary<int, Complex> Shape = new()
    {
        [27] = new(150, 105), [28] = new(150, 118), [29] = new(150, 131), [30] = new(150, 144),
        [36] = new(100, 100), [37] = new(110, 95), [38] = new(120, 95), [39] = new(130, 100), [40] = new(120, 106), [41] = new(110, 106),
        [42] = new(170, 100), [43] = new(180, 94), [44] = new(190, 94), [45] = new(200, 100), [46] = new(190, 106), [47] = new(180, 106),
        [48] = new(120, 170), [54] = new(180, 170), [62] = new(150, 168), [66] = new(150, 174),
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-tables-").FullName;

    protected string Folder => _folder;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string Write(string text, string name = "table.csv", bool mark = false)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(mark));
        return path;
    }

    /// <summary>A table of OpenFace 2 without landmarks.</summary>
    protected static string OpenFace(params string[] rows) =>
        "frame, face_id, timestamp, confidence, success, pose_Rx, pose_Ry, pose_Rz, AU06_r, AU12_r, AU12_c\n" + string.Join('\n', rows) + "\n";

    /// <summary>A table of OpenFace 2 with landmarks and AU12, one row for each place of the points.</summary>
    protected static string WithPoints(IReadOnlyList<Func<int, Complex, Complex>> places)
    {
        StringBuilder text = new("frame, timestamp, confidence, success, ");
        text.AppendJoin(", ", Enumerable.Range(0, 68).Select(i => $"x_{i}")).Append(", ").AppendJoin(", ", Enumerable.Range(0, 68).Select(i => $"y_{i}")).Append(", AU12_r\n");
        for (int frame = 0; frame < places.Count; frame++)
        {
            Complex[] points = [.. Enumerable.Range(0, 68).Select(i => places[frame](i, Shape.GetValueOrDefault(i, new Complex(150, 150))))];
            text.Append(CultureInfo.InvariantCulture, $"{frame + 1}, {frame / 25.0}, .98, 1, ");
            text.AppendJoin(", ", points.Select(point => point.Real.ToString("R", CultureInfo.InvariantCulture))).Append(", ");
            text.AppendJoin(", ", points.Select(point => point.Imaginary.ToString("R", CultureInfo.InvariantCulture))).Append(", 1.5\n");
        }

        return text.ToString();
    }

    protected static void Same(FaceSeries expected, FaceSeries actual)
    {
        Assert.Equal((expected.Clip, expected.Face, expected.Source, expected.IntensityMaximum, expected.Simulated), (actual.Clip, actual.Face, actual.Source, actual.IntensityMaximum, actual.Simulated));
        Assert.Equal(expected.Remarks.AsEnumerable(), actual.Remarks.AsEnumerable());
        Assert.Equal(expected.Frames.AsEnumerable(), actual.Frames.AsEnumerable());
        Assert.Equal(expected.Times.Select(BitConverter.DoubleToInt64Bits), actual.Times.Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(expected.Columns.Keys, actual.Columns.Keys);
        foreach (string name in expected.Columns.Keys)
        {
            Assert.Equal(expected[name].Select(BitConverter.DoubleToInt64Bits), actual[name].Select(BitConverter.DoubleToInt64Bits));
        }
    }
}
