// `#r` by path is all that a notebook says: what lies beside the assembly must be found from there, native libraries too.
namespace Bridges.Tests.Interactive;

[Collection(InteractiveTests.Name)]
public sealed class NativeLibraryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-interactive-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_photo_is_decoded_and_a_face_found_by_the_libraries_beside_the_assembly()
    {
        string assembly = BuiltFile.Release("SmileNotebooks", "SmileNotebooks.dll");
        string notebook = Path.Combine(_folder, "face.ipynb");
        NotebookJson.Write(notebook, [$"""
            #r "{Path.GetRelativePath(_folder, assembly).Replace('\\', '/')}"
            using SmileNotebooks;
            """, $$"""
            var picture = Picture.Load({{Quoted(Repository.PathOf("data-samples", "photos", "astronaut.png"))}});
            var faces = FaceLandmarker.Open();
            Console.Write($"{picture.Width} x {picture.Height}, {faces.Detect(picture).Length} face");
            """, "typeof(Picture).Assembly.Location"]);

        ExecutedNotebook executed = await Hosts.RunInInteractiveAsync(notebook);

        Assert.Empty(executed.Cells[0].Outputs);
        Assert.Equal([new StreamOutput("stdout", "512 x 512, 1 face")], executed.Cells[1].Outputs);
        Assert.Equal(assembly, Assert.IsType<ValueOutput>(Assert.Single(executed.Cells[2].Outputs)).Plain);
        string folder = Path.GetDirectoryName(assembly)!;
        Assert.All(["vips", "onnxruntime"], library =>
            Assert.Contains(executed.Modules, path => Path.GetDirectoryName(path) == folder && Path.GetFileName(path).Contains(library, StringComparison.Ordinal)));
    }

    private static string Quoted(string path) => $"@\"{path}\"";
}
