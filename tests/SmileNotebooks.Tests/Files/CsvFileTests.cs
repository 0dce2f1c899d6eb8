namespace SmileNotebooks.Tests.Files;

public sealed class CsvFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-csv-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Fields_stand_as_they_are_in_the_file()
    {
        CsvFile file = CsvFile.Load(Written("\uFEFFname,\"a, b\"\r\n\n09, x \n\"two\nlines\",\"\"\"q\"\"\"\n"));

        Assert.Equal(["name", "a, b"], file.Header);
        Assert.Equal(["09", " x "], file.Rows[0]);
        Assert.Equal(["two\nlines", "\"q\""], file.Rows[1]);
        Assert.Equal([3, 4], file.Lines);
        Assert.EndsWith("table.csv: 2 rows of 2 columns", file.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_alone_is_a_table_without_rows() => Assert.Empty(CsvFile.Load(Written("a,b\n")).Rows);

    [Theory]
    [InlineData("", "line 1: an empty file")]
    [InlineData("a\tb\n", "tabs between fields")]
    [InlineData("a,b,a\n", "line 1: the column 'a' twice")]
    [InlineData("a,b\n1,2\n1,2,3\n", "line 3: 3 fields; expected 2")]
    [InlineData("a,b\n1,\"2\n", "a quote that is not closed")]
    public void What_is_no_table_is_refused(string text, string said) =>
        Assert.Contains(said, Assert.Throws<TableException>(() => CsvFile.Load(Written(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("no such file", Assert.Throws<TableException>(() => CsvFile.Load(Path.Combine(_folder, "none.csv"))).Message, StringComparison.Ordinal);

    private string Written(string text)
    {
        string path = Path.Combine(_folder, "table.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
