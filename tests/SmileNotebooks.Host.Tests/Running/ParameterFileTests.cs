// Parameters from JSON files: what they become in C#, and how mistakes are told.
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests.Running;

public sealed class ParameterFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("string x = \"\";", "\"a \\\"b\\\" \\u00e4\\n\"", "x = \"a \\\"b\\\" ä\\n\";")]
    [InlineData("string x = \"\";", "null", "x = null;")]
    [InlineData("var x = \"\";", "\"7\"", "x = \"7\";")]
    [InlineData("int x = 1;", "-7", "x = -7;")]
    [InlineData("int? x = 1;", "null", "x = null;")]
    [InlineData("long x = 1;", "9007199254740993", "x = 9007199254740993L;")]
    [InlineData("double x = 1;", "1e-3", "x = 0.001d;")]
    [InlineData("double x = 1;", "2", "x = 2d;")]
    [InlineData("double x = 1;", "\"NaN\"", "x = double.NaN;")]
    [InlineData("float x = 1;", "\"-Infinity\"", "x = float.NegativeInfinity;")]
    [InlineData("decimal x = 1;", "0.10", "x = 0.10m;")]
    [InlineData("bool x = false;", "true", "x = true;")]
    [InlineData("const int X = 1; int x = 2;", "3", "x = 3;")]
    [InlineData("const int x = 1;", "3", "const int x = 3;")]
    [InlineData("string[] x = { };", "[\"a\", null]", "x = [\"a\", null];")]
    [InlineData("string[] x = { };", "[]", "x = [];")]
    [InlineData("string[] x = { };", "null", "x = null;")]
    [InlineData("List<int> x = new();", "[1, 2]", "x = [1, 2];")]
    [InlineData("IReadOnlyList<double> x = [];", "[1, 0.5]", "x = [1d, 0.5d];")]
    [InlineData("var x = new[] { 1.5 };", "[1]", "x = [1d];")]
    [InlineData("var x = new string[0];", "[\"b\"]", "x = [\"b\"];")]
    [InlineData("var x = new List<string>();", "[\"b\"]", "x = [\"b\"];")]
    [InlineData("int[][] x = [];", "[[1], [2, 3]]", "x = [[1], [2, 3]];")]
    public void A_value_becomes_CSharp_of_the_declared_type(string declaration, string json, string expected) =>
        Assert.Equal($"// Parameters\n{expected}", Injected(declaration, $"{{\"x\": {json}}}"));

    [Theory]
    [InlineData("int x = 1;", "1.5", "line 2: Parameter x is an int: found 1.5, expected a whole number in its range.")]
    [InlineData("int x = 1;", "99999999999", "found 99999999999, expected a whole number in its range.")]
    [InlineData("int x = 1;", "\"1\"", "found \"1\", expected a whole number in its range.")]
    [InlineData("int x = 1;", "null", "found null, expected a value.")]
    [InlineData("int x = 1;", "[1]", "found [1], expected a whole number in its range.")]
    [InlineData("int x = 1;", "true", "found true, expected a whole number in its range.")]
    [InlineData("string x = \"\";", "7", "found 7, expected text (in JSON, in quotes).")]
    [InlineData("bool x = true;", "\"true\"", "found \"true\", expected true or false.")]
    [InlineData("double x = 1;", "\"1\"", "found \"1\", expected a number such as 0.5.")]
    [InlineData("string[] x = { };", "\"a\"", "found \"a\", expected an array such as [\"a\", \"b\"].")]
    [InlineData("int[] x = { };", "[1, \"a\"]", "found [1, \"a\"], expected a whole number in its range.")]
    [InlineData("int[] x = { };", "[1, null]", "found [1, null], expected a whole number in its range.")]
    [InlineData("int[] x = { };", "[{}]", "found [{}], expected a number, text, true, false, null, or an array of them; an object cannot be given.")]
    [InlineData("DateTime x = default;", "\"2026\"", "is a DateTime; only string, bool")]
    [InlineData("int y = 1;", "1", "The notebook has no parameter x (")]
    public void A_value_that_does_not_fit_is_told_with_file_line_and_name(string declaration, string json, string expected)
    {
        ParameterException error = Assert.Throws<ParameterException>(() => Injected(declaration, $"{{\n\"x\": {json}}}"));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains($"{_path}, line 2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", ": the file is empty, expected a JSON object")]
    [InlineData(" \n", ": the file is empty, expected a JSON object")]
    [InlineData("[1]", ", line 1: found an array, expected a JSON object")]
    [InlineData("\n3", ", line 2: found a number, expected a JSON object")]
    [InlineData("{\n\"a\": 1,\n\"a\": 2}", ", line 3: a is given twice.")]
    [InlineData("{\"a\": {\"b\": 1}}", ", line 1: a is an object, expected a number, text")]
    [InlineData("{\"a\": 1,}", ", line 1, byte 9: not JSON")]
    [InlineData("{\"a\": 1} 2", ", line 1, byte 10: not JSON")]
    [InlineData("{\"a\": // one\n1}", ", line 1, byte 7: not JSON")]
    [InlineData("{\"a\": ", "not JSON")]
    [InlineData("{\"a\": \"\\ud800\"}", "not sound JSON")]
    public void A_file_that_is_no_object_is_told_with_its_place(string text, string expected)
    {
        File.WriteAllText(_path, text);
        ParameterException error = Assert.Throws<ParameterException>(() => ParameterFile.Read(_path));
        Assert.StartsWith(_path, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_may_begin_with_a_byte_order_mark_and_hold_nothing()
    {
        File.WriteAllText(_path, "{ }", new System.Text.UTF8Encoding(true));
        Assert.Empty(ParameterFile.Read(_path));
    }

    [Fact]
    public void Values_are_shown_as_a_reader_would_write_them()
    {
        File.WriteAllText(_path, "{\"a\": \"it's\", \"b\": [1, 2], \"c\": null, \"d\": 1.50}");
        Assert.Equal(["it's", "[1, 2]", "null", "1.50"], ParameterFile.Read(_path).Values.Select(value => value.Text));
    }

    private string Injected(string declaration, string json)
    {
        File.WriteAllText(_path, json);
        NotebookCell cell = new() { Id = "p", Kind = CellKind.Code, Source = declaration, Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") } };
        ImmutableSortedDictionary<string, ParameterValue> values = ParameterFile.Read(_path);
        return NotebookParameters.Inject(new NotebookDocument { Cells = [cell] }, values).Cells[1].Source;
    }
}
