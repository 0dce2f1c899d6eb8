using System.Globalization;
using System.Text;

namespace SmileNotebooks;

/// <content>Writing a series as a table.</content>
public sealed partial record FaceSeries
{
    /// <summary>The series as comma-separated values, one row a frame, which <see cref="Load"/> reads back exactly (of the measures, to the last bit).</summary>
    /// <remarks>First columns: clip, frame (from 1), face_id, timestamp (s), success (0 where nothing was measured); then the measures by name; last what makes the series:
    /// source, intensity_maximum, remarks (one a line), simulated. A missing value is an empty field. Columns named as landmarks (x_0) are read back with
    /// <see cref="FaceSeriesOptions.KeepLandmarks"/>.</remarks>
    /// <exception cref="InvalidOperationException">A measure is infinite, or has the name of one of those other columns, or a remark has several lines.</exception>
    public string ToCsv()
    {
        CheckWritable();
        StringBuilder text = new();
        CsvWriter.AppendRow(text, [
            OwnLayout.Clip, OwnLayout.Frame, OwnLayout.Face, OwnLayout.Timestamp, OwnLayout.Success, .. Columns.Keys,
            OwnLayout.SourceColumn, OwnLayout.Intensity, OwnLayout.Remarks, OwnLayout.Simulated]);
        string[] last = [Source.ToString(), Number(IntensityMaximum), string.Join('\n', Remarks), Simulated ?? ""];
        for (int i = 0; i < Count; i++)
        {
            string[] values = [.. Columns.Values.Select(column => Number(column[i]))];
            string success = values.Any(value => value.Length > 0) ? "1" : "0";
            CsvWriter.AppendRow(text, [
                Clip, ((long)Frames[i] + 1).ToString(CultureInfo.InvariantCulture), Face.ToString(CultureInfo.InvariantCulture), Number(Times[i]), success, .. values, .. last]);
        }

        return text.ToString();
    }

    /// <summary>Writes <see cref="ToCsv"/> to a file: under another name first, so that nobody sees half of it.</summary>
    /// <param name="path">The file; replaced if it is there.</param>
    /// <exception cref="TableException">It cannot be written.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="ToCsv"/>.</exception>
    public void SaveCsv(string path) => CsvWriter.Write(path, ToCsv(), TableException.Of);

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    private void CheckWritable()
    {
        foreach ((string name, IReadOnlyList<double> values) in Columns.Select(column => (column.Key, (IReadOnlyList<double>)column.Value)))
        {
            if (OwnLayout.IsKey(name) || name.Trim().Length != name.Length || name.Length == 0)
            {
                throw new InvalidOperationException($"{Clip}: a measure is named '{name}', which is no name for one in a table.");
            }

            int at = values.ToList().FindIndex(double.IsInfinity);
            if (at >= 0)
            {
                throw new InvalidOperationException($"{Clip}: {name} is {values[at]} in frame {Frames[at]}; expected a finite number or NaN.");
            }
        }

        if (Remarks.FirstOrDefault(remark => remark.AsSpan().IndexOfAny('\r', '\n') >= 0 || remark.Length == 0) is { } several)
        {
            throw new InvalidOperationException($"{Clip}: the remark '{several}' is not one line.");
        }
    }
}
