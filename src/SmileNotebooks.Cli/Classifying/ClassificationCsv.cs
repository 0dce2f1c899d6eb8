using System.Globalization;
using SmileNotebooks.Cli.Measuring;

namespace SmileNotebooks.Cli.Classifying;

/// <summary>Classified smiles as CSV, a row for each. What is not known is empty.</summary>
internal static class ClassificationCsv
{
    public static void Write(string path, IEnumerable<ClassifiedSmile> smiles, ModelCard card)
    {
        using OutputFile file = new(path);
        file.WriteLine(string.Join(
            ',', ((string[])["source", "place", "person", "clip", "probability", "log_odds", "reasons", .. card.Features.Select(feature => $"contribution_{feature.Name}"), "model", "caveat"]).Select(Quote)));
        foreach (ClassifiedSmile smile in smiles)
        {
            SmileClassification found = smile.Classification;
            file.WriteLine(string.Join(',', (string[])
            [
                Quote(smile.Source), smile.Place.ToString(CultureInfo.InvariantCulture), Quote(found.Person ?? ""), Quote(found.Clip ?? ""),
                Number(found.Probability), Number(found.LogOdds), Quote(string.Join("; ", found.Reasons)),
                .. card.Features.Select((_, i) => Number(found.Contributions?.ByFeature[i])), Quote(card.Name), Quote(found.Caveat),
            ]));
        }

        file.Complete();
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Quote(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
