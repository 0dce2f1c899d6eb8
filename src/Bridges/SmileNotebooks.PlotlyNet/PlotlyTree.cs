// Options that Plotly.NET styles further must be of its own types: what it does not find as such, it replaces.
using DynamicObj;
using Newtonsoft.Json.Linq;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace SmileNotebooks.PlotlyNet;

/// <summary>Makes objects of Plotly.NET of JSON.</summary>
internal static class PlotlyTree
{
    /// <summary>Types of options by their names without numbers, wherever they stand. Others are dictionaries.</summary>
    private static readonly Dictionary<string, Func<DynamicObj.DynamicObj>> s_types = new(StringComparer.Ordinal)
    {
        ["title"] = () => new Title(), ["font"] = () => new Font(), ["textfont"] = () => new Font(), ["tickfont"] = () => new Font(), ["titlefont"] = () => new Font(),
        ["xaxis"] = () => new LinearAxis(), ["yaxis"] = () => new LinearAxis(), ["zaxis"] = () => new LinearAxis(), ["aaxis"] = () => new LinearAxis(), ["baxis"] = () => new LinearAxis(),
        ["caxis"] = () => new LinearAxis(), ["lataxis"] = () => new LinearAxis(), ["lonaxis"] = () => new LinearAxis(), ["angularaxis"] = () => new AngularAxis(), ["radialaxis"] = () => new RadialAxis(),
        ["realaxis"] = () => new RealAxis(), ["imaginaryaxis"] = () => new ImaginaryAxis(), ["coloraxis"] = () => new ColorAxis(), ["colorbar"] = () => new ColorBar(),
        ["scene"] = () => new Scene(), ["camera"] = () => new Camera(), ["polar"] = () => new Polar(), ["geo"] = () => new Geo(), ["mapbox"] = () => new Mapbox(), ["ternary"] = () => new Ternary(),
        ["smith"] = () => new Smith(), ["legend"] = () => new Legend(), ["margin"] = () => new Margin(), ["grid"] = () => new LayoutGrid(), ["domain"] = () => new Plotly.NET.LayoutObjects.Domain(),
        ["hoverlabel"] = () => new Hoverlabel(), ["modebar"] = () => new ModeBar(), ["template"] = () => new Template(), ["rangeslider"] = () => new RangeSlider(), ["rangeselector"] = () => new RangeSelector(),
        ["marker"] = () => new Marker(), ["line"] = () => new Line(), ["error_x"] = () => new Error(), ["error_y"] = () => new Error(), ["error_z"] = () => new Error(), ["pattern"] = () => new Pattern(),
        ["gauge"] = () => new IndicatorGauge(), ["number"] = () => new IndicatorNumber(), ["delta"] = () => new IndicatorDelta(), ["currentvalue"] = () => new SliderCurrentValue(), ["pad"] = () => new Padding(),
        ["lighting"] = () => new Lighting(), ["transition"] = () => new Transition(),
    };

    /// <summary>Types of the items of arrays.</summary>
    private static readonly Dictionary<string, Func<DynamicObj.DynamicObj>> s_items = new(StringComparer.Ordinal)
    {
        ["annotations"] = () => new Annotation(), ["shapes"] = () => new Shape(), ["images"] = () => new LayoutImage(), ["sliders"] = () => new Slider(), ["steps"] = () => new SliderStep(),
        ["updatemenus"] = () => new UpdateMenu(), ["buttons"] = () => new UpdateMenuButton(), ["selections"] = () => new Selection(),
    };

    private static readonly Dictionary<string, Func<string, Trace>> s_traces = TraceTypes();

    /// <summary>A trace of the class that Plotly.NET styles this kind by.</summary>
    public static Trace TraceOf(JObject node)
    {
        string type = (node["type"] as JValue)?.Value as string ?? "scatter";
        Trace trace = s_traces.GetValueOrDefault(type)?.Invoke(type) ?? new Trace(type);
        Fill(trace, node);
        return trace;
    }

    public static void Fill(DynamicObj.DynamicObj target, JObject node)
    {
        foreach (JProperty option in node.Properties())
        {
            if (option.Name == nameof(DynamicObj.DynamicObj.Properties))
            {
                throw new ArgumentException($"The option {option.Path} of a figure has the name of a member of every object of Plotly.NET, expected another.");
            }

            if (!(target is Trace && option.Name == "type" && option.Value.Type == JTokenType.String))
            {
                target.SetProperty(option.Name, ValueOf(option.Name, option.Value)!);
            }
        }
    }

    /// <param name="name">The option.</param>
    /// <param name="node">Its value.</param>
    public static object? ValueOf(string name, JToken node) => node switch
    {
        JObject part => ObjectOf(s_types.GetValueOrDefault(name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')), part),
        JArray array => ItemsOf(name, array),
        JValue value => value.Value,
        _ => throw new InvalidOperationException($"A {node.Type} in the JSON of a figure."),
    };

    private static object ObjectOf(Func<DynamicObj.DynamicObj>? type, JObject node)
    {
        if (type is null)
        {
            return node.Properties().ToDictionary(option => option.Name, option => ValueOf(option.Name, option.Value));
        }

        DynamicObj.DynamicObj part = type();
        Fill(part, node);
        return part;
    }

    private static object ItemsOf(string name, JArray array)
    {
        if (array.Count > 0 && array.All(item => item.Type == JTokenType.Float))
        {
            return array.Select(item => (double)item).ToArray();
        }

        Func<DynamicObj.DynamicObj>? type = s_items.GetValueOrDefault(name);
        return array.Select(item => item is JObject part ? ObjectOf(type, part) : ValueOf("", item)).ToArray();
    }

    private static Dictionary<string, Func<string, Trace>> TraceTypes()
    {
        Dictionary<string, Func<string, Trace>> types = new(StringComparer.Ordinal);
        Add(type => new Trace2D(type), "scatter", "scattergl", "bar", "box", "violin", "histogram", "histogram2d", "histogram2dcontour", "heatmap", "heatmapgl", "contour", "image", "candlestick", "ohlc", "waterfall", "funnel", "splom", "pointcloud");
        Add(type => new Trace3D(type), "scatter3d", "surface", "mesh3d", "cone", "streamtube", "volume", "isosurface");
        Add(type => new TracePolar(type), "scatterpolar", "scatterpolargl", "barpolar");
        Add(type => new TraceGeo(type), "scattergeo", "choropleth");
        Add(type => new TraceMapbox(type), "scattermapbox", "choroplethmapbox", "densitymapbox");
        Add(type => new TraceTernary(type), "scatterternary");
        Add(type => new TraceCarpet(type), "carpet", "scattercarpet", "contourcarpet");
        Add(type => new TraceSmith(type), "scattersmith");
        Add(type => new TraceDomain(type), "pie", "sunburst", "treemap", "icicle", "funnelarea", "indicator", "table", "sankey", "parcoords", "parcats");
        return types;

        void Add(Func<string, Trace> make, params string[] names)
        {
            foreach (string name in names)
            {
                types.Add(name, make);
            }
        }
    }
}
