using System.Text.Json;
using SmileNotebooks.Charts;
using SmileNotebooks.Tests.Smiles;

namespace SmileNotebooks.Tests.Charts;

/// <summary>What a notebook shows of smiles in time.</summary>
public sealed class SmileDynamicsFiguresTests
{
    public static TheoryData<string> Values => new(SmileDynamicsSamples.Values.Keys);

    public static TheoryData<string> Figures => new(SmileDynamicsSamples.Figures.Keys);

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_value_shows_itself_as_HTML_and_as_text_and_says_that_it_is_simulated(string name)
    {
        object value = SmileDynamicsSamples.Values[name];
        string html = Shown(value, MimeTypes.Html);
        string text = Shown(value, MimeTypes.Plain);

        Assert.Contains("<p>", html, StringComparison.Ordinal);
        Assert.Contains("Simulated movement.", html, StringComparison.Ordinal);
        Assert.Contains("Simulated movement.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', value.ToString());
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Every_figure_is_JSON_and_has_words(string name)
    {
        Figure figure = SmileDynamicsSamples.Figures[name];

        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(figure.ToJson()).RootElement.ValueKind);
        Assert.InRange(figure.ToString().Length, 20, 4000);
        Assert.Contains("Simulated movement.", figure.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_figure_shades_each_phase_and_has_a_lane_for_speed_and_one_for_action_units()
    {
        Figure figure = SmileDynamicsSamples.Two.ToFigure();

        Assert.Equal(2, SmileDynamicsSamples.Two.Episodes.Length);
        Assert.Equal(6, figure.Layout.Shapes!.Value.Count(shape => shape.Type == "rect"));
        Assert.Equal(["Lip corners", "Speed", "AU12", "AU6", "onset", "apex", "offset"], figure.Data.Select(trace => trace.Name));
        Assert.Contains("1 movement left out", figure.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Smiles_of_two_signals_are_not_laid_over_each_other()
    {
        SmileDynamics intensity = SmileDynamics.Measure(SmileDynamicsSamples.Two.Series, new() { Signal = SmileSignal.AU12 });

        Assert.Throws<ArgumentException>(() => new[] { SmileDynamicsSamples.Two, intensity }.Overlay());
        Assert.Throws<ArgumentException>(() => Array.Empty<SmileDynamics>().Overlay());
    }

    [Fact]
    public void The_table_has_a_row_for_each_smile()
    {
        ResultTable table = SmileDynamicsSamples.Two.ToTable();

        Assert.Equal(2, table.Rows.Length);
        Assert.Contains("Simulated", table.Note, StringComparison.Ordinal);
        Assert.DoesNotContain(table.Rows, row => row.Any(cell => cell.Contains("NA", StringComparison.Ordinal)));
    }

    private static string Shown(object value, string mimeType)
    {
        using StringWriter writer = new();
        Assert.True(new ValueFormatter(mimeType).Format(value, writer));
        return writer.ToString();
    }
}
