using System.Reflection;
using Microsoft.Data.Analysis;
using SmileNotebooks;
using SmileNotebooks.DataFrames;

namespace Bridges.Tests.DataFrames;

public sealed class FrameFormatterTests
{
    [Fact]
    public void A_frame_is_shown_as_a_table_with_what_is_missing()
    {
        DataFrame frame = new(new StringDataFrameColumn("name", ["<b>", null]), new DoubleDataFrameColumn("value", [.1 + .2, null]));

        Assert.Equal("2 rows of 2 columns\nname                value\n<b>   0.30000000000000004\nnull                 null", Shown(frame, MimeTypes.Plain));
        string html = Shown(frame, MimeTypes.Html);
        Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
        Assert.Contains(">0.30000000000000004<", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\" title=\"Double\" style=\"text-align:right\">value</th>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_rows_the_first_are_shown_and_all_are_counted()
    {
        string html = Shown(new DataFrame(new Int32DataFrameColumn("row", Enumerable.Range(0, 1234))), MimeTypes.Html);

        Assert.Contains("1,234 rows of 1 column, the first 50 shown", html, StringComparison.Ordinal);
        Assert.EndsWith(">49</td></tr></tbody></table></div>", html, StringComparison.Ordinal);
        Assert.Equal("0 rows of 0 columns\n", Shown(new DataFrame(), MimeTypes.Plain));
    }

    // As a host finds them: by the name of the attribute, on the assembly.
    private static string Shown(DataFrame frame, string mimeType)
    {
        TypeFormatterSourceAttribute source = typeof(TrialFrames).Assembly.GetCustomAttribute<TypeFormatterSourceAttribute>()!;
        object made = Activator.CreateInstance(source.FormatterSourceType)!;
        IEnumerable<object> formatters = (IEnumerable<object>)source.FormatterSourceType.GetMethod("CreateTypeFormatters")!.Invoke(made, null)!;
        object formatter = formatters.Single(one => mimeType == (string?)one.GetType().GetProperty("MimeType")!.GetValue(one));
        Assert.Equal(typeof(DataFrame), formatter.GetType().GetProperty("Type")!.GetValue(formatter));
        using StringWriter writer = new();
        Assert.Equal(true, formatter.GetType().GetMethod("Format")!.Invoke(formatter, [frame, writer]));
        return writer.ToString();
    }
}
