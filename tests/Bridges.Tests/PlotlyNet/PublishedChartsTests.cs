// Charts of Plotly.NET on a page of ours: the host is run as a program, for it knows no bridge.
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bridges.Tests.PlotlyNet;

public sealed partial class PublishedChartsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-charts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Charts_are_published_as_figures_that_ask_no_network()
    {
        string html = await PublishAsync(
            $"""
            #r "{Library("SmileNotebooks.dll")}"
            #r "{Library("Plotly.NET.dll")}"
            #r "{Library("Plotly.NET.CSharp.dll")}"
            #r "{Library("SmileNotebooks.PlotlyNet.dll")}"
            using Plotly.NET;
            using Plotly.NET.CSharp;
            using SmileNotebooks.PlotlyNet;
            using Chart = Plotly.NET.CSharp.Chart;
            using Figure = SmileNotebooks.Charts.Figure;
            using SmileNotebooks.Charts;
            """,
            """
            var chart = Chart.Point<double, double, string>(x: new[] { 1.0, 2, 3 }, y: new[] { 2.0, 1, 3 }, Name: "shown by itself").WithXAxisStyle<double, double, string>(TitleText: "time (s)");
            chart
            """,
            "display(chart);",
            "chart.ToFigure()",
            """
            Figure.Animation("amplitude", new[] { .5, 1, 2 }, size => new Figure(new Scatter { X = [0, 1, 2], Y = [0, size, 0], Name = "moves" })).ToGenericChart().WithSize(700, 400)
            """,
            "new[] { chart }.Length");

        Assert.Equal(4, Regex.Count(html, "<div class=\"output figure\""));
        Assert.Contains("shown by itself", html, StringComparison.Ordinal);
        Assert.Contains("\"frames\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("cdn.plot", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("require.js", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(FetchedPart(), html);
    }

    [Fact]
    public async Task A_notebook_that_has_loaded_the_newest_fsharp_core_before_shows_charts_too()
    {
        string html = await PublishAsync(
            $"#r \"{Library("FSharp.Core.dll")}\"\nMicrosoft.FSharp.Core.FSharpOption<int>.Some(3).Value",
            $$"""
            #r "{{Library("SmileNotebooks.dll")}}"
            #r "{{Library("Plotly.NET.dll")}}"
            #r "{{Library("Plotly.NET.CSharp.dll")}}"
            #r "{{Library("SmileNotebooks.PlotlyNet.dll")}}"
            Plotly.NET.CSharp.Chart.Pie<double, string, string>(values: new[] { 1.0, 2 }, Labels: new[] { "a", "b" })
            """,
            "typeof(Microsoft.FSharp.Core.FSharpOption<int>).Assembly.GetName().Version.ToString()");

        Assert.Single(Regex.Matches(html, "<div class=\"output figure\""));
        Assert.Contains("11.0.0.0", html, StringComparison.Ordinal);
    }

    private static string Library(string name) => Path.Combine(Configured("SmileNotebooks.PlotlyNet"), name).Replace('\\', '/');

    // The projects beside this one, built in the same configuration.
    private static string Configured(string project) =>
        Repository.PathOf("artifacts", "bin", project, Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)));

    private async Task<string> PublishAsync(params string[] cells)
    {
        string notebook = Path.Combine(_folder, "charts.ipynb"), reports = Path.Combine(_folder, "reports");
        object[] parts = [.. cells.Select((source, at) => new { cell_type = "code", id = $"code-{at}", execution_count = (int?)null, metadata = new { }, outputs = Array.Empty<object>(), source })];
        await File.WriteAllTextAsync(notebook, JsonSerializer.Serialize(new { cells = parts, metadata = new { language_info = new { name = "C#" } }, nbformat = 4, nbformat_minor = 5 }), TestContext.Current.CancellationToken);
        ProcessStartInfo start = new("dotnet", ["exec", Path.Combine(Configured("SmileNotebooks.Cli"), "smile.dll"), "publish", notebook, "--out", reports])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process smile = Process.Start(start)!;
        Task<string> output = smile.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string errors = await smile.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await smile.WaitForExitAsync(TestContext.Current.CancellationToken);
        string page = Path.Combine(reports, "charts.html");
        string html = File.Exists(page) ? await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken) : "";
        Assert.True(smile.ExitCode == 0, $"{await output}{errors}\n{string.Join('\n', ErrorMessages().Matches(html).Select(match => match.Value))}");
        return html;
    }

    [GeneratedRegex("""<(script|link|img|iframe)[^>]*\s(src|href)\s*=\s*["']?https?:""", RegexOptions.IgnoreCase)]
    private static partial Regex FetchedPart();

    [GeneratedRegex("<p class=\"error-message\">.*?</p>", RegexOptions.Singleline)]
    private static partial Regex ErrorMessages();
}
