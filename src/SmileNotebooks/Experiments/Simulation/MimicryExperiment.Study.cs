// A simulated experiment as a folder of files, in the layout of a real study.
using static SmileNotebooks.Parameter;

namespace SmileNotebooks;

public sealed partial record MimicryExperiment
{
    /// <summary>Writes the experiment as a study folder: in <c>raw</c> one text file a participant in the layout that <c>AcqKnowledgeText.Fmov</c> reads, called
    /// "01_simulated.txt" and so on; beside it dataset_description.json (which makes every reader say that the data are simulated), participants.tsv, the truth of each trial
    /// (truth_simulated.tsv) and a README.md. The folder is complete or is not there.</summary>
    /// <param name="folder">A folder that does not exist, or is empty, or holds this very study (which is then left as it is).</param>
    /// <param name="significantDigits">Of the measured values; 6 by default, as the recorder writes them.</param>
    /// <exception cref="ArgumentException">A parameter that cannot be, or that the layout has no place for.</exception>
    /// <exception cref="RecordingException">The folder holds something else, or cannot be written.</exception>
    public void WriteStudy(string folder, int significantDigits = 6)
    {
        Check();
        FmovText.RequireLayoutOf(this);
        Require(significantDigits is >= 1 and <= 15, nameof(significantDigits), significantDigits, "1 to 15");
        StudyFolder.Write(folder, into =>
        {
            StudyDescription.Write(this, significantDigits, into);
            string raw = Directory.CreateDirectory(Path.Combine(into, "raw")).FullName;
            Parallel.For(0, Participants, participant => FmovText.Write(
                SimulatedRecording.Of(this, participant), Path.Combine(raw, $"{NameOf(participant)}_simulated.txt"), significantDigits));
        });
    }
}
