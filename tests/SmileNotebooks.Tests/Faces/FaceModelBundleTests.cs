using System.IO.Compression;

namespace SmileNotebooks.Tests.Faces;

public sealed class FaceModelBundleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-models-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_bundle_is_checked_copied_and_then_found()
    {
        FaceModelBundle bundle = FaceModelBundle.Add(SharedData.PathOf("models", FaceModelBundle.FileName), _folder);

        Assert.True(bundle.IsKnown);
        Assert.Equal([FaceModelBundle.FileName], Directory.EnumerateFiles(_folder).Select(Path.GetFileName));
        Assert.All(FaceModelInventory.List(_folder), model => Assert.Null(model.FindProblem()));
        using FaceLandmarker faces = FaceLandmarker.Open(new() { ModelFolder = _folder });
        Assert.True(faces.HasBlendshapes);
    }

    [Fact]
    public void Without_a_bundle_everything_else_works()
    {
        using FaceLandmarker faces = FaceLandmarker.Open(new() { ModelFolder = _folder });

        Assert.False(faces.HasBlendshapes);
        Assert.Null(Assert.Single(faces.Detect(Golden.Astronaut())).Blendshapes);
        Assert.Equal([true, true, false], FaceModelInventory.List(_folder).Select(model => model.IsPresent));
    }

    [Fact]
    public void A_missing_bundle_is_an_error_that_says_how_to_get_one()
    {
        FaceModelException error = Assert.Throws<FaceModelException>(
            () => FaceLandmarker.Open(new() { Model = FaceModel.TaskBundle, ModelFolder = _folder }));

        Assert.Contains(Path.Combine(_folder, FaceModelBundle.FileName), error.Message);
        Assert.Contains("smile models add", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(2_000_000)]
    public void A_truncated_bundle_is_an_error_that_names_the_file(int length)
    {
        string path = Write(File.ReadAllBytes(SharedData.PathOf("models", FaceModelBundle.FileName))[..length]);

        FaceModelException error = Assert.Throws<FaceModelException>(() => FaceModelBundle.Add(path, _folder));

        Assert.Contains(path, error.Message);
        Assert.False(FaceModelBundle.IsPresent(_folder));
    }

    [Fact]
    public void Text_that_is_called_a_bundle_is_an_error_that_names_the_file()
    {
        string path = Write("not a bundle"u8.ToArray());

        FaceModelException error = Assert.Throws<FaceModelException>(() => FaceModelBundle.Add(path, _folder));

        Assert.Contains($"{path}: not a Face Landmarker bundle", error.Message);
    }

    [Fact]
    public void A_zip_without_the_models_lists_what_it_holds()
    {
        string path = Path.Combine(_folder, "other.task");
        using (ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            zip.CreateEntry("readme.txt");
        }

        FaceModelException error = Assert.Throws<FaceModelException>(() => FaceModelBundle.Load(path));

        Assert.Contains("holds no face_detector.tflite (found: readme.txt)", error.Message);
    }

    [Fact]
    public void A_corrupted_model_in_a_bundle_is_an_error_that_names_the_model()
    {
        byte[] bytes = File.ReadAllBytes(SharedData.PathOf("models", FaceModelBundle.FileName));

        // The root offset of the first model's flatbuffer: stored, so its bytes lie in the zip as they are.
        int start = bytes.AsSpan().IndexOf("TFL3"u8) - 4;
        bytes.AsSpan(start, 4).Fill(0xFF);
        string path = Write(bytes);

        FaceModelException error = Assert.Throws<FaceModelException>(() => FaceModelBundle.Add(path, _folder));

        Assert.Contains(path, error.Message);
        Assert.False(FaceModelBundle.IsPresent(_folder));
    }

    [Fact]
    public void A_folder_in_the_place_of_a_bundle_is_an_error_that_names_it()
    {
        FaceModelException error = Assert.Throws<FaceModelException>(() => FaceModelBundle.Load(_folder));

        Assert.Contains($"{_folder}: expected a {FaceModelBundle.FileName} file, found a folder", error.Message);
    }

    private string Write(byte[] bytes)
    {
        string path = Path.Combine(_folder, "candidate.task");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
