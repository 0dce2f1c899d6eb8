// A folder of made-up records for a test.
namespace SmileNotebooks.Tests.Studies;

/// <summary>A temporary folder with a bibliography of three works, a claim, and what a test adds.</summary>
internal sealed class PublishedFolder : IDisposable
{
    public const string Result = """{ "id": "one", "finding": "It was found.", "measure": "a measure", "source": { "kind": "abstract", "where": "abstract" } }""";

    private readonly string _path = Directory.CreateTempSubdirectory("smile-published-").FullName;

    public PublishedFolder()
    {
        Write("references.json", $"[{Reference("first-2001", "First", 2001)}, {Reference("second-2002", "Second", 2002)}, {Reference("third-2003", "Third", 2003)}]");
        Write("claims.json", """[{ "key": "a-claim", "claim": "It is so.", "cites": "third-2003", "verdict": "It may be so." }]""");
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);

    public static string Reference(string key, string family, int year) =>
        $$"""{ "id": "{{key}}", "type": "article-journal", "author": [{ "family": "{{family}}", "given": "Ann-Marie B." }], "issued": { "date-parts": [[{{year}}]] }, "title": "On a thing", "container-title": "A journal", "volume": "1", "issue": "2", "page": "3-4", "DOI": "10.1234/{{key}}" }""";

    /// <summary>Writes a file.</summary>
    public PublishedFolder Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_path, name), text);
        return this;
    }

    /// <summary>Writes a file in ISO 8859-1, which is no UTF-8 where letters have accents.</summary>
    public PublishedFolder WriteLatin(string name, string text)
    {
        File.WriteAllText(Path.Combine(_path, name), text, System.Text.Encoding.Latin1);
        return this;
    }

    /// <summary>Writes the record of a study.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="result">A result, or several with commas between them.</param>
    /// <param name="fields">Further fields, each followed by a comma.</param>
    /// <param name="design">Its design.</param>
    public PublishedFolder Study(string key, string result, string fields = "", string design = "experiment") =>
        Write($"{key}.json", $$"""{ "key": "{{key}}", "design": "{{design}}", "description": "A design.", {{fields}} "results": [{{result}}] }""");

    public PublishedStudies Load() => PublishedStudies.Load(_path);

    /// <summary>The message of the error that loading must end in.</summary>
    public TableException Fails() => Assert.Throws<TableException>(Load);
}
