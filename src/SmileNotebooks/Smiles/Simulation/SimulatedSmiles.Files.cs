using System.Globalization;
using System.Text;

namespace SmileNotebooks;

/// <content>Simulated smiles as files.</content>
public static partial class SimulatedSmiles
{
    /// <summary>Writes <c>smiles_simulated.csv</c> and <c>pictures_simulated.csv</c> into a folder: clip, subject, genuine (1 for spontaneous), the features, and how it was simulated.</summary>
    /// <param name="folder">Made if it is not there; files of these names are replaced.</param>
    /// <param name="options">As for <see cref="Table"/>.</param>
    /// <exception cref="TableException">A file cannot be written; then none of both is.</exception>
    /// <exception cref="ArgumentException">An option that cannot be.</exception>
    public static void WriteStudy(string folder, SimulatedSmilesOptions? options = null)
    {
        using SavedFiles files = new(TableException.Of);
        files.AddFolder(folder);
        files.Add(Path.Combine(folder, "smiles_simulated.csv"), stream => stream.Write(Encoding.UTF8.GetBytes(Csv(Table(options), "clip"))));
        files.Add(Path.Combine(folder, "pictures_simulated.csv"), stream => stream.Write(Encoding.UTF8.GetBytes(Csv(Pictures(options), "picture"))));
        files.Commit();
    }

    private static string Csv(FeatureTable table, string unit)
    {
        StringBuilder text = new();
        CsvWriter.AppendRow(text, [unit, "subject", LabelName, .. table.Features, "simulated"]);
        foreach (FeatureRow row in table.Rows)
        {
            CsvWriter.AppendRow(
                text, [row.Clip!, row.Person!, row.Label == true ? "1" : "0", .. row.Values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)), table.Simulated!]);
        }

        return text.ToString();
    }
}
