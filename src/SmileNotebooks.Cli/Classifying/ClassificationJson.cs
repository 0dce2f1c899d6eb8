using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SmileNotebooks.Cli.Measuring;

namespace SmileNotebooks.Cli.Classifying;

/// <summary>Classified smiles as one JSON object: the model, its caveat, and an array of smiles.</summary>
internal static class ClassificationJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <param name="path">The file, or <c>-</c> for standard output.</param>
    /// <param name="smiles">The smiles.</param>
    /// <param name="card">The card of the model.</param>
    public static void Write(string path, IReadOnlyList<ClassifiedSmile> smiles, ModelCard card)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, Options))
        {
            Write(json, smiles, card);
        }

        if (path == "-")
        {
            // UTF-8 whatever the terminal's encoding.
            text.WriteByte((byte)'\n');
            using Stream output = Console.OpenStandardOutput();
            text.WriteTo(output);
            return;
        }

        using OutputFile file = new(path);
        file.WriteLine(Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length));
        file.Complete();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<ClassifiedSmile> smiles, ModelCard card)
    {
        json.WriteStartObject();
        json.WriteString("model", card.Name);
        json.WriteString("label", card.Label);
        json.WriteString("trainer", card.Trainer);
        json.WriteString("simulated", card.Simulated);
        json.WriteString("caveat", card.Caveat);
        json.WriteNumber("withoutEvidence", smiles.Count(smile => !smile.Classification.HasEvidence));
        json.WriteStartArray("smiles");
        foreach (ClassifiedSmile smile in smiles)
        {
            Write(json, smile, card);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ClassifiedSmile smile, ModelCard card)
    {
        SmileClassification found = smile.Classification;
        json.WriteStartObject();
        json.WriteString("source", smile.Source);
        json.WriteNumber("place", smile.Place);
        json.WriteString("person", found.Person);
        json.WriteString("clip", found.Clip);
        json.WriteString("simulated", found.Simulated);
        Write(json, "probability", found.Probability);
        Write(json, "logOdds", found.LogOdds);
        json.WriteStartArray("reasons");
        foreach (string reason in found.Reasons)
        {
            json.WriteStringValue(reason);
        }

        json.WriteEndArray();
        if (found.Contributions is { } contributions)
        {
            json.WriteStartObject("contributions");
            json.WriteString("method", JsonNamingPolicy.CamelCase.ConvertName($"{found.Method}"));
            json.WriteNumber("base", contributions.Base);
            json.WriteStartObject("features");
            for (int i = 0; i < contributions.ByFeature.Length; i++)
            {
                json.WriteNumber(card.Features[i].Name, contributions.ByFeature[i]);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("contributions");
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is double number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
