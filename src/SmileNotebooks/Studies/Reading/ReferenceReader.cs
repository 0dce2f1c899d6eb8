// references*.json: CSL-JSON, of which a type, authors, a year and a title are needed.
using System.Text.RegularExpressions;

namespace SmileNotebooks;

internal static partial class ReferenceReader
{
    private const string Expected = "a list of references in CSL-JSON";

    public static IEnumerable<Reference> Read(string path) => RecordJson.OpenList(path, Expected).Select(Entry);

    private static Reference Entry(RecordJson json)
    {
        string? doi = json.TextOrNull("DOI");
        if (doi is not null && !Doi().IsMatch(doi))
        {
            throw json.Error("DOI", $"\"{doi}\"", "an identifier without its resolver, as in 10.1111/1467-9280.00221");
        }

        Author[] authors = [.. json.Objects("author").Select(Name)];
        Reference reference = new()
        {
            Key = json.Text("id"),
            Type = json.Text("type"),
            Authors = authors.Length > 0 ? [.. authors] : throw json.Missing("author", "at least one author"),
            Year = Year(json),
            Title = json.Text("title"),
            Container = json.TextOrNull("container-title"),
            Volume = json.TextOrNull("volume"),
            Issue = json.TextOrNull("issue"),
            Pages = json.TextOrNull("page"),
            Doi = doi,
            Note = json.TextOrNull("note"),
        };
        json.CheckAllRead();
        return reference;
    }

    private static Author Name(RecordJson json)
    {
        string? literal = json.TextOrNull("literal");
        string? given = json.TextOrNull("given");
        Author author = literal is null ? new Author(json.Text("family"), given ?? "") : new Author("", "", literal);
        json.CheckAllRead();
        return author;
    }

    private static int Year(RecordJson json)
    {
        RecordJson issued = json.ObjectOrNull("issued") ?? throw json.Missing("issued", "a year");
        int year = issued.YearOf("date-parts");
        issued.CheckAllRead();
        return year;
    }

    [GeneratedRegex(@"^10\.[0-9]{4,9}/\S+$")]
    private static partial Regex Doi();
}
