// What cannot be a record is not loaded, and the error says where and why.
namespace SmileNotebooks.Tests.Studies;

public sealed class PublishedReaderTests : IDisposable
{
    private readonly PublishedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"estimate\": 0.3, \"metric\": \"d\"", "a number (estimate)")]
    [InlineData("\"n\": 20", "a number (n)")]
    [InlineData("\"values\": { \"difference\": 1 }", "a number (values)")]
    public void A_number_without_a_source_is_not_loaded(string number, string named)
    {
        TableException error = _folder.Study("first-2001", $$"""{ "id": "one", "finding": "It was found.", "measure": "a measure", {{number}} }""").Fails();

        Assert.EndsWith("first-2001.json", error.Path, StringComparison.Ordinal);
        Assert.Equal("results[0].source", error.Place);
        Assert.Contains(named, error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_without_numbers_is_a_record_but_not_one_without_a_source()
    {
        PublishedStudies published = _folder.Study("first-2001", PublishedFolder.Result).Load();

        Assert.Equal("no number", published["first-2001"]["one"].Effect);
        Assert.Equal("results[0].source", _folder.Study("second-2002", """{ "id": "one", "finding": "It was found.", "measure": "a measure" }""").Fails().Place);
    }

    [Theory]
    [InlineData("\"estimat\": 1", "results[0]", "the field \"estimat\"")]
    [InlineData("\"estimate\": 1", "results[0].metric", "nothing")]
    [InlineData("\"estimate\": \"1\"", "results[0].estimate", "\"1\"")]
    [InlineData("\"estimate\": 1e999, \"metric\": \"d\"", "results[0].estimate", "1e999")]
    [InlineData("\"n\": 0", "results[0].n", "0")]
    [InlineData("\"n\": 1.5", "results[0].n", "1.50")]
    [InlineData("\"estimate\": 1, \"metric\": \"d\", \"interval\": { \"lower\": 2, \"upper\": 3 }", "results[0].interval", "around 1.000")]
    [InlineData("\"interval\": { \"lower\": 2, \"upper\": 3 }", "results[0].interval", "without an estimate")]
    [InlineData("\"estimate\": 1, \"metric\": \"d\", \"interval\": { \"lower\": 2, \"upper\": 1 }", "results[0].interval", "2.00 to 1.00")]
    [InlineData("\"estimate\": 1, \"metric\": \"d\", \"interval\": { \"lower\": 0, \"upper\": 2, \"level\": 95 }", "results[0].interval.level", "95.00")]
    [InlineData("\"estimate\": 0, \"metric\": \"OR\"", "results[0].estimate", "0.00")]
    [InlineData("\"estimate\": 1, \"metric\": \"RR\", \"interval\": { \"lower\": -1, \"upper\": 2 }", "results[0].interval.lower", "-1.00")]
    [InlineData("\"test\": { \"name\": \"t\", \"statistic\": 2, \"df\": [-1] }", "results[0].test.df", "-1")]
    [InlineData("\"test\": { \"name\": \"t\", \"statistic\": 2, \"p\": 2 }", "results[0].test.p", "2")]
    [InlineData("\"values\": { \"n\": 2 }", "results[0].values.n", "the name of a field")]
    [InlineData("\"bears\": { \"a-claim\": \"proves\" }", "results[0].bears.a-claim", "\"proves\"")]
    [InlineData("\"n\": 3, \"n\": 4", "results[0].n", "the field twice")]
    public void A_field_that_cannot_be_is_named_with_its_place(string field, string place, string found)
    {
        TableException error = _folder.Study("first-2001", PublishedFolder.Result.Replace("\"id\"", $"{field}, \"id\"", StringComparison.Ordinal)).Fails();

        Assert.Equal(place, error.Place);
        Assert.Contains(found, error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void What_leads_nowhere_is_an_error()
    {
        string bears = PublishedFolder.Result.Replace("\"id\"", "\"bears\": { \"other-claim\": \"mixed\" }, \"id\"", StringComparison.Ordinal);
        Assert.Contains("a-claim", _folder.Study("first-2001", bears).Fails().Expected, StringComparison.Ordinal);
        Assert.Equal("replicationOf", _folder.Study("first-2001", PublishedFolder.Result, "\"replicationOf\": [\"nobody-1900\"],").Fails().Place);
        Assert.Equal("topics", _folder.Study("first-2001", PublishedFolder.Result, "\"topics\": [\"a-claim\"],").Fails().Place);
        Assert.Contains("references*.json", _folder.Study("first-2001", PublishedFolder.Result).Study("nobody-1900", PublishedFolder.Result).Fails().Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Indirect_evidence_is_of_a_claim_on_which_the_study_bears()
    {
        string result = PublishedFolder.Result.Replace("\"id\"", "\"bears\": { \"a-claim\": \"mixed\" }, \"id\"", StringComparison.Ordinal);
        PublishedFolder claims = _folder.Write("claims.json", """[{ "key": "a-claim", "claim": "C.", "cites": "first-2001", "verdict": "V." }]""");

        EvidenceTable evidence = claims.Study("first-2001", result, "\"indirect\": [\"a-claim\"],").Load().Evidence("a-claim");
        Assert.True(Assert.Single(evidence.Rows).IsIndirect);
        Assert.Equal("mixed, indirectly", evidence.ToTable().Rows[0][^1]);

        TableException error = claims.Study("first-2001", result, "\"indirect\": [\"other\"],").Fails();
        Assert.Equal(("indirect", "\"other\""), (error.Place, error.Found));
    }

    [Theory]
    [InlineData("""[{ "key": "x", "claim": "C.", "cites": "nobody-1900", "verdict": "V." }]""", "x")]
    [InlineData("""[{ "key": "x", "claim": "C.", "cites": "first-2001", "verdict": "" }]""", "[0].verdict")]
    [InlineData("""[{ "key": "x", "claim": "C.", "cites": "first-2001", "verdict": "V.", "grade": "high" }]""", "[0]")]
    [InlineData("""{ "key": "x" }""", null)]
    public void A_claim_needs_a_citation_and_a_verdict_and_no_grade_of_its_own(string claims, string? place) =>
        Assert.Equal(place, _folder.Write("claims.json", claims).Fails().Place);

    [Fact]
    public void Files_that_are_no_records_are_errors_with_their_line()
    {
        Assert.Equal("line 2", _folder.Write("first-2001.json", "{ \"key\": \"first-2001\",\n oops }").Fails().Place);
        Assert.Contains("no UTF-8", _folder.WriteLatin("first-2001.json", "{ \"key\": \"é\" }").Fails().Found, StringComparison.Ordinal);
        Assert.Equal("key", _folder.Study("first-2001", PublishedFolder.Result).Write("first-2001.json", """{ "key": "second-2002" }""").Fails().Place);
        Assert.Equal("results", _folder.Study("first-2001", "").Fails().Place);
        Assert.Equal("results", _folder.Study("first-2001", $"{PublishedFolder.Result}, {PublishedFolder.Result}").Fails().Place);
        Assert.Equal("design", _folder.Study("first-2001", PublishedFolder.Result, design: "guess").Fails().Place);
        Assert.Equal("no such folder", Assert.Throws<TableException>(() => PublishedStudies.Load("no/such/folder")).Found);
    }

    [Theory]
    [InlineData("\"DOI\": \"https://doi.org/10.1234/x\"", "[0].DOI")]
    [InlineData("\"author\": []", "[0].author")]
    [InlineData("\"issued\": { \"date-parts\": [] }", "[0].issued.date-parts")]
    public void References_are_checked(string field, string place)
    {
        string reference = """{ "id": "x-2000", "type": "book", "author": [{ "family": "X" }], "issued": { "date-parts": [[2000]] }, "title": "T" }""";
        string name = field.Split('"')[1];
        string changed = name == "DOI" ? reference.Replace("\"title\"", $"{field}, \"title\"", StringComparison.Ordinal)
            : name == "author" ? reference.Replace("\"author\": [{ \"family\": \"X\" }]", field, StringComparison.Ordinal)
            : reference.Replace("\"issued\": { \"date-parts\": [[2000]] }", field, StringComparison.Ordinal);

        Assert.Equal(place, _folder.Write("references-more.json", $"[{changed}]").Fails().Place);
    }

    [Fact]
    public void References_of_several_files_are_one_bibliography_in_which_nothing_stands_twice()
    {
        Assert.Equal(4, _folder.Write("references-more.json", $"[{PublishedFolder.Reference("fourth-2004", "Fourth", 2004)}]").Load().References.Count);
        Assert.Contains("a second time", _folder.Write("references-more.json", $"[{PublishedFolder.Reference("first-2001", "First", 2001)}]").Fails().Found, StringComparison.Ordinal);
        string sameDoi = PublishedFolder.Reference("fifth-2005", "Fifth", 2005).Replace("10.1234/fifth-2005", "10.1234/FIRST-2001", StringComparison.Ordinal);
        Assert.Contains("a second time", _folder.Write("references-more.json", $"[{sameDoi}]").Fails().Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lab,n\n", "line 1")]
    [InlineData("", "line 1")]
    [InlineData("lab,country,n,mean_first,sd_first,mean_second,sd_second\nA,X,20,1,1,1\n", "line 2")]
    [InlineData("lab,country,n,mean_first,sd_first,mean_second,sd_second\nA,X,20,1,0,1,1\n", "line 2, column sd_first")]
    [InlineData("lab,country,n,mean_first,sd_first,mean_second,sd_second\nA,X,3,1,1,1,1\n", "line 2, column n")]
    [InlineData("lab,country,n,mean_first,sd_first,mean_second,sd_second\nA,X,20.7,1,1,1,1\n", "line 2, column n")]
    [InlineData("lab,country,n,mean_first,sd_first,mean_second,sd_second\nA,X,1e12,1,1,1,1\n", "line 2, column n")]
    [InlineData("lab,country,n,mean_first,sd_first,mean_second,sd_second\nA,X,20,NaN,1,1,1\n", "line 2, column mean_first")]
    public void A_table_of_laboratories_is_checked(string table, string place) =>
        Assert.Equal(place, _folder.Write("labs.csv", table).Study("first-2001", PublishedFolder.Result, "\"labs\": \"labs.csv\",").Fails().Place);

    [Fact]
    public void A_study_without_a_note_and_an_empty_folder_of_studies_load()
    {
        Assert.Empty(_folder.Load());
        PublishedStudies published = _folder.Study("first-2001", PublishedFolder.Result).Load();

        Assert.Null(published["first-2001"].Note);
        Assert.Equal("1 published study, 1 result, 1 claim", $"{published}");
        Assert.Contains("there is first-2001", Assert.Throws<ArgumentException>(() => published["first-2000"]).Message, StringComparison.Ordinal);
        Assert.Contains("a-claim", Assert.Throws<ArgumentException>(() => published.Evidence("nothing")).Message, StringComparison.Ordinal);
        Assert.Contains("it has one", Assert.Throws<ArgumentException>(() => published["first-2001"]["two"]).Message, StringComparison.Ordinal);
    }
}
