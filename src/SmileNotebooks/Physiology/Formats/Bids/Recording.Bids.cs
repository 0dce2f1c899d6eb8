// What BIDS knows of a recording beyond its channels and events, and saving recordings as BIDS arranges them.
namespace SmileNotebooks;

public sealed partial record Recording
{
    /// <summary>The frequency of the power line where it was recorded, in Hz (50 or 60), as a JSON file of BIDS beside it says; null where unknown.</summary>
    public double? PowerLineFrequency { get; init; }

    /// <summary>Writes the recording into a dataset of BIDS (Gorgolewski et al., 2016, Scientific Data 3, 160044): <c>sub-09/emg/sub-09_task-faces_emg.tsv.gz</c>
    /// with the samples, and beside it its _emg.json, _channels.tsv and, where there are events, _events.tsv; in the folder of the dataset
    /// dataset_description.json, if it is not there. Each file is written whole or not at all.</summary>
    /// <remarks>
    /// <para>Numbers are written in the fewest digits that give the same double again, NaN as n/a. <see cref="Load"/> reads the same recording.</para>
    /// <para>BIDS wants electromyograms as EDF or BDF, which round values to 16 or 24 bits. For its validator save EDF, and <see cref="SaveBidsSidecars"/> beside
    /// it.</para>
    /// </remarks>
    /// <param name="folder">The folder of the dataset; made where it is missing.</param>
    /// <param name="task">What was done, in letters and digits, such as faces.</param>
    /// <returns>The path of the samples.</returns>
    /// <exception cref="ArgumentException">The participant or the task has other than letters and digits, or none.</exception>
    /// <exception cref="RecordingException">Channels differ in rate or length, a value is infinite or beyond 1e30, the dataset is of simulated data and the
    /// recording is not or the other way round, or a file cannot be written. Nothing is left then.</exception>
    public string SaveBids(string folder, string task) => BidsWriter.Save(this, folder, task);

    /// <summary>Writes what BIDS wants to stand beside a file of samples, such as an EDF file that was saved before: <c>_emg.json</c> (by the suffix of the
    /// file), <c>_channels.tsv</c> and, where there are events, <c>_events.tsv</c>.</summary>
    /// <param name="path">The file of samples, as in <c>sub-09_task-faces_emg.edf</c>.</param>
    /// <exception cref="ArgumentException">The name is none of BIDS.</exception>
    /// <exception cref="RecordingException">A file cannot be written. Nothing is left then.</exception>
    public void SaveBidsSidecars(string path) => BidsWriter.SaveSidecars(this, path);

    /// <summary>The recording with its channels described anew; their samples stay.</summary>
    internal Recording Described(Func<Channel, Channel> describe) => this with { Channels = [.. Channels.Select(describe)] };
}
