// Google's Face Landmarker bundle: a zip of TFLite models that users download themselves.
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;

namespace SmileNotebooks;

/// <summary>A <c>face_landmarker.task</c> bundle: detector, landmarks and blendshapes in one file.</summary>
public sealed class FaceModelBundle
{
    /// <summary>The name under which a bundle is looked for.</summary>
    public const string FileName = "face_landmarker.task";

    /// <summary>SHA-256 of version 1 (float16), the one that this library was checked with.</summary>
    public const string KnownSha256 = "64184e229b263107bc2b804c6625db1341ff2bb731874b0bcc2fe6544e0bc9ff";

    /// <summary>Version 1 has 3.8 MB; a file far beyond is not a bundle.</summary>
    private const long MaximumLength = 64 << 20;

    private readonly Dictionary<string, byte[]> _models;
    private readonly ConcurrentDictionary<string, ConvertedModel> _converted = new();

    private FaceModelBundle(string path, string sha256, Dictionary<string, byte[]> models)
    {
        Path = path;
        Sha256 = sha256;
        _models = models;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Whether this is the version that the library was checked with.</summary>
    public bool IsKnown => Sha256 == KnownSha256;

    internal ConvertedModel Detector => Converted("face_detector.tflite");

    internal ConvertedModel Landmarks => Converted("face_landmarks_detector.tflite");

    internal ConvertedModel Blendshapes => Converted("face_blendshapes.tflite");

    /// <summary>Whether a folder holds a bundle.</summary>
    public static bool IsPresent(string folder) => File.Exists(System.IO.Path.Combine(folder, FileName));

    /// <summary>Reads a bundle.</summary>
    /// <exception cref="FaceModelException">The file is missing, unreadable, or no such bundle; the message says which.</exception>
    public static FaceModelBundle Load(string path)
    {
        byte[] bytes = ReadFile(path);
        Dictionary<string, byte[]> models = [];
        try
        {
            using ZipArchive zip = new(new MemoryStream(bytes), ZipArchiveMode.Read);
            foreach (string name in (string[])["face_detector.tflite", "face_landmarks_detector.tflite", "face_blendshapes.tflite"])
            {
                ZipArchiveEntry entry = zip.GetEntry(name)
                    ?? throw new FaceModelException($"{path}: not a Face Landmarker bundle: it holds no {name} (found: {Names(zip)}).");
                models.Add(name, ReadEntry(path, entry));
            }
        }
        catch (InvalidDataException error)
        {
            throw new FaceModelException($"{path}: not a Face Landmarker bundle: expected a zip of TFLite models, found {(bytes.Length == 0 ? "an empty file." : $"{bytes.Length} bytes that are none, or are damaged ({error.Message})")}", error);
        }

        return new FaceModelBundle(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), models);
    }

    /// <summary>Checks a bundle whole and puts a copy of it into a folder, where it is found from then on.</summary>
    /// <param name="source">The downloaded file.</param>
    /// <param name="folder">Default: <see cref="FaceModelFolder.Default"/>. Made if needed.</param>
    /// <exception cref="FaceModelException">The file is no bundle, or a model in it does not convert or load.</exception>
    public static FaceModelBundle Add(string source, string? folder = null)
    {
        Load(source).Verify();
        folder ??= FaceModelFolder.Default;
        Directory.CreateDirectory(folder);
        string target = System.IO.Path.Combine(folder, FileName);
        if (System.IO.Path.GetFullPath(source) != System.IO.Path.GetFullPath(target))
        {
            string temporary = $"{target}.{Guid.NewGuid():N}.tmp";
            try
            {
                File.Copy(source, temporary);
                File.Move(temporary, target, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }

        return Load(target);
    }

    /// <summary>Converts and loads each model of the bundle.</summary>
    /// <exception cref="FaceModelException">One does not convert or load; the message names it.</exception>
    public void Verify()
    {
        foreach (string name in _models.Keys)
        {
            Converted(name).Open().Dispose();
        }
    }

    private ConvertedModel Converted(string name) => _converted.GetOrAdd(name, _ => new ConvertedModel(_models[name], $"{Path}: {name}"));

    private static byte[] ReadFile(string path)
    {
        try
        {
            FileInfo file = new(path);
            if (Directory.Exists(path))
            {
                throw new FaceModelException($"{path}: expected a {FileName} file, found a folder.");
            }

            if (!file.Exists)
            {
                throw new FaceModelException($"{path}: no such file. Download {FileName} from Google's MediaPipe page, then: smile models add PATH.");
            }

            if (file.Length > MaximumLength)
            {
                throw new FaceModelException($"{path}: expected a bundle of about 4 MB, found {file.Length} bytes.");
            }

            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FaceModelException($"{path}: cannot be read: {error.Message}", error);
        }
    }

    private static byte[] ReadEntry(string path, ZipArchiveEntry entry)
    {
        // The length that a zip states may lie: it is checked before it is believed, and the stream ends where it says.
        if (entry.Length > MaximumLength)
        {
            throw new FaceModelException($"{path}: {entry.FullName} claims {entry.Length} bytes; a model has a few million.");
        }

        byte[] bytes = new byte[entry.Length];
        using Stream stream = entry.Open();
        try
        {
            stream.ReadExactly(bytes);
        }
        catch (EndOfStreamException error)
        {
            throw new FaceModelException($"{path}: {entry.FullName} is cut short: expected {entry.Length} bytes.", error);
        }

        return bytes;
    }

    private static string Names(ZipArchive zip) => string.Join(", ", zip.Entries.Take(8).Select(entry => entry.FullName));
}
