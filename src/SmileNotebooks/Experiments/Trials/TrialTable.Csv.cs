// Tables of trials as comma-separated values, for R, Python, spreadsheets, and back.
using System.Text;
using static System.FormattableString;

namespace SmileNotebooks;

public sealed partial record TrialTable
{
    /// <summary>Writes the table as CSV (UTF-8, RFC 4180): a row a trial, and a row without a value for each exclusion, with its reason. Numbers are written so that they are
    /// read back to the last digit.</summary>
    /// <remarks>Columns are participant, group, condition, condition_order, muscle, trial, position, value, measure, simulated, exclusion and exclusion_kind. Programs that
    /// take "09" for the number 9 must be told otherwise (R: <c>colClasses = c(participant = "character")</c>).</remarks>
    /// <param name="path">The file; written beside it first and then renamed.</param>
    /// <exception cref="RecordingException">The file cannot be written.</exception>
    /// <exception cref="ArgumentException">A row that could not be read back: without a participant, in a group called NA, or with a value that is not finite.</exception>
    public void SaveCsv(string path) => CsvWriter.Write(path, ToCsv(), RecordingException.Of);

    /// <summary>The table as <see cref="SaveCsv"/> writes it.</summary>
    public string ToCsv()
    {
        RequireSound();
        if (Trials.FirstOrDefault(trial => trial.Group == "NA") is { } unread)
        {
            throw new ArgumentException($"The group of {unread.Participant} is called NA, which R and LoadCsv read as no group; give it another name.");
        }

        StringBuilder text = new();
        CsvWriter.AppendRow(text, TrialCsv.Columns);
        foreach (Trial trial in Trials)
        {
            CsvWriter.AppendRow(
                text, trial.Participant, trial.Group, trial.Condition, OrderOf(trial.Condition), trial.Muscle, $"{trial.Number}", $"{trial.Position}", Invariant($"{trial.Value:R}"),
                Measure, Simulated ?? "", "", "");
        }

        foreach (Exclusion exclusion in Exclusions)
        {
            CsvWriter.AppendRow(
                text, exclusion.Participant, "", exclusion.Condition ?? "", OrderOf(exclusion.Condition), exclusion.Muscle, $"{exclusion.Trial}", "", "",
                Measure, Simulated ?? "", exclusion.Reason, $"{exclusion.Kind}");
        }

        return text.ToString();
    }

    /// <summary>Reads a table of trials: one that <see cref="SaveCsv"/> wrote, or any CSV with the columns participant, condition and value, in any order. Of the others,
    /// what is missing is filled in: muscle "EMG", trials and positions counted in the order of rows, conditions in the order in which they first occur.</summary>
    /// <param name="path">A file in UTF-8, commas between fields, points in numbers.</param>
    /// <returns>The table. Rows without a value (empty, NA, n/a, NaN) are its exclusions. NA is also no group, measure, simulation and reason, as where R has written columns that
    /// were empty.</returns>
    /// <exception cref="RecordingException">The file is missing, no CSV, or lacks a column; a cell cannot be read, or measures differ. The message names the line.</exception>
    public static TrialTable LoadCsv(string path) => new TrialCsv(path).Read();

    private string OrderOf(string? condition) => condition is not null && Conditions.IndexOf(condition) is >= 0 and int place ? $"{place + 1}" : "";
}
