namespace SmileNotebooks.Tests.Smiles.Classification;

public sealed class FeatureTableFilesTests : IDisposable
{
    private static readonly FeatureTableOptions s_options = new() { Label = "genuine", Person = "subject", Clip = "clip" };

    private readonly string _folder = Directory.CreateTempSubdirectory("smile-tables-").FullName;

    private string Written(string text)
    {
        string path = Path.Combine(_folder, "table.csv");
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_other_column_of_numbers_is_a_feature_and_every_other_of_words_context()
    {
        FeatureTable table = FeatureTable.Load(Written("subject,clip,genuine,onset,au12,camera\n1,a.mp4,1,0.5,3,left\n2,b.mp4,0,NA,1e-2,right\n"), s_options);

        Assert.Equal(["onset", "au12"], table.Features);
        Assert.Equal("genuine", table.LabelName);
        Assert.Equal([0.5, 3], table.Rows[0].Values);
        Assert.Equal([double.NaN, 0.01], table.Rows[1].Values);
        Assert.Equal((true, "1", "a.mp4", "left"), (table.Rows[0].Label, table.Rows[0].Person, table.Rows[0].Clip, table.Rows[0].Context["camera"]));
        Assert.Equal([1, 0], table.MissingValues());
        Assert.Equal("2 smiles of 2 people, 2 features, 1 genuine", table.ToString());
    }

    [Theory]
    [InlineData("1", "0", null, "genuine")]
    [InlineData("TRUE", "False", null, "genuine")]
    [InlineData("yes", "no", null, "genuine")]
    [InlineData("1.0", "0.0", null, "genuine")]
    [InlineData("genuine", "posed", null, "genuine")]
    [InlineData("Spontaneous", "Deliberate", "spontaneous", "Spontaneous")]
    public void Labels_are_told_from_their_words(string yes, string no, string? positive, string name)
    {
        FeatureTable table = FeatureTable.Load(Written($"subject,clip,genuine,x\na,a,{yes},1\nb,b,{no},2\nc,c,,3\n"), s_options with { Positive = positive });

        Assert.Equal([true, false, null], table.Rows.Select(row => row.Label));
        Assert.Equal(name, table.LabelName);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        FeatureTable table = SmileTables.Of(5, 3, 4, 1, 1, classByPerson: false, seed: 9).WithContext("camera", (_, at) => $"no. {at}, \"left\"")
            .Change((row, at) => at == 2 ? row with { Values = row.Values.SetItem(1, double.NaN) } : row) with { Simulated = "in a test" };
        string path = Path.Combine(_folder, "saved.csv");

        table.Save(path);
        FeatureTable read = FeatureTable.Load(path, new() { Label = "genuine", Person = "person", Clip = "clip" });

        Assert.Equal(table.Features, read.Features);
        Assert.Equal(table.Rows.Select(Text), read.Rows.Select(Text));
        Assert.Equal("in a test", read.Simulated);
        static string Text(FeatureRow row) => $"{row.Person} {row.Clip} {row.Label} {string.Join(' ', row.Values)} {string.Join(' ', row.Context)}";
    }

    [Fact]
    public void Context_may_be_of_numbers_and_columns_may_be_passed_over()
    {
        FeatureTable table = FeatureTable.Load(
            Written("subject,clip,genuine,x,site,index\na,a,1,1,7,1\nb,b,0,2,8,2\n"), s_options with { Context = ["site"], Ignored = ["index"] });

        Assert.Equal(["x"], table.Features);
        Assert.Equal("7", table.Rows[0].Context["site"]);
        Assert.Single(table.Rows[0].Context);
    }

    [Theory]
    [InlineData("", "an empty file")]
    [InlineData("subject,clip,genuine,x\n", "a header without rows")]
    [InlineData("subject,clip,Genuin,x\na,a,1,1\n", "line 1: no column 'genuine' (label); expected one of the columns there are (subject, clip, Genuin, x); did you mean 'Genuin'?")]
    [InlineData("subject,clip,genuine,x,x\na,a,1,1,1\n", "the column 'x' twice (columns 4 and 5)")]
    [InlineData("subject,clip,genuine,\na,a,1,1\n", "no name for column 4")]
    [InlineData("subject,clip,genuine,x\na,a,1\n", "line 2: 3 fields; expected 4, as in the header")]
    [InlineData("subject,clip,genuine,x\na,a,1,1\nb,b,0,2\nc,c,0,left\n", "line 4, column x: 'left' in a column of numbers")]
    [InlineData("subject,clip,genuine,x\na,a,1,inf\nb,b,0,2\nc,c,0,3\n", "line 2, column x: 'inf' in a column of numbers")]
    [InlineData("subject,clip,genuine,x\na,a,1,\"0,5\"\nb,b,0,\"0,7\"\n", "line 2, column x: '0,5'; expected a number with a decimal point")]
    [InlineData("subject;clip;genuine;x\na;a;1;1\n", "line 1: semicolons between fields; expected commas between fields and points in numbers")]
    [InlineData("subject\tclip\tgenuine\tx\na\ta\t1\t1\n", "line 1: tabs between fields")]
    [InlineData("subject,clip,genuine,x\na,a,1,1\nb,b,0,2\nc,c,maybe,3\n", "line 4, column genuine: a third value 'maybe'")]
    [InlineData("subject,clip,genuine,x\na,a,1,1\nb,b,1,2\n", "column genuine: the value '1' alone")]
    [InlineData("subject,clip,genuine,x\na,a,smiled,1\nb,b,posed,2\n", "column genuine: the values 'posed' and 'smiled'; expected to be told which")]
    [InlineData("subject,clip,genuine,x\n,a,1,1\nb,b,0,2\n", "line 2, column subject: nothing; expected the name of a person")]
    [InlineData("subject,clip,genuine,camera\na,a,1,left\nb,b,0,right\n", "no column of numbers beside label, person and clip")]
    public void Errors_name_file_line_column_what_was_found_and_what_was_expected(string text, string words)
    {
        string path = Written(text);

        TableException error = Assert.Throws<TableException>(() => FeatureTable.Load(path, s_options));

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_labelled_table_without_people_is_refused_unless_that_is_said()
    {
        string path = Written("subject,clip,genuine,x\na,a,1,1\nb,b,0,2\n");

        TableException error = Assert.Throws<TableException>(() => FeatureTable.Load(path, new() { Label = "genuine" }));
        FeatureTable table = FeatureTable.Load(path, new() { Label = "genuine", People = PersonPolicy.EachClipItsOwn });

        Assert.Contains("--no-person", error.Message, StringComparison.Ordinal);
        Assert.All(table.Rows, row => Assert.Null(row.Person));
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_named()
    {
        Assert.Contains("no such file", Assert.Throws<TableException>(() => FeatureTable.Load(Path.Combine(_folder, "none.csv"))).Message, StringComparison.Ordinal);
        Assert.Contains(_folder, Assert.Throws<TableException>(() => FeatureTable.Load(_folder)).Message, StringComparison.Ordinal);
    }
}
