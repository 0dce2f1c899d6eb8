// What stands beside the recordings of a simulated study: that they are simulated, how, who took part, and what is true.
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SmileNotebooks;

/// <summary>Writes dataset_description.json with the keys of BIDS (https://bids-specification.readthedocs.io, Dataset description; BIDSVersion is left out, because the files of
/// recordings are not of BIDS), participants.tsv, truth_simulated.tsv and README.md.</summary>
internal static class StudyDescription
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(MimicryExperiment experiment, int significantDigits, string folder)
    {
        void Save(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
        Save("dataset_description.json", Description(experiment));
        Save("participants.tsv", Participants(experiment));
        Save("truth_simulated.tsv", Truth(experiment));
        Save("README.md", StudyReadme.Of(experiment, significantDigits));
    }

    private static string Description(MimicryExperiment experiment) => JsonSerializer.Serialize(
        new
        {
            Name = "Simulated experiment on facial mimicry (no person was recorded)",
            DatasetType = "raw",
            GeneratedBy = new[] { new { Name = "SmileNotebooks", Description = "MimicryExperiment.WriteStudy" } },
            Simulated = new { experiment.Phrase, experiment.Seed, Parameters = experiment },
        },
        s_json) + "\n";

    private static string Participants(MimicryExperiment experiment) => string.Concat(
        Enumerable.Range(0, experiment.Participants)
            .Select(participant => $"{MimicryExperiment.NameOf(participant)}\t{(experiment.GroupOf(participant) is { Length: > 0 } group ? group : "n/a")}\n")
            .Prepend("participant_id\tgroup\n"));

    private static string Truth(MimicryExperiment experiment) => string.Concat(
        experiment.Truth()
            .Select(trial => string.Create(CultureInfo.InvariantCulture,
                $"{trial.Participant}\t{trial.Condition}\t{trial.Muscle}\t{trial.Number}\t{trial.Position}\t{trial.Onset:0.00}\t{trial.Latency:0.0000}\t{trial.Change:0.000000}\n"))
            .Prepend("participant\tcondition\tmuscle\tnumber\tposition\tonset\tlatency\tchange\n"));
}
