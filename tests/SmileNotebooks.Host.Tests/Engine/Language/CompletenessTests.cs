namespace SmileNotebooks.Host.Tests;

public sealed class CompletenessTests
{
    [Theory]
    [InlineData("")]
    [InlineData("1 + 1")]
    [InlineData("var x = 3;")]
    [InlineData("int F(int n)\n{\n    return n;\n}")]
    [InlineData("using var reader = new StringReader(\"\");")]
    [InlineData("#!time\n1 + 1")]
    [InlineData("#r \"nuget: Some.Package, 1.0\"")]
    [InlineData("#!markdown\n# A (title { with")]
    [InlineData("// (")]
    [InlineData("using System.IO;")]
    public async Task Complete(string code) => Assert.Equal(new CodeCompleteness(CompletenessStatus.Complete, ""), await CheckAsync(code));

    [Theory]
    [InlineData("int F(int n)\n{", "    ")]
    [InlineData("class C\n{\n    void M()\n    {", "        ")]
    [InlineData("var x = (1 +", "    ")]
    [InlineData("Console.WriteLine(", "    ")]
    [InlineData("var x =", "")]
    [InlineData("var s = @\"abc", "")]
    [InlineData("var s = \"\"\"\nabc", "")]
    [InlineData("/* open", "")]
    [InlineData("foreach (var x in y)", "")]
    [InlineData("new[] { 1, 2,", "    ")]
    public async Task Incomplete(string code, string indent) => Assert.Equal(new CodeCompleteness(CompletenessStatus.Incomplete, indent), await CheckAsync(code));

    [Theory]
    [InlineData("int 3x = ;")]
    [InlineData("foo bar baz")]
    [InlineData("}")]
    [InlineData("var s = \"abc\nvar t = 3;")]
    public async Task Invalid(string code) => Assert.Equal(CompletenessStatus.Invalid, (await CheckAsync(code)).Status);

    private static async Task<CodeCompleteness> CheckAsync(string code)
    {
        NotebookEngine engine = new();
        await using (engine)
        {
            return engine.CheckComplete(code);
        }
    }
}
