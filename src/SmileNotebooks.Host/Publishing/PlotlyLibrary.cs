// plotly.js as it goes into a page, compressed, because it is 4.8 MB as it comes; or beside pages that share it.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace SmileNotebooks.Host;

/// <summary>plotly.js in the form that figures.js unpacks.</summary>
/// <param name="Packed">The script, as unpack.js reads it.</param>
/// <param name="HashSource">The Content-Security-Policy source that allows this script alone.</param>
/// <param name="FileName">The name of the file that pages share: it changes with the contents, so that no browser shows an old one.</param>
internal sealed record PlotlyLibrary(PackedText Packed, string HashSource, string FileName)
{
    private const int HashLetters = 12;
    private static readonly ConcurrentDictionary<(string Path, DateTime Written), PlotlyLibrary> s_loaded = new();

    public static string DefaultPath { get; } =
        Path.Combine(Path.GetDirectoryName(typeof(PlotlyLibrary).Assembly.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory, "plotly.min.js");

    /// <summary>Reads and compresses the library; a second call for the same file costs nothing.</summary>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    public static PlotlyLibrary Load(string path)
    {
        RequireFile(path);
        return s_loaded.GetOrAdd((path, File.GetLastWriteTimeUtc(path)), key => Compress(File.ReadAllText(key.Path)));
    }

    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    public static string ReadScript(string path)
    {
        RequireFile(path);
        return File.ReadAllText(path);
    }

    private static void RequireFile(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"{path} was not found: a report with figures needs plotly.js. The build copies it there from npm (package plotly.js-dist-min); build again.", path);
        }
    }

    private static PlotlyLibrary Compress(string script)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(script);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLetters];
        return new(PackedText.Of(bytes), PageAssets.HashSource(script), $"plotly-{hash}.min.js");
    }
}
