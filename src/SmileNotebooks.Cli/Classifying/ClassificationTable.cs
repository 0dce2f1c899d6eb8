using System.Globalization;
using Spectre.Console;

namespace SmileNotebooks.Cli.Classifying;

/// <summary>Classified smiles in the terminal.</summary>
internal static class ClassificationTable
{
    // A longer table scrolls away; files hold all rows.
    private const int MostRows = 40;

    public static void Write(IReadOnlyList<ClassifiedSmile> smiles, ModelCard card)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("Smile").AddColumn(new TableColumn($"P({Markup.Escape(card.Label)})").NoWrap().RightAligned()).AddColumn("Because");
        foreach (ClassifiedSmile smile in smiles.Take(MostRows))
        {
            SmileClassification found = smile.Classification;
            table.AddRow(
                Markup.Escape(found.Clip ?? $"{smile.Source} {smile.Place}"),
                found.Probability?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
                Markup.Escape(found.HasEvidence ? Largest(found, card) : $"not enough evidence: {string.Join("; ", found.Reasons)}"));
        }

        AnsiConsole.Write(table);
        if (smiles.Count > MostRows)
        {
            AnsiConsole.WriteLine($"{smiles.Count - MostRows} more rows: --csv FILE writes all.");
        }

        foreach (string caveat in smiles.Select(smile => smile.Classification.Caveat).Distinct())
        {
            AnsiConsole.WriteLine(caveat);
        }
    }

    // The three features that move the log odds most.
    private static string Largest(SmileClassification found, ModelCard card) => found.Contributions is not { } contributions
        ? ""
        : string.Join(", ", contributions.ByFeature.Select((value, i) => (value, card.Features[i].Name)).OrderByDescending(pair => Math.Abs(pair.value)).Take(3)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Name} {pair.value:+0.00;-0.00;0.00}")));
}
