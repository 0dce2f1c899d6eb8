// plotly.js itself says whether it understands what is written: Plotly.validate reports every unknown name and wrong value.
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SmileNotebooks;
using SmileNotebooks.Charts;
using SmileNotebooks.Tests.Charts;
using Trace = SmileNotebooks.Charts.Trace;

namespace SystemTests;

public sealed partial class PlotlyValidateTests
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];

    [Fact]
    public void Every_figure_and_template_is_valid_for_plotly()
    {
        Dictionary<string, Figure> figures = Figures();

        JsonElement answers = Validate(figures.ToDictionary(figure => figure.Key, figure => figure.Value.ToJson()));

        Assert.Equal(figures.Count, answers.EnumerateObject().Count());
        Assert.All(answers.EnumerateObject(), answer => Assert.Equal($"{answer.Name}: []", $"{answer.Name}: {answer.Value.GetRawText()}"));
    }

    [Fact]
    public void Every_typed_option_is_known_to_plotly()
    {
        Dictionary<string, Trace> traces = TracesWithEveryOption();
        Layout layout = LayoutWithEveryOption();

        JsonElement answers = Validate(traces.ToDictionary(
            trace => trace.Key,
            // Plotly knows the layout of bars only beside bars.
            trace => new Figure(trace.Value)
            {
                Layout = trace.Key == "bar" ? layout : layout with { BarMode = null, BarGap = null },
            }.ToJson()));

        // "unused": one option makes another one idle, such as tickvals dtick; all are set at once here.
        Assert.Equal(traces.Count, answers.EnumerateObject().Count());
        Assert.All(answers.EnumerateObject(), answer => Assert.DoesNotContain(
            answer.Value.EnumerateArray().Select(problem => $"{answer.Name}: {problem.GetString()}"),
            problem => !problem.Contains(" unused ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_wrong_name_is_found()
    {
        Figure wrong = new(new Scatter { Y = [1], Raw = new() { ["colour"] = "red" } });

        JsonElement answers = Validate(new() { ["wrong"] = wrong.ToJson() });

        Assert.Contains("colour", answers.GetProperty("wrong").GetRawText(), StringComparison.Ordinal);
    }

    private static Dictionary<string, Figure> Figures()
    {
        Face face = SampleFace.At(128, 128, SampleFace.GreyPicture(256, 256));
        Dictionary<string, Figure> figures = new()
        {
            ["overlay"] = face.Overlay(),
            ["overlay without picture"] = (face with { Picture = null }).Overlay(),
            ["overlay of two"] = FaceFigures.Overlay(face.Picture!, face, SampleFace.At(180, 120)),
            ["overlay of none"] = FaceFigures.Overlay(face.Picture!),
            ["mesh"] = face.Mesh3D(),
            ["action units"] = ActionUnits.Measure(face).Bars(),
            ["no action units"] = Array.Empty<ActionUnit>().Bars(),
            ["smile"] = Smile.Measure(face).Gauge(),
            ["gauge"] = SmileFigures.Gauge(71.6, SmileType.Duchenne, 64),
            ["ranking"] = SmileFigures.Ranking([("a.jpg", 12, SmileType.None), ("b<b>.jpg", 90, SmileType.Duchenne), ("c.jpg", double.NaN, SmileType.None)]),
            ["ranking of many"] = SmileFigures.Ranking([.. Enumerable.Range(0, 60).Select(i => ($"{i}.jpg", (double)i, SmileType.NonDuchenne))]),
            ["ranking of none"] = SmileFigures.Ranking(Array.Empty<(string, Smile?)>()),
            ["slider"] = Stepped.Courses.Animation(),
            ["drop-down"] = Figure.Choice("amplitude", [0.0, 1], amplitude => Stepped.Bars(amplitude)),
            ["participants"] = Stepped.Course.HighlightParticipants(),
            ["trials of participants"] = Stepped.Trials.HighlightParticipants()!,
            ["groups"] = Stepped.Courses.ToFigure([Stepped.Courses.Clusters("Happy", "Neutral", new() { Permutations = 99 })]),
            ["cells"] = Stepped.Trials.By("condition").ToFigure()!,
            ["light"] = new Figure().WithTemplate(HouseTemplate.Light),
            ["dark"] = new Figure().WithTemplate(HouseTemplate.Dark),
        };
        foreach ((string name, Figure figure) in StatisticsSamples.Figures)
        {
            figures.Add(name, figure);
        }

        foreach ((string name, Figure figure) in PhysiologySamples.Figures)
        {
            figures.Add($"physiology: {name}", figure);
        }

        foreach ((string name, IStatisticalResult result) in StatisticsResults.All)
        {
            if (result.ToFigure() is { } figure)
            {
                figures.Add($"result: {name}", figure);
            }
        }

        return figures;
    }

    private static class Stepped
    {
        private static readonly MimicryExperiment s_few = MimicryExperiment.VisibleFaces with { Participants = 3 };

        public static GroupCourses Courses { get; } = (MimicryExperiment.MaskedFaces(1) with { Participants = 9 }).BinnedEpochs("zygomaticus", -1, 1).LogRatioTo(-1, 0).GroupCourses();

        public static TimeCourse Course { get; } = s_few.BinnedEpochs("zygomaticus", -1, 1).LogRatioTo(-1, 0).TimeCourse();

        public static TrialTable Trials { get; } = s_few.BinnedEpochs("zygomaticus", -2, 4).LogRatioTo(-2, 0).Window(2, 4);

        public static Figure Bars(double height) => new(new Bar { X = ["a", "b"], Y = [height, 1], Marker = height > 0 ? new() { Color = Palette.Blue } : null })
        {
            Layout = new() { Title = $"height {height:0}", Shapes = height > 0 ? [new() { Type = "line", X0 = 0, X1 = 1, Y0 = height, Y1 = height }] : null },
        };
    }

    private static Dictionary<string, Trace> TracesWithEveryOption()
    {
        Font font = new() { Family = "serif", Size = 10, Color = "red", Weight = 700 };
        Line line = new() { Color = "#123456", Width = 2, Dash = Dash.DashDot };
        ErrorBar error = new() { Array = [1], ArrayMinus = [0.5], Symmetric = false, Thickness = 1, Width = 0, Color = "red" };
        ColorBar bar = new() { Title = "mV", Thickness = 10, Len = 0.5 };
        Line outline = line with { Dash = null };
        Marker marker = new()
        {
            Color = [1], Opacity = 0.5, Line = outline, ColorScale = ColorScale.Diverging, CMin = -1, CMax = 1, ShowScale = true, ColorBar = bar,
        };
        Marker plain = new() { Color = "red", Size = 4, Symbol = "circle", Opacity = 0.5, Line = outline };
        return new()
        {
            ["scatter"] = new Scatter
            {
                Name = "n", ShowLegend = true, LegendGroup = "g", Opacity = 1, HoverInfo = "x+y", X = [1], Y = [2], XAxis = "x", YAxis = "y",
                HoverTemplate = "%{x}", CustomData = ["c"], X0 = 1, DX = 2, Mode = Mode.MarkersText, Text = ["t"], TextPosition = "top center", TextFont = font,
                Marker = marker with { Size = 5, Symbol = "diamond-open" }, Line = line, Fill = "tozeroy", FillColor = "#abcdef", ConnectGaps = true,
                ErrorX = error, ErrorY = error,
            },
            ["bar"] = new Bar
            {
                X = ["a"], Y = [1], Orientation = "v", Base = 1, Width = 0.5, Text = ["t"], TextPosition = "outside", ErrorX = error, ErrorY = error,
                Marker = marker with { Pattern = new() { Shape = ["/"], Solidity = 0.5, Size = 4 } },
            },
            ["scatter3d"] = new Scatter3d
            {
                X = [1], Y = [2], Z = [3], Mode = Mode.LinesMarkers, Text = ["t"], Marker = plain with { Opacity = 0.5 }, Line = line, HoverTemplate = "%{z}",
            },
            ["mesh3d"] = new Mesh3d
            {
                X = [0, 1, 0], Y = [0, 0, 1], Z = [0, 0, 0], I = [0], J = [1], K = [2], Color = "red", Intensity = [1, 2, 3],
                ColorScale = ColorScale.Sequential, ShowScale = false, FlatShading = true, LightPosition = new(1, 2, 3), Text = ["a", "b", "c"],
                Lighting = new() { Ambient = 0.5, Diffuse = 0.5, Specular = 0.5, Roughness = 0.5 }, HoverTemplate = "%{text}",
            },
            ["heatmap"] = new Heatmap
            {
                X = [1, 2], Y = ["a"], Z = [[1, double.NaN]], ZMin = 0, ZMid = 1, ZMax = 2, ColorScale = ColorScale.Diverging, ShowScale = true,
                ColorBar = bar, XGap = 1, YGap = 1, TextTemplate = "%{z}",
            },
            ["histogram"] = new Histogram { X = [1, 2], NBinsX = 3, XBins = new() { Start = 0, End = 3, Size = 1 }, HistNorm = "percent", Marker = plain with { Size = null, Symbol = null } },
            ["box"] = new Box
            {
                Y = [1, 2, 3], Orientation = "v", BoxPoints = "all", Jitter = 0.3, PointPos = -1.5, Marker = plain, Line = outline, FillColor = "red",
            },
            ["violin"] = new Violin
            {
                Y = [1, 2, 3], Orientation = "v", Side = "positive", Points = "all", Jitter = 0.3, PointPos = -1, Marker = plain, Line = outline, FillColor = "red",
            },
            ["indicator"] = new Indicator
            {
                Value = 3, Mode = IndicatorMode.GaugeNumber, Title = new() { Text = "t", Font = font }, Domain = new() { X = [0, 1], Y = [0, 1] },
                Number = new() { ValueFormat = ".1f", Suffix = " %", Font = font },
                Gauge = new()
                {
                    Shape = "bullet", Axis = new() { Range = [0, 5] }, Bar = new() { Color = "red", Thickness = 0.5 }, BorderWidth = 0, BgColor = "white",
                    Steps = [new() { Range = [0, 2], Color = "blue" }],
                },
            },
        };
    }

    private static Layout LayoutWithEveryOption()
    {
        Axis axis = new()
        {
            Title = "t", Range = [0, 3], Visible = true, ShowGrid = true, ZeroLine = false, ShowTickLabels = true, DTick = 1, TickVals = [1],
            TickText = ["one"], TickFont = new() { Size = 9 }, AutoMargin = true, FixedRange = true, Constrain = "domain", Domain = [0, 0.9],
            CategoryOrder = "array", CategoryArray = ["a"],
        };
        Axis space = new() { Title = "t", Range = [0, 3], Visible = true, ShowGrid = false, ZeroLine = false, DTick = 1 };
        return new()
        {
            Title = "t", Width = 500, Height = 300, Margin = new() { L = 1, R = 1, T = 1, B = 1 }, Font = new() { Size = 12 }, ShowLegend = true,
            Legend = new() { Orientation = "h", X = 0, Y = 1, XAnchor = "left", YAnchor = "top", Title = "l" }, XAxis = axis,
            YAxis = axis with { ScaleAnchor = "x" }, XAxis2 = space, YAxis2 = space,
            Scene = new()
            {
                XAxis = space, YAxis = space, ZAxis = space, AspectMode = "data", DragMode = "orbit",
                Camera = new() { Eye = new(1, 1, 1), Center = new(0, 0, 0), Up = new(0, 0, 1) },
            },
            Annotations =
            [
                new()
                {
                    Text = "a", X = 1, Y = 1, XRef = "paper", YRef = "y", XAnchor = "left", YAnchor = "top", XShift = 1, YShift = 1, ShowArrow = false,
                    Align = "left", Font = new() { Color = "red" }, BgColor = "white",
                },
            ],
            Shapes =
            [
                new() { Type = "rect", X0 = 0, X1 = 1, Y0 = 0, Y1 = 1, XRef = "x", YRef = "paper", Line = new() { Width = 1, Color = "red" }, FillColor = "red", Opacity = 0.2, Layer = "below" },
                new() { Type = "path", Path = "M0,0L1,1" },
            ],
            Images = [new() { Source = "data:image/gif;base64,R0lGODlhAQABAAAAACw=", X = 0, Y = 0, SizeX = 1, SizeY = 1, XRef = "x", YRef = "y", Sizing = "stretch", Layer = "below", Opacity = 1 }],
            Sliders =
            [
                new()
                {
                    Name = "s", Steps = [new() { Name = "one", Label = "1", Method = "skip", Args = [] }, ControlStep.ToFrame("2", "two")], Active = 1, X = 0, Y = 0, XAnchor = "left", YAnchor = "top", Len = 0.9,
                    Pad = new() { T = 40 }, Font = new() { Size = 11 }, CurrentValue = new() { Prefix = "n: ", Suffix = " s", Offset = 8, Font = new() { Size = 12 } },
                },
            ],
            UpdateMenus =
            [
                new()
                {
                    Name = "m", Type = "buttons", Buttons = [ControlStep.ToFrame("2", "two")], Active = 0, ShowActive = false, Direction = "right", X = 0, Y = 1, XAnchor = "left", YAnchor = "bottom",
                    Pad = new() { B = 8 }, Font = new() { Size = 12 },
                },
            ],
            BarMode = BarMode.Overlay, BarGap = 0.1, HoverMode = HoverMode.XUnified, DragMode = "pan",
            HoverLabel = new() { BgColor = "white", BorderColor = "red", Font = new() { Size = 10 }, NameLength = -1 },
        };
    }

    /// <summary>What Plotly complains about, for each figure: path and message. A template is checked as a layout; the
    /// names of the configuration are looked up in the schema.</summary>
    private static JsonElement Validate(Dictionary<string, string> figures)
    {
        string plotly = new Uri(Repository.PathOf("node_modules", "plotly.js-dist-min", "plotly.min.js")).AbsoluteUri;
        string list = string.Join(',', figures.Select(figure => $"{JsonSerializer.Serialize(figure.Key)}:{figure.Value}"));
        string page = $$"""
            <!doctype html><meta charset="utf-8"><script src="{{plotly}}"></script><pre id="answer"></pre><script>
            var figures = {{{list.Replace("<", @"\u003c", StringComparison.Ordinal)}}}, answers = {}, schema = Plotly.PlotSchema.get();
            // Plotly.validate fails by itself on a legend without entries; what of a template one figure does not use is fine.
            function checkTemplate(template) {
              var layout = Object.assign({ showlegend: true }, template.layout);
              // Defaults of sliders and menus have a place in templates alone.
              delete layout.sliderdefaults; delete layout.updatemenudefaults;
              return (Plotly.validate([{ type: 'scatter', y: [1] }, { type: 'scatter3d', x: [1], y: [1], z: [1] }], layout) || [])
                .filter(function (problem) { return problem.code !== 'unused'; });
            }
            // Arguments of steps and buttons are compared by identity, and are copies. A trace of a figure that steps may be empty until it is chosen.
            function isProblem(problem, all) {
              if (problem.code === 'dynamic' && /\.args\[\d\]$/.test(problem.astr)) { return false; }
              return !all.some(function (other) { return other.code === 'invisible' && other.trace === problem.trace && problem.container === 'data'; });
            }
            // A part of a frame replaces what it names; null is for plotly.js: not set.
            function merge(whole, part) {
              Object.keys(part).forEach(function (key) {
                if (part[key] === null) { delete whole[key]; }
                else if (typeof part[key] === 'object' && whole[key] && typeof whole[key] === 'object' && (!Array.isArray(part[key]) || (key === 'shapes' || key === 'annotations'))) { merge(whole[key], part[key]); }
                else if (typeof part[key] === 'object' && !Array.isArray(part[key])) { whole[key] = {}; merge(whole[key], part[key]); }
                else if (key === 'shapes' || key === 'annotations') { whole[key] = part[key].map(function (item) { var copy = {}; merge(copy, item); return copy; }); }
                else { whole[key] = part[key]; }
              });
            }
            function checkFrame(figure, frame) {
              var data = JSON.parse(JSON.stringify(figure.data)), layout = JSON.parse(JSON.stringify(figure.layout));
              (frame.data || []).forEach(function (part, at) { merge(data[frame.traces[at]], part); });
              merge(layout, frame.layout || {});
              return (Plotly.validate(data, layout) || []).filter(function (problem, _, all) { return problem.code !== 'unused' && problem.code !== 'invisible' && isProblem(problem, all); });
            }
            function check(name) {
              var figure = figures[name], template = figure.layout.template;
              var frames = [].concat.apply([], (figure.frames || []).map(function (frame) { return checkFrame(figure, frame); }));
              var unknown = Object.keys(figure.config).filter(function (option) { return !schema.config[option]; });
              var problems = (Plotly.validate(figure.data, figure.layout) || []).filter(function (problem, _, all) { return isProblem(problem, figure.frames || figure.layout.updatemenus ? all : []); })
                .concat(template ? checkTemplate(template) : [], frames)
                .map(function (problem) { return problem.astr + ' ' + problem.code + ' ' + problem.msg; });
              return problems.concat(unknown.map(function (option) { return 'config.' + option; }));
            }
            Object.keys(figures).forEach(function (name) {
              try { answers[name] = check(name); } catch (error) { answers[name] = [String(error.stack)]; }
            });
            document.getElementById('answer').textContent = JSON.stringify(answers);
            </script>
            """;
        Match answer = Answer().Match(DumpDom(page));
        Assert.True(answer.Success, "The page gave no answer: plotly.js did not run.");
        return JsonDocument.Parse(WebUtility.HtmlDecode(answer.Groups[1].Value)).RootElement;
    }

    private static string DumpDom(string page)
    {
        string? browser = Browsers
            .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        Assert.SkipUnless(browser is not null, "No Chromium on the PATH.");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("plotly-validate-");
        try
        {
            string file = Path.Combine(folder.FullName, "page.html");
            File.WriteAllText(file, page);
            ProcessStartInfo start = new(browser!)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                ArgumentList =
                {
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", $"--user-data-dir={Path.Combine(folder.FullName, "profile")}",
                    "--dump-dom", new Uri(file).AbsoluteUri,
                },
            };
            using Process process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            string dom = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return dom;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("<pre id=\"answer\">(.+?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Answer();
}
