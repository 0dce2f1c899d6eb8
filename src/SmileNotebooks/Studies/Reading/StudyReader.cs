// One study from its file.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class StudyReader
{
    private static readonly Dictionary<string, StudyDesign> s_designs = new(StringComparer.Ordinal)
    {
        ["theory"] = StudyDesign.Theory,
        ["observational"] = StudyDesign.Observational,
        ["experiment"] = StudyDesign.Experiment,
        ["multi-lab"] = StudyDesign.MultiLab,
        ["meta-analysis"] = StudyDesign.MetaAnalysis,
    };

    public static PublishedStudy Read(string path, IReadOnlyDictionary<string, Reference> references)
    {
        RecordJson json = RecordJson.OpenObject(path, "the record of a published study");
        string key = json.Text("key");
        if (key != Path.GetFileNameWithoutExtension(path))
        {
            throw json.Error("key", $"\"{key}\"", $"\"{Path.GetFileNameWithoutExtension(path)}\", as the file is named");
        }

        // For editors that check a file while it is written.
        _ = json.TextOrNull("$schema");
        string? table = json.TextOrNull("labs");
        PublishedStudy study = new()
        {
            Key = key,
            Reference = references.GetValueOrDefault(key) ?? throw json.Error("key", $"\"{key}\"", "the id of a reference in references*.json of the same folder"),
            Design = json.Choice("design", s_designs),
            Description = json.Text("description"),
            N = json.CountOrNull("n"),
            K = json.CountOrNull("k"),
            Preregistered = json.Flag("preregistered"),
            ReplicationOf = [.. json.Texts("replicationOf")],
            IndirectFor = [.. json.Texts("indirect")],
            Topics = [.. json.Texts("topics")],
            Note = json.TextOrNull("note"),
            Results = [.. json.Objects("results").Select(result => ResultReader.Read(result, key))],
            Labs = table is null ? [] : LabReader.Read(Path.Combine(Path.GetDirectoryName(path) ?? "", table)),
        };
        json.CheckAllRead();
        Check(json, study);
        return study;
    }

    private static void Check(RecordJson json, PublishedStudy study)
    {
        if (study.Results.IsEmpty)
        {
            throw json.Missing("results", "at least one result, in words where there are no numbers");
        }

        if (study.Results.GroupBy(result => result.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw json.Error("results", $"the id \"{twice.Key}\" twice", "each id once");
        }

        if (study.IndirectFor.FirstOrDefault(claim => !study.Results.Any(result => result.Bearings.ContainsKey(claim))) is { } other)
        {
            throw json.Error("indirect", $"\"{other}\"", "claims on which a result of the study bears");
        }
    }
}
