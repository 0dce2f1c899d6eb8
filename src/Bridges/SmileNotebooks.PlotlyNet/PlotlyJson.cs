// Plotly.NET's charts are trees of dynamic objects. Its own serialiser writes them; it has no reader, so the tree is made here.
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plotly.NET;

namespace SmileNotebooks.PlotlyNet;

/// <summary>Plotly's JSON to and from the objects of Plotly.NET.</summary>
internal static class PlotlyJson
{
    /// <summary>The member of a layout that holds what a chart of Plotly.NET has no place for. plotly.js passes it over.</summary>
    public const string Carried = "_smilenotebooks";

    /// <summary>Data, layout, config as Plotly.NET writes them; parts that were carried are parts again.</summary>
    public static JObject Write(GenericChart chart)
    {
        JObject figure = Parse(GenericChart.toJson(chart));
        if (figure["layout"] is JObject layout && layout[Carried] is JObject carried)
        {
            layout.Remove(Carried);
            figure.Merge(carried);
        }

        return figure;
    }

    /// <summary>Numbers as they stand, dates as text.</summary>
    public static JObject Parse(string json)
    {
        using JsonTextReader reader = new(new StringReader(json)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Double };
        return JObject.Load(reader);
    }

    public static GenericChart Read(JObject figure)
    {
        Layout layout = new();
        PlotlyTree.Fill(layout, (JObject?)figure["layout"] ?? []);
        JObject carried = new(figure.Properties().Where(part => part.Name is not ("data" or "layout" or "config")));
        if (carried.HasValues)
        {
            layout.SetProperty(Carried, PlotlyTree.ValueOf("", carried));
        }

        Config config = new();
        PlotlyTree.Fill(config, (JObject?)figure["config"] ?? []);
        Trace[] traces = [.. (figure["data"] ?? new JArray()).Cast<JObject>().Select(PlotlyTree.TraceOf)];
        GenericChart bare = GenericChart.ofTraceObjects(false, Microsoft.FSharp.Collections.ListModule.OfSeq(traces));
        return GenericChart.setConfig(config, GenericChart.setLayout(layout, bare));
    }
}
