using System.Collections.Immutable;

namespace SmileNotebooks;

/// <content>Reading tables.</content>
public sealed partial record FaceSeries
{
    /// <summary>Reads the one face of a table of OpenFace 2, py-feat or this library; which of them it is, its header says.</summary>
    /// <param name="path">A CSV file.</param>
    /// <param name="options">Default: time stamps of the table, landmarks not kept.</param>
    /// <returns>One row for each frame from the first to the last of the table. Frames that it leaves out, and frames in which the face was not found, are NaN and counted
    /// in <see cref="Remarks"/>. From 68 landmarks the columns of lip corners, eyes and mouth of <see cref="FaceColumns"/> are measured (docs/file-formats.md).</returns>
    /// <exception cref="TableException">It cannot be read, is not such a table, or has several faces; the message names file, line, column, what was found and expected.</exception>
    /// <exception cref="ArgumentException">The options cannot be used.</exception>
    public static FaceSeries Load(string path, FaceSeriesOptions? options = null)
    {
        ImmutableArray<FaceSeries> all = FaceSeriesReader.Read(path, Checked(options));
        return all.Length == 1
            ? all[0]
            : throw new TableException(
                path,
                null,
                $"{all.Length} faces ({string.Join(", ", all.Take(10).Select(one => $"face {one.Face} of {one.Clip}"))}{(all.Length > 10 ? ", ..." : "")})",
                "one face; FaceSeries.LoadAll reads several");
    }

    /// <summary>Reads all faces of a table, or of the tables of a folder.</summary>
    /// <param name="path">A CSV file; or a folder, of which the files of <see cref="FaceSeriesOptions.Pattern"/> are read in the order of their names (not those of folders within).</param>
    /// <param name="options">As for <see cref="Load"/>.</param>
    /// <returns>At least one; by file, clip and number of the face.</returns>
    /// <exception cref="TableException">As for <see cref="Load"/>; or the folder has no such file.</exception>
    /// <exception cref="ArgumentException">The options cannot be used.</exception>
    public static ImmutableArray<FaceSeries> LoadAll(string path, FaceSeriesOptions? options = null)
    {
        FaceSeriesOptions used = Checked(options);
        if (!Directory.Exists(path))
        {
            return FaceSeriesReader.Read(path, used);
        }

        string[] files = [.. Directory.EnumerateFiles(path, used.Pattern).Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? [.. files.SelectMany(file => FaceSeriesReader.Read(file, used))]
            : throw new TableException(path, null, $"no file of the pattern {used.Pattern}", "tables of face measures");
    }

    private static FaceSeriesOptions Checked(FaceSeriesOptions? options)
    {
        FaceSeriesOptions used = options ?? new FaceSeriesOptions();
        if (used.FrameRate is { } rate && !(rate > 0 && double.IsFinite(rate)))
        {
            throw new ArgumentException($"FrameRate is {rate}; expected a number of frames per second above 0.", nameof(options));
        }

        return used.Pattern.AsSpan().IndexOfAny('/', '\\', '\0') < 0 && used.Pattern.Length > 0
            ? used
            : throw new ArgumentException($"Pattern is '{used.Pattern}'; expected one of file names, such as *.csv.", nameof(options));
    }
}
