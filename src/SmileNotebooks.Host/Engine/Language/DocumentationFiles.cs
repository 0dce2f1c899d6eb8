// Finds the XML documentation of a library's symbol: beside the library, or, for the framework, in the SDK's reference pack.
using System.Collections.Concurrent;
using System.Globalization;

namespace SmileNotebooks.Host;

internal static class DocumentationFiles
{
    private static readonly Lazy<ConcurrentDictionary<string, string>> s_frameworkTypes = new(FrameworkTypes);

    /// <summary>The XML of a symbol; null if there is none.</summary>
    /// <param name="libraryPath">The assembly's file.</param>
    /// <param name="typeId">The documentation id of the symbol's type (<c>T:System.Math</c>): the framework's files are found by it.</param>
    /// <param name="symbolId">The documentation id of the symbol.</param>
    public static string? Find(string libraryPath, string typeId, string symbolId)
    {
        string beside = Path.ChangeExtension(libraryPath, ".xml");
        string? file = File.Exists(beside) ? beside
            : Path.GetDirectoryName(libraryPath) == FrameworkFolder ? s_frameworkTypes.Value.GetValueOrDefault(typeId) : null;
        return file is null ? null : MemberIn(file, symbolId);
    }

    private static string FrameworkFolder => Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static string? MemberIn(string file, string id)
    {
        try
        {
            string text = File.ReadAllText(file);
            int start = text.IndexOf($"<member name=\"{id}\">", StringComparison.Ordinal);
            int end = start < 0 ? -1 : text.IndexOf("</member>", start, StringComparison.Ordinal);
            return end < 0 ? null : text[start..(end + "</member>".Length)];
        }
        catch (IOException)
        {
            return null;
        }
    }

    // The framework's types lie in other assemblies than the ones that document them, so which file tells of a type has to be
    // looked up: 100 files, 60 ms once.
    private static ConcurrentDictionary<string, string> FrameworkTypes()
    {
        const string Mark = "<member name=\"T:";
        ConcurrentDictionary<string, string> types = new(StringComparer.Ordinal);
        Parallel.ForEach(ReferencePackFiles(), file =>
        {
            foreach (string line in File.ReadLines(file))
            {
                int at = line.IndexOf(Mark, StringComparison.Ordinal);
                int end = at < 0 ? -1 : line.IndexOf('"', at + Mark.Length);
                if (end > 0)
                {
                    types.TryAdd(line[(at + Mark.Length - 2)..end], file);
                }
            }
        });
        return types;
    }

    private static string[] ReferencePackFiles()
    {
        string pack = Path.GetFullPath(Path.Combine(FrameworkFolder, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        string? newest = Directory.Exists(pack)
            ? Directory.EnumerateDirectories(pack, string.Create(CultureInfo.InvariantCulture, $"{Environment.Version.Major}.*"))
                .MaxBy(folder => Version.TryParse(Path.GetFileName(folder).Split('-')[0], out Version? version) ? version : new Version())
            : null;
        return newest is null ? [] : Directory.GetFiles(newest, "*.xml", SearchOption.AllDirectories);
    }
}
