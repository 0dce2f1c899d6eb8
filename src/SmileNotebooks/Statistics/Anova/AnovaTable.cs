// The table of an analysis of variance, as papers print it.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class AnovaTable
{
    public static ResultTable Of(AnovaResult result)
    {
        bool within = result.Effects.Any(effect => effect.Sphericity is not null);
        ImmutableArray<string> columns = ["effect", "df", "df error", "MSE", "F", "p", "partial eta2", "generalised eta2"];
        string design = string.Join(", ", new[] { ("within", result.Within), ("between", result.Between) }
            .Where(factors => !factors.Item2.IsEmpty).Select(factors => $"{factors.Item1}: {string.Join(", ", factors.Item2.Select(factor => factor.Name))}"));
        return new ResultTable(
            $"Analysis of variance of {result.Participants.Length} participants ({design})",
            within ? columns.AddRange("W", "p (W)", "GG", "HF") : columns,
            [.. result.Effects.Select(effect => Row(effect, within))])
        {
            Note = Note(result, within),
        };
    }

    private static ImmutableArray<string> Row(AnovaEffect effect, bool within)
    {
        ImmutableArray<string> row =
        [
            effect.Name,
            Apa.DegreesOfFreedom(effect.CorrectedDegrees),
            Apa.DegreesOfFreedom(effect.CorrectedErrorDegrees),
            Apa.Quantity(effect.ErrorSumOfSquares / effect.CorrectedErrorDegrees),
            Apa.Number(effect.F),
            Apa.PCell(effect.P),
            Apa.Bounded(effect.PartialEtaSquared, 3),
            Apa.Bounded(effect.GeneralisedEtaSquared, 3),
        ];
        return !within ? row
            : effect.Sphericity is not Sphericity sphericity ? row.AddRange("", "", "", "")
            : row.AddRange(Apa.Bounded(sphericity.W, 3), Apa.PCell(sphericity.P), Apa.Bounded(sphericity.GreenhouseGeisser, 3), Apa.Number(sphericity.HuynhFeldt, 3));
    }

    private static string Note(AnovaResult result, bool within)
    {
        List<string> notes = ["Type III sums of squares."];
        if (within)
        {
            notes.Add(result.Correction switch
            {
                SphericityCorrection.GreenhouseGeisser => "Degrees of freedom within participants corrected by Greenhouse and Geisser's epsilon (GG).",
                SphericityCorrection.HuynhFeldt => "Degrees of freedom within participants corrected by Huynh and Feldt's epsilon (HF), at most 1.",
                _ => "Degrees of freedom within participants not corrected.",
            } + " W: Mauchly's test of sphericity.");
        }

        if (result.Effects.Any(effect => double.IsNaN(effect.Sphericity?.W ?? 1)))
        {
            notes.Add("W is NA where the errors of an effect's contrasts are linearly dependent, as with too few participants.");
        }

        if (result.Averaged > 0)
        {
            notes.Add($"{result.Averaged} observations averaged with others of their participant and cell.");
        }

        if (result.Dropped.Count > 0)
        {
            notes.Add($"{result.Dropped}.");
        }

        return string.Join(' ', notes);
    }
}
