using System.Text;

namespace SmileNotebooks.Tests;

/// <summary>How AU12 of faces, from whichever landmarks, agrees with the official mean of mouthSmileLeft and mouthSmileRight.</summary>
internal sealed record SmileAgreement(double Spearman, double AreaUnderCurve, IReadOnlyList<(string Image, double AU12, double Official)> Portraits)
{
    /// <summary>Measures the portraits; replace their faces to judge other landmarks.</summary>
    public static SmileAgreement Of(IReadOnlyList<Portrait> portraits)
    {
        (string Image, double AU12, double Official)[] rows =
            [.. portraits.Select(p => (p.Image, ActionUnits.Measure(p.Face)[12].Intensity, p.OfficialSmile))];
        double[] smiling = [.. rows.Where(row => row.Official > 0.5).Select(row => row.AU12)];
        double[] straight = [.. rows.Where(row => row.Official < 0.1).Select(row => row.AU12)];
        return new SmileAgreement(
            Agreement.Spearman([.. rows.Select(row => row.AU12)], [.. rows.Select(row => row.Official)]),
            Agreement.AreaUnderCurve(smiling, straight),
            rows);
    }

    /// <summary>Both figures and the confusions: the portraits where the two differ by more than one point of five.</summary>
    public override string ToString()
    {
        StringBuilder text = new($"AU12 against the official smile, {Portraits.Count} portraits: Spearman {Spearman:0.000}, AUC {AreaUnderCurve:0.000}\n");
        text.AppendLine($"Mean absolute difference to 5 x mouthSmile: {Portraits.Average(row => Math.Abs(row.AU12 - (5 * row.Official))):0.00}. Confusions:");
        foreach ((string image, double au12, double official) in Portraits
            .Where(row => Math.Abs(row.AU12 - (5 * row.Official)) > 1)
            .OrderByDescending(row => Math.Abs(row.AU12 - (5 * row.Official))))
        {
            text.AppendLine($"  {image}: AU12 {au12:0.0}, mouthSmile {official:0.00}");
        }

        return text.ToString();
    }
}
