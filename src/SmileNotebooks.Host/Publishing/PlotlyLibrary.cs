// plotly.js as it goes into a page: compressed, because it is 4.8 MB as it comes.
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;

namespace SmileNotebooks.Host;

/// <summary>plotly.js in the form that figures.js unpacks.</summary>
/// <param name="Gzip">The script's UTF-8 bytes, gzip, base64.</param>
/// <param name="HashSource">The Content-Security-Policy source that allows this script alone.</param>
internal sealed record PlotlyLibrary(string Gzip, string HashSource)
{
    private static readonly ConcurrentDictionary<(string Path, DateTime Written), PlotlyLibrary> Loaded = new();

    public static string DefaultPath { get; } =
        Path.Combine(Path.GetDirectoryName(typeof(PlotlyLibrary).Assembly.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory, "plotly.min.js");

    /// <summary>Reads and compresses the library; a second call for the same file costs nothing.</summary>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    public static PlotlyLibrary Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"{path} was not found: a report with figures needs plotly.js. The build copies it there from npm (package plotly.js-dist-min); build again.", path);
        }

        return Loaded.GetOrAdd((path, File.GetLastWriteTimeUtc(path)), key => Compress(key.Path));
    }

    private static PlotlyLibrary Compress(string path)
    {
        string script = File.ReadAllText(path);
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(script));
        }

        return new(Convert.ToBase64String(compressed.GetBuffer(), 0, (int)compressed.Length), PageAssets.HashSource(script));
    }
}
