// A notebook as the publisher gets it after a run: prose, code, a table, streams, an error, three kinds of figures.
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SmileNotebooks.Host;

namespace SystemTests;

internal static class PublishingSample
{
    public static ReportProvenance Provenance { get; } = new()
    {
        Command = "./smile publish notebooks/01-measure-a-smile.ipynb -p photo=data-samples/photos/astronaut.png",
        StartedAt = new DateTimeOffset(2026, 11, 21, 14, 5, 0, TimeSpan.Zero),
        Duration = TimeSpan.FromSeconds(4.21),
        Notebook = "notebooks/01-measure-a-smile.ipynb",
        Git = new GitProvenance("9925775f0b4f6b1e2c3d4a5968778695a4b3c2d1", IsDirty: true),
        Assemblies = [new("SmileNotebooks", "0.1.0"), new("Microsoft.ML.OnnxRuntime", "1.23.0")],
        Runtime = ".NET 10.0.1",
        OperatingSystem = "Debian GNU/Linux 12 (X64)",
        DataFiles = [new("data-samples/photos/astronaut.png", "1f7b4e4b8a4f0c6f5d3e2c1b0a9988776655443322110ffeeddccbbaa99887766")],
        Parameters = ImmutableSortedDictionary<string, string>.Empty.Add("photo", "data-samples/photos/astronaut.png").Add("threshold", "0.5"),
        Seed = 20261121,
    };

    public static NotebookDocument Notebook { get; } = new()
    {
        Cells =
        [
            Markdown("""
                # Measure a smile in one photo

                A face in a photo becomes **478 landmarks**, then action units, then one number between 0 and 100. Everything here is *descriptive geometry*: it says how a face looks, not what a person feels.

                > The photo is of Eileen Collins, taken by NASA in 1999 and free to use.
                """),
            Code(1, 1840, """
                #r "../artifacts/bin/SmileNotebooks/release/SmileNotebooks.dll"
                using SmileNotebooks;

                string photo = "../data-samples/photos/astronaut.png";   // change me
                double threshold = 0.5;
                """),
            Markdown("""
                ## Find the face

                `FaceLandmarker` looks for faces first and for landmarks inside each of them.

                | Step | Input | Output | Time |
                |---|---|---|--:|
                | Detector | 128 × 128 picture | box and six points of each face | 1.1 ms |
                | Mesh | 192 × 192 crop, rotated | 468 points | 3.4 ms |
                | Attention mesh | 192 × 192 crop, rotated | 478 points with irises and refined lips and eyes | 8.2 ms |
                """),
            Code(2, 312, """
                using var faces = FaceLandmarker.Open();
                var picture = Picture.Load(photo);
                var face = faces.Detect(picture).Single();
                Console.WriteLine($"{picture.Width} x {picture.Height} pixels, confidence {face.Confidence:0.000}");
                foreach (var unit in ActionUnits.Measure(face).Where(u => u.Intensity > threshold))
                {
                    /* the names are FACS names */
                    Console.WriteLine($"{unit.Name,-22} {unit.Intensity:0.0}");
                }
                Overlay.Draw(face)
                """,
                new StreamOutput("stdout", "512 x 512 pixels, confidence 0.981\n\u001b[32mAU12 lip corner puller   3.9\u001b[0m\nAU06 cheek raiser        2.7\nAU25 lips part           2.1\n"),
                new StreamOutput("stderr", "warning: the head is turned by 11 degrees\n"),
                Figure(Overlay)),
            Markdown("### The mesh in three dimensions\n\nDrag to turn it."),
            Code(3, 48, "face.Mesh3D()", Figure(Mesh)),
            Markdown("## Action units\n\nBars show intensities from 0 to 5, left and right of the *subject*."),
            Code(4, 12, "ActionUnits.Measure(face)", Figure(Bars), Table()),
            Markdown("## When something is missing\n\nA folder without pictures is an error that says so, with [the reasons](#action-units)."),
            Code(5, 3, """Picture.LoadAll("no-such-folder")""", new ErrorOutput(
                "DirectoryNotFoundException",
                "no-such-folder was not found: a folder of pictures was expected.",
                ["DirectoryNotFoundException: no-such-folder was not found: a folder of pictures was expected.", "   at SmileNotebooks.Picture.LoadAll(String folder)", "   at cell 5, line 1: Picture.LoadAll(\"no-such-folder\")"])),
            Markdown("## What it does not mean\n\nA high score is no proof of joy.\n\n- Geometry sees AU6 poorly.\n- A posed smile can be Duchenne.\n\n```csharp\nvar smile = Smile.Measure(face);   // 0-100\n```"),
        ],
    };

