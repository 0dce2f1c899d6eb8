// A t test laid out as a table: a row a sample, and a row of the test.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class TTestTable
{
    public static ResultTable Of(TTestResult result)
    {
        EffectSize effect = result.Effect;
        string level = $"{Apa.Percent(result.Options.Level)}% CI";
        List<ImmutableArray<string>> rows = [];
        if (result.Kind != TTestKind.OneSample)
        {
            rows.Add(SampleRow(result.FirstName, result.First));
            rows.Add(SampleRow(result.SecondName, result.Second));
        }

        rows.Add(TestRow(result, effect));
        return new ResultTable(Title(result.Kind), ["", "n", "M", "SD", level, "t", "df", "p", effect.Symbol, $"{effect.Symbol} {level}"], [.. rows])
        {
            Note = Note(result),
        };
    }

    private static string Title(TTestKind kind) => kind switch
    {
        TTestKind.OneSample => "One-sample t test",
        TTestKind.Paired => "Paired t test",
        TTestKind.Welch => "Welch's t test",
        _ => "Student's t test",
    };

    private static ImmutableArray<string> SampleRow(string name, ImmutableArray<double> values)
    {
        Moments moments = Moments.Of(values.AsSpan());
        return [name, $"{moments.Count}", Apa.Quantity(moments.Mean), Apa.Quantity(moments.StandardDeviation), "", "", "", "", "", ""];
    }

    private static ImmutableArray<string> TestRow(TTestResult result, EffectSize effect)
    {
        bool isIndependent = result.Kind is TTestKind.Welch or TTestKind.Student;
        return
        [
            result.Kind == TTestKind.OneSample ? result.FirstName : $"{result.FirstName} - {result.SecondName}",
            isIndependent ? $"{result.First.Length + result.Second.Length}" : $"{result.First.Length}",
            Apa.Quantity(result.Estimate),
            Apa.Quantity(result.StandardDeviation),
            Apa.QuantityLimits(result.Interval),
            Apa.Number(result.T),
            Apa.DegreesOfFreedom(result.DegreesOfFreedom),
            Apa.PCell(result.P),
            Apa.Number(effect.Value),
            Apa.Limits(effect.Interval),
        ];
    }

    private static string? Note(TTestResult result)
    {
        string alternative = result.Options.Alternative switch
        {
            Alternative.Less => $"Alternative: less than {Apa.Quantity(result.Options.Null)}.",
            Alternative.Greater => $"Alternative: greater than {Apa.Quantity(result.Options.Null)}.",
            _ => result.Options.Null == 0 ? "" : $"Null hypothesis: {Apa.Quantity(result.Options.Null)}.",
        };
        string pooled = result.Kind == TTestKind.Welch ? "d: pooled standard deviation." : "";
        string dropped = result.Dropped.Count == 0 ? "" : $"{result.Dropped}.";
        string note = string.Join(' ', new[] { alternative, pooled, dropped }.Where(part => part.Length > 0));
        return note.Length == 0 ? null : note;
    }
}
