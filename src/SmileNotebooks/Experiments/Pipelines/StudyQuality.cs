// The quality of one channel over a study: which recordings to look at before anything is analysed.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>The quality of the data of a study, a row a recording or participant. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record StudyQuality
{
    private readonly ResultTable _table;

    private StudyQuality(ResultTable table, int count, int remarked, string what, string? simulated) => (_table, Count, Remarked, What, Simulated) = (table, count, remarked, what, simulated);

    /// <summary>How many recordings, or participants, there are.</summary>
    public int Count { get; }

    /// <summary>How many of them are worth a look.</summary>
    public int Remarked { get; }

    /// <summary>How the data were simulated; null for data that were recorded.</summary>
    public string? Simulated { get; }

    private string What { get; }

    /// <summary>A row for each recording or participant.</summary>
    public ResultTable ToTable() => _table;

    /// <summary>As in <c>zygomaticus: 18 of 20 recordings good, 2 to look at</c>.</summary>
    public override string ToString() => $"{What}: {Count - Remarked} of {Count} good{(Remarked > 0 ? $", {Remarked} to look at" : "")}{(Simulated is null ? "" : $"; {Simulated}")}";

    internal static StudyQuality Of(RecordingSet recordings, string muscle, QualityOptions? options)
    {
        (Recording Recording, EmgQuality Quality)[] all = InOrder.Select(recordings.Count, index =>
        {
            Recording recording = recordings[index];
            return (recording, EmgQuality.Of(recording[muscle], options));
        });
        string[] judged = [.. all.SelectMany(one => one.Quality.Indices).Where(index => !double.IsNaN(index.Value)).Select(index => index.Name).Distinct()];
        string? simulated = Origins.Join(all.Select(one => one.Recording.Simulated));
        bool hasRemarks = all.Any(one => !one.Recording.Remarks.IsEmpty);
        return new(
            new($"Quality of {muscle}", ["participant", "verdict", .. judged, "rest", "S/N (dB)", .. hasRemarks ? ["remarks"] : Array.Empty<string>()], [.. all.Select(one => Row(one.Recording, one.Quality, judged, hasRemarks))])
            {
                Note = $"Limits are ours and no standard: {string.Join(", ", all.SelectMany(one => one.Quality.Indices).DistinctBy(index => index.Name).Where(index => judged.Contains(index.Name)).Select(index => Invariant($"{index.Name} {index.Limit:G3}")))}."
                    + (simulated is null ? "" : $" Data: {simulated}."),
            },
            all.Length, all.Count(one => one.Quality.Findings.Any() || one.Quality.IsUnusable), $"{muscle} in {Plural.Of(all.Length, "recording")}", simulated);
    }

    internal static StudyQuality Of(Epochs epochs)
    {
        ILookup<string, Epoch> own = epochs.Items.ToLookup(epoch => epoch.Participant);
        string[] participants = [.. epochs.Participants.Union(epochs.Exclusions.Select(exclusion => exclusion.Participant))];
        double ShareOf(string participant) => own[participant].Select(epoch => (double)epoch.Samples.ToArray().Count(value => !double.IsFinite(value)) / epoch.Samples.Length).DefaultIfEmpty(double.NaN).Average();
        int LeftOut(string participant) => epochs.Exclusions.Count(exclusion => exclusion.Participant == participant);
        return new(
            new($"Quality of {epochs.Muscle}", ["participant", "epochs", "missing", "left out", "reasons"],
            [
                .. participants.Select(participant => ImmutableArray.Create(
                    participant, $"{own[participant].Count()}", double.IsNaN(ShareOf(participant)) ? "-" : Invariant($"{100 * ShareOf(participant):0.##} %"), $"{LeftOut(participant)}",
                    string.Join("; ", epochs.Exclusions.Where(exclusion => exclusion.Participant == participant).Select(exclusion => exclusion.Reason).Distinct()))),
            ])
            {
                Note = epochs.Simulated is null ? null : $"Data: {epochs.Simulated}.",
            },
            participants.Length, participants.Count(participant => !(ShareOf(participant) == 0) || LeftOut(participant) > 0), $"{epochs.Muscle} of {Plural.Of(participants.Length, "participant")}", epochs.Simulated);
    }

    private static ImmutableArray<string> Row(Recording recording, EmgQuality quality, string[] judged, bool hasRemarks) =>
    [
        recording.Participant,
        quality.IsUnusable ? "✗ unusable" : quality.Findings.Any() ? "✗ look at" : "✓ good",
        .. judged.Select(name => quality.Indices.FirstOrDefault(index => index.Name == name) is { } index && !double.IsNaN(index.Value) ? Invariant($"{(index.Exceeds ? "✗ " : "")}{index.Value:G3}") : "–"),
        double.IsNaN(quality.BaselineNoise) ? "–" : Invariant($"{quality.BaselineNoise:G3} {quality.Unit}").TrimEnd(),
        double.IsNaN(quality.SignalToNoise) ? "–" : Invariant($"{quality.SignalToNoise:0.#}"),
        .. hasRemarks ? [string.Join("; ", recording.Remarks)] : Array.Empty<string>(),
    ];
}
