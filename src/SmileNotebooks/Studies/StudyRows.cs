// Studies and their results in cells.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class StudyRows
{
    public static ResultTable TableOf(PublishedStudy study) => new(
        "Results",
        ["result", "finding", "measure", "effect", "source"],
        [.. study.Results.Select(result => (ImmutableArray<string>)[result.Id, result.Finding, Measure(result), Numbers(result), result.Source.ToString()])]);

    public static ResultTable TableOf(PublishedStudies studies) => new(
        "Published studies",
        ["key", "study", "design", "n", "results"],
        [.. studies.Select(study => (ImmutableArray<string>)
        [
            study.Key, study.Reference.InText, EvidenceWords.Design(study), EvidenceWords.Size(study.N, study.K), FormattableString.Invariant($"{study.Results.Length}"),
        ])]);

    private static string Measure(PublishedResult result) => result.Contrast is null ? result.Measure : $"{result.Measure}: {result.Contrast}";

    private static string Numbers(PublishedResult result)
    {
        string size = EvidenceWords.Size(result.N, result.K);
        string[] parts =
        [
            result.Effect, .. result.Estimate is not null && result.Test is { } test ? [test.ToString()] : Array.Empty<string>(),
            .. size.Length == 0 ? [] : new[] { size.StartsWith('k') ? size : $"n = {size}" },
            .. result.Values.Select(value => $"{Words(value.Key)} {PublishedResult.AsPublished(value.Value)}"),
        ];
        return string.Join("; ", parts);
    }

    /// <summary>The name of a field as words: lipsBefore is <c>lips before</c>.</summary>
    private static string Words(string field) => string.Concat(field.Select(letter => char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
