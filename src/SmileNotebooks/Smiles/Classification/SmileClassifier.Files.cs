// Classifiers as files: NAME.onnx with everything in it, and the card beside it for readers and for other programs.
using System.Text;

namespace SmileNotebooks;

public sealed partial class SmileClassifier
{
    private const string Extension = ".onnx";

    /// <summary>Loads a classifier. Its card is read from the ONNX file itself; the files beside it are for readers.</summary>
    /// <param name="path">The <c>.onnx</c> file, or its path without the extension.</param>
    /// <exception cref="SmileModelException">No such file, or no classifier that this library has written.</exception>
    public static SmileClassifier Load(string path)
    {
        string file = FileOf(path);
        if (!File.Exists(file) && Directory.Exists(path))
        {
            throw new SmileModelException(path, null, "a folder", "a classifier that this library has written (an .onnx file)");
        }

        byte[] onnx;
        try
        {
            onnx = File.ReadAllBytes(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SmileModelException(
                file, null, File.Exists(file) ? $"an error while reading ({error.Message.TrimEnd('.')})" : "no such file", "a classifier that this library has written", error);
        }

        if (onnx.Length == 0)
        {
            throw new SmileModelException(file, null, "an empty file", "a classifier that this library has written");
        }

        SmileSession session = new(onnx, file);
        try
        {
            return new SmileClassifier(session, onnx, ModelMetadata.Read(session, file));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Loads a classifier of exactly these features, in any order.</summary>
    /// <param name="path">The <c>.onnx</c> file, or its path without the extension.</param>
    /// <param name="features">The names that the caller has values for.</param>
    /// <exception cref="SmileModelException">As <see cref="Load(string)"/>; or its features differ: those that are missing and unknown are named.</exception>
    public static SmileClassifier Load(string path, IEnumerable<string> features)
    {
        SmileClassifier classifier = Load(path);
        try
        {
            FeatureOrder.Check(classifier.Card, features, FileOf(path));
            return classifier;
        }
        catch
        {
            classifier.Dispose();
            throw;
        }
    }

    /// <summary>Writes <c>NAME.onnx</c>, <c>NAME.json</c> (the card) and <c>NAME.md</c> (the card for readers) together: all of them or none. The same model gives the same bytes.</summary>
    /// <param name="path">The path of the <c>.onnx</c> file, with or without the extension. The folder is made where it is missing.</param>
    /// <exception cref="SmileModelException">They cannot be written.</exception>
    public void Save(string path)
    {
        string file = FileOf(path);
        using SavedFiles files = new(SmileModelException.Of);
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
        {
            files.AddFolder(folder);
        }

        files.Add(file, stream => stream.Write(_onnx));
        files.Add(Path.ChangeExtension(file, ".json"), stream => stream.Write(Encoding.UTF8.GetBytes(Card.ToJson() + "\n")));
        files.Add(Path.ChangeExtension(file, ".md"), stream => stream.Write(Encoding.UTF8.GetBytes(Card.ToMarkdown())));
        files.Commit();
    }

    private static string FileOf(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? path : path + Extension;
}
