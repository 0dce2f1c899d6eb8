// What an analysis made, as a folder that others can read.
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace SmileNotebooks;

/// <summary>Derivatives of a study in a folder, as BIDS arranges them (Gorgolewski et al., 2016, Scientific Data 3, 160044; the specification's section on derivatives). Immutable.</summary>
/// <remarks>
/// <para>dataset_description.json (with GeneratedBy, and Simulated where data are), README.md, participants.tsv, for each participant <c>sub-01/emg/sub-01_desc-responses_emg.tsv</c>
/// (<c>beh</c> in place of <c>emg</c> for clips), trials.tsv with all trials and all that was left out, multiverse.tsv, methods.md, provenance.json with the choices, the seeds and the
/// digest of each file; and beside each table a JSON file that says what its columns are. BIDS has no place for tables of trials and of multiverses: a validator has to be told to
/// pass over them, as .bidsignore does.</para>
/// <para>The folder is whole or is not there. Nothing in it tells when or where it was made: the same analysis of the same data gives the same bytes.</para>
/// </remarks>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record StudyDerivatives
{
    private const string BidsVersion = "1.11.0";
    private const string TrialsFile = "trials.tsv";

    private StudyDerivatives(string folder, ImmutableArray<string> files) => (Folder, Files) = (folder, files);

    /// <summary>The folder, as it was asked for.</summary>
    public string Folder { get; }

    /// <summary>The files in it, as paths within it, in ordinal order.</summary>
    public ImmutableArray<string> Files { get; }

    /// <summary>Writes derivatives.</summary>
    /// <param name="folder">A folder that does not exist, or is empty, or holds derivatives that were written here and not changed since: these are replaced.</param>
    /// <param name="run">The analysis.</param>
    /// <param name="multiverse">A multiverse of the same data; null for none.</param>
    /// <param name="methods">What a paper says of it; null for <see cref="MethodsParagraph.Of"/> the run, with the multiverse.</param>
    /// <exception cref="RecordingException">The folder holds a file of somebody else, or one that was changed (it is named); or it cannot be written. What was there is left as it was.</exception>
    /// <exception cref="ArgumentException">Two participants whose names have the same letters and digits, or one without any; or data that are simulated in part.</exception>
    public static StudyDerivatives Save(string folder, PipelineRun run, MultiverseResult? multiverse = null, MethodsParagraph? methods = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (multiverse is not null && multiverse.Simulated != run.Simulated)
        {
            throw new ArgumentException($"The trials are {run.Simulated ?? "of recorded data"} and the multiverse is {multiverse.Simulated ?? "of recorded data"}; expected both of the same data.", nameof(multiverse));
        }

        MethodsParagraph paragraph = methods ?? (multiverse is null ? MethodsParagraph.Of(run) : MethodsParagraph.Of(run).With(multiverse));
        StudyFolder.Write(folder, into => Fill(into, run, multiverse, paragraph), Provenance.Foreign);
        return new(folder, [.. StudyFolder.FilesOf(folder).Select(file => file.Replace('\\', '/')).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Reads the table of trials of derivatives.</summary>
    /// <param name="folder">A folder that <see cref="Save"/> wrote.</param>
    /// <returns>The table as it was saved: trials, what was left out, measure, conditions and whether data were simulated.</returns>
    /// <exception cref="RecordingException">There is no table of trials, or it cannot be read; the message names the line.</exception>
    public static TrialTable LoadTrials(string folder)
    {
        string path = Path.Combine(folder, TrialsFile);
        if (!File.Exists(path))
        {
            throw new RecordingException(path, null, "no such file", "a table of trials that StudyDerivatives.Save wrote");
        }

        return new TrialCsv(path).Read(TsvFile.Read(path));
    }

    /// <summary>What the files are; those of participants in one row.</summary>
    public ResultTable ToTable() => new(
        "Derivatives", ["file", "what"],
        [.. Files.Select(file => (Name: NameOf(file), What: WhatIs(file))).CountBy(file => file).Select(file => ImmutableArray.Create(file.Key.Name, $"{file.Key.What}{(file.Value > 1 ? $" ({file.Value} files)" : "")}"))]);

    /// <summary>As in <c>26 files</c>, with their names.</summary>
    public override string ToString() => $"{Plural.Of(Files.Length, "file")}\n{string.Join('\n', Files)}";

    private static string NameOf(string file) =>
        file.StartsWith("sub-", StringComparison.Ordinal) ? $"sub-*/{string.Join('/', file.Split('/').Skip(1).SkipLast(1))}/*_{string.Join('_', file.Split('/')[^1].Split('_').Skip(1))}" : file;

    private static string WhatIs(string file) => file switch
    {
        ".bidsignore" => "what a validator passes over",
        "README.md" => "what is what",
        "dataset_description.json" => "the data set, what it was made by, and whether it is simulated",
        "methods.md" => "what was done, in a paragraph with references",
        "multiverse.tsv" => "every specification and what it found",
        "participants.tsv" => "participants, their trials and means",
        Provenance.FileName => "choices, seeds, and a digest of each file",
        TrialsFile => "a row a trial, and one for all that was left out",
        _ when file.EndsWith(".json", StringComparison.Ordinal) => $"what the columns of {Path.GetFileNameWithoutExtension(file)} are",
        _ => "trials of a participant with their onsets",
    };

    private static void Fill(string into, PipelineRun run, MultiverseResult? multiverse, MethodsParagraph methods)
    {
        void Save(string name, string text) => File.WriteAllText(Path.Combine(into, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        void SaveJson(string name, JsonObject values)
        {
            using FileStream file = new(Path.Combine(into, name), FileMode.CreateNew);
            BidsTables.WriteJson(file, values);
        }

        SortedDictionary<string, string> labels = Labels(run);
        string kind = run.Source.Kind == PipelineSourceKind.Clips ? "beh" : "emg";
        SaveJson("dataset_description.json", Description(run));
        Save("README.md", Readme(run, multiverse is not null, kind));
        Save(".bidsignore", "trials.*\nmultiverse.*\nmethods.md\nprovenance.json\n");
        Save("participants.tsv", DerivativeTables.Participants("participants.tsv", run, labels));
        SaveJson("participants.json", DerivativeColumns.Participants(run));
        Save(TrialsFile, DerivativeTables.Trials(TrialsFile, run.Trials));
        SaveJson("trials.json", DerivativeColumns.Trials(run));
        SaveJson($"desc-responses_{kind}.json", DerivativeColumns.Responses(run));
        foreach ((string participant, string label) in labels)
        {
            string own = $"sub-{label}/{kind}/sub-{label}_desc-responses_{kind}.tsv";
            Directory.CreateDirectory(Path.Combine(into, $"sub-{label}", kind));
            Save(own, DerivativeTables.Responses(own, run, participant));
        }

        if (multiverse is not null)
        {
            Save("multiverse.tsv", DerivativeTables.Multiverse("multiverse.tsv", multiverse));
            SaveJson("multiverse.json", DerivativeColumns.Multiverse(multiverse));
        }

        Save("methods.md", methods.ToMarkdown());
        SaveJson(Provenance.FileName, Provenance.Of(run, multiverse, into));
    }

    /// <summary>The labels of participants in file names, which BIDS makes of letters and digits only.</summary>
    private static SortedDictionary<string, string> Labels(PipelineRun run)
    {
        SortedDictionary<string, string> labels = new(StringComparer.Ordinal);
        foreach (string participant in run.Trials.Participants.Union(run.Trials.Exclusions.Select(exclusion => exclusion.Participant)))
        {
            string label = string.Concat(participant.Where(char.IsAsciiLetterOrDigit));
            if (label.Length == 0 || labels.FirstOrDefault(other => other.Value.Equals(label, StringComparison.OrdinalIgnoreCase)) is { Key: not null } other && other.Key != participant)
            {
                throw new ArgumentException(label.Length == 0
                    ? $"The participant \"{participant}\" has no letter or digit that a file could be called by."
                    : $"The participants {labels.First(one => one.Value.Equals(label, StringComparison.OrdinalIgnoreCase)).Key} and {participant} would both be sub-{label}; give them names whose letters and digits differ.", nameof(run));
            }

            labels[participant] = label;
        }

        return labels;
    }

    private static JsonObject Description(PipelineRun run)
    {
        JsonObject description = new()
        {
            ["Name"] = $"Responses of {run.Pipeline.Muscle}{(run.Simulated is null ? "" : " (simulated: no person was recorded)")}",
            ["BIDSVersion"] = BidsVersion,
            ["DatasetType"] = "derivative",
            ["GeneratedBy"] = new JsonArray(new JsonObject { ["Name"] = "SmileNotebooks", ["Version"] = PipelineRun.Version, ["Description"] = "EmgPipeline" }),
        };
        if (run.Simulated is not null)
        {
            description[BidsDataset.SimulatedKey] = run.Simulated;
        }

        return description;
    }

    private static string Readme(PipelineRun run, bool hasMultiverse, string kind) => $"""
        # Responses of {run.Pipeline.Muscle}

        {(run.Simulated is null ? "" : $"**No person was recorded.** The data are {run.Simulated}. ")}{run.Trials}.

        | file | what |
        |---|---|
        | `trials.tsv` | a row a trial, and a row for all that was left out, with its reason |
        | `participants.tsv` | participants, their trials and their means |
        | `sub-*/{kind}/*_desc-responses_{kind}.tsv` | the trials of a participant with their onsets |
        {(hasMultiverse ? "| `multiverse.tsv` | every specification of the multiverse and what it found |\n" : "")}| `methods.md` | what was done, in a paragraph, with references |
        | `provenance.json` | every choice, seeds, and the SHA-256 of each file |

        What the columns are stands in the JSON file beside each table. Written by {run.Software}; written again by the same version from the same data with the same choices, every
        byte is the same.

        """.ReplaceLineEndings("\n");
}
