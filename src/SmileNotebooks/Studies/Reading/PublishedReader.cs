// The folder of records as a whole: what refers to what must be there.
namespace SmileNotebooks;

internal static class PublishedReader
{
    private const string ReferencesName = "references";
    private const string ClaimsName = "claims.json";

    public static PublishedStudies Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new TableException(folder, null, "no such folder", "the folder of published studies");
        }

        string[] files = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        Dictionary<string, Reference> references = References(folder, [.. files.Where(IsReferences)]);
        ClaimText[] claims = Claims(Path.Combine(folder, ClaimsName));
        PublishedStudy[] studies = [.. files.Where(file => !IsReferences(file) && Path.GetFileName(file) != ClaimsName).Select(file => StudyReader.Read(file, references))];
        Check(folder, studies, claims, references);
        return new PublishedStudies(studies, references.Values, claims);
    }

    private static bool IsReferences(string file) => Path.GetFileName(file).StartsWith(ReferencesName, StringComparison.Ordinal);

    private static Dictionary<string, Reference> References(string folder, string[] files)
    {
        if (files.Length == 0)
        {
            throw new TableException(folder, null, "no references*.json", "the bibliography of the studies in CSL-JSON");
        }

        Dictionary<string, Reference> references = new(StringComparer.Ordinal);
        HashSet<string> dois = new(StringComparer.OrdinalIgnoreCase);
        foreach (string file in files)
        {
            foreach (Reference reference in ReferenceReader.Read(file))
            {
                if (!references.TryAdd(reference.Key, reference))
                {
                    throw new TableException(file, reference.Key, "the id a second time", "each reference once, in one of the files of references");
                }

                if (reference.Doi is { } doi && !dois.Add(doi))
                {
                    throw new TableException(file, reference.Key, $"the DOI {doi} a second time", "each work once, in one of the files of references");
                }
            }
        }

        return references;
    }

    private static ClaimText[] Claims(string path) => !File.Exists(path) ? [] :
    [
        .. RecordJson.OpenList(path, "a list of claims").Select(json =>
        {
            ClaimText claim = new(json.Text("key"), json.Text("claim"), json.Text("cites"), json.Text("verdict"));
            json.CheckAllRead();
            return claim;
        }),
    ];

    private static void Check(string folder, PublishedStudy[] studies, ClaimText[] claims, Dictionary<string, Reference> references)
    {
        HashSet<string> keys = [.. claims.Select(claim => claim.Key)];
        if (keys.Count < claims.Length)
        {
            throw new TableException(Path.Combine(folder, ClaimsName), null, "a key twice", "each claim once");
        }

        if (claims.FirstOrDefault(claim => !references.ContainsKey(claim.Cites)) is { } uncited)
        {
            throw new TableException(Path.Combine(folder, ClaimsName), uncited.Key, $"\"{uncited.Cites}\"", "the id of a reference in references*.json of the same folder");
        }

        foreach (PublishedStudy study in studies)
        {
            string file = Path.Combine(folder, $"{study.Key}.json");
            if (study.ReplicationOf.FirstOrDefault(key => !references.ContainsKey(key)) is { } unknown)
            {
                throw new TableException(file, "replicationOf", $"\"{unknown}\"", "the id of a reference in references*.json of the same folder");
            }

            if (study.Topics.FirstOrDefault(keys.Contains) is { } topic)
            {
                throw new TableException(file, "topics", $"\"{topic}\", which is a claim", "a topic of another name; what a result says about a claim stands in its \"bears\"");
            }

            foreach (PublishedResult result in study.Results)
            {
                if (result.Bearings.Keys.FirstOrDefault(claim => !keys.Contains(claim)) is { } claim)
                {
                    throw new TableException(file, $"{result.Id}.bears", $"\"{claim}\"", $"the key of a claim in {ClaimsName}: {string.Join(", ", keys)}");
                }
            }
        }
    }
}
