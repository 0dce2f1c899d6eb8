// The measures of smiles as a table: a smile a column would be narrow, a smile a row is what people sort.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Lays out the measures of smiles.</summary>
internal static class SmileEpisodeTable
{
    /// <summary>A row for each measure and a column for each smile, as far as a page is wide; more smiles are rows of their own.</summary>
    public static ResultTable Of(ImmutableArray<SmileEpisode> smiles, SmileSignal signal, string? simulated)
    {
        string unit = signal == SmileSignal.LipCorners ? "lip widths" : "AU12";
        return new(
            "Smiles",
            ["", "onset (s)", "apex (s)", "offset (s)", $"amplitude ({unit})", "speed up (1/s)", "speed down (1/s)", "asymmetry", "AU12", "AU6", "AU6 lag (s)", "eyes narrower", "irregularity"],
            [.. smiles.Select(smile => ImmutableArray.Create(
                string.Create(CultureInfo.InvariantCulture, $"{smile.Number}: {smile.From:0.00} to {smile.Until:0.00} s{Cut(smile)}"),
                Cell(smile.OnsetDuration), Cell(smile.ApexDuration), Cell(smile.OffsetDuration),
                Cell(double.IsNaN(smile.OnsetAmplitude) ? smile.OffsetAmplitude : smile.OnsetAmplitude, 3),
                Cell(smile.OnsetSpeedMax), Cell(smile.OffsetSpeedMax), Cell(smile.Asymmetry),
                Cell(smile.AU12Apex, 1), Cell(smile.AU06Apex, 1), Cell(smile.AU06OnsetLag), Cell(smile.EyeClosing), Cell(smile.Irregularity)))])
        {
            Note = "Speeds are the greatest of onset and offset. Asymmetry is positive where the subject's left moves more. AU6 lag is positive where the cheeks follow the lips. "
                + "A dash is what the clip does not show or the series does not have." + (simulated is null ? "" : $" {simulated}"),
        };
    }

    private static string Cut(SmileEpisode smile) => (smile.IsCutAtStart, smile.IsCutAtEnd) switch
    {
        (true, true) => ", cut at both ends",
        (true, false) => ", cut at its start",
        (false, true) => ", cut at its end",
        _ => "",
    };

    private static string Cell(double value, int decimals = 2) => double.IsNaN(value) ? "-" : Apa.Number(value, decimals);
}