    private static string Overlay => Scatter();

    private static string Bars => """
        {"data":[{"type":"bar","name":"left","x":["AU06","AU12","AU14","AU25","AU26"],"y":[2.7,3.9,1.2,2.1,0.4]},
        {"type":"bar","name":"right","x":["AU06","AU12","AU14","AU25","AU26"],"y":[2.5,3.7,1.5,2.0,null]}],
        "layout":{"meta":{"theme":"house"},"title":{"text":"Action units of the astronaut"},"height":380,"xaxis":{"title":{"text":"Action unit"}},"yaxis":{"title":{"text":"Intensity (0-5)"},"range":[0,5]}}}
        """;

    private static string Mesh => """
        {"data":[{"type":"mesh3d","x":[0,1,1,0,0.5],"y":[0,0,1,1,0.5],"z":[0,0,0,0,1],"i":[0,1,2,3,0],"j":[1,2,3,0,1],"k":[4,4,4,4,2],"intensity":[0,1,2,3,4],"colorscale":"Viridis","colorbar":{"title":{"text":"Depth"},"thickness":12}}],
        "layout":{"meta":{"theme":"house"},"title":{"text":"Mesh, turned to the front"},"height":460,"scene":{"aspectmode":"data","xaxis":{"title":{"text":"x (cm)"}},"yaxis":{"title":{"text":"y (cm)"}},"zaxis":{"title":{"text":"z (cm)"}}}}}
        """;

    private static string Scatter()
    {
        string picture = Convert.ToBase64String(File.ReadAllBytes(TestSupport.Repository.PathOf("data-samples", "photos", "astronaut.png")));
        JsonObject figure = JsonNode.Parse("""
            {"data":[{"type":"scatter","mode":"markers","name":"landmarks","x":[190,215,222,240,205,224,243],"y":[105,100,125,104,142,152,140],"text":["left eye","right eye"],"marker":{"size":7}}],
            "layout":{"meta":{"theme":"house"},"title":{"text":"Landmarks on the photo"},"height":520,
            "xaxis":{"range":[0,512],"showgrid":false,"title":{"text":"x (pixels)"},"constrain":"domain"},"yaxis":{"range":[512,0],"scaleanchor":"x","showgrid":false,"title":{"text":"y (pixels)"}},
            "images":[{"xref":"x","yref":"y","x":0,"y":0,"sizex":512,"sizey":512,"sizing":"stretch","layer":"below"}]}}
            """)!.AsObject();
        figure["layout"]!["images"]![0]!["source"] = "data:image/png;base64," + picture;
        figure["layout"]!["meta"]!["description"] = "Seven landmarks drawn on the photo of the astronaut.";
        return figure.ToJsonString();
    }

    private static DisplayOutput Table()
    {
        string cells = string.Concat(Enumerable.Range(1, 14).Select(number => $"<th>AU{number:00}_r</th>"));
        string values = string.Concat(Enumerable.Range(1, 14).Select(number => $"<td>{number * 0.31:0.000}</td>"));
        return new(Bundle(("text/html", $"<table class=\"sn-table\"><caption>One row a face</caption><thead><tr><th>file</th>{cells}</tr></thead><tbody><tr><td>astronaut.png</td>{values}</tr><tr><td>crew.png</td>{values}</tr></tbody></table>"), ("text/plain", "2 rows")));
    }

    private static DisplayOutput Figure(string json) => new(Bundle(("application/vnd.plotly.v1+json", json), ("text/html", "<p>the fragment for other front ends</p>"), ("text/plain", "a figure")));

    private static MimeBundle Bundle(params (string Type, string Content)[] data) => new(data.ToImmutableSortedDictionary(part => part.Type, part => part.Content));

    private static NotebookCell Markdown(string text) => new() { Id = $"m{text.GetHashCode(StringComparison.Ordinal):x}", Kind = CellKind.Markdown, Source = text };

    private static NotebookCell Code(int count, double milliseconds, string source, params CellOutput[] outputs) => new()
    {
        Id = $"c{count}",
        Kind = CellKind.Code,
        Source = source,
        ExecutionCount = count,
        Duration = TimeSpan.FromMilliseconds(milliseconds),
        Outputs = [.. outputs],
    };
}
