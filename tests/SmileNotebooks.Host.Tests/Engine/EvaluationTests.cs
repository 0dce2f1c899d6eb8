namespace SmileNotebooks.Host.Tests;

public sealed class EvaluationTests
{
    [Fact]
    public async Task An_expression_sees_the_cells_and_leaves_nothing_behind()
    {
        NotebookEngine engine = await AfterAsync("var smiles = 3; record Face(int Width);");
        Assert.Equal("6", (await EvaluateAsync(engine, "smiles * 2")).Data!["text/plain"]);
        Assert.Equal("Face { Width = 4 }", (await EvaluateAsync(engine, "new Face(4)")).Data!["text/plain"]);
        Assert.Equal("[ 1, 2 ]", (await EvaluateAsync(engine, "await Task.FromResult(new[] { 1, 2 })")).Data!["text/plain"]);
        Assert.Equal(["smiles"], engine.Variables.Select(variable => variable.Name));
        List<CellOutput> outputs = [];
        CellResult next = await engine.RunAsync("smiles += 1; smiles", outputs.Add, TestContext.Current.CancellationToken);
        Assert.Equal((2, 4), (next.Number, next.Value));
        Assert.Equal("4", (await EvaluateAsync(engine, "smiles")).Data!["text/plain"]);
    }

    [Theory]
    [InlineData("gone", "CompilationError", "expression, column 1: error CS0103")]
    [InlineData("var x = 3;", "CompilationError", "not an expression")]
    [InlineData("", "CompilationError", "not an expression")]
    [InlineData("int.Parse(\"x\")", "System.FormatException", "'x'")]
    public async Task An_error_is_a_result(string expression, string name, string message)
    {
        ExpressionResult result = await EvaluateAsync(await AfterAsync("var a = 1;"), expression);
        Assert.Null(result.Data);
        Assert.Equal(name, result.Error!.Name);
        Assert.Contains(message, result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_tell_names_types_and_values_in_order()
    {
        NotebookEngine engine = await AfterAsync("var a = 1; string b = \"x\";", "int Twice(int n) => 2 * n; double[] c = { 1, 2.5 };", "var a = \"again\";", "broken");
        Assert.Equal(
            [new("b", "string", "\"x\""), new("c", "double[]", "[ 1, 2.5 ]"), new("a", "string", "\"again\"")],
            engine.Variables.AsEnumerable());
    }

    [Fact]
    public async Task A_reset_forgets_what_cells_declared_and_disposes_of_what_they_own()
    {
        NotebookEngine engine = await AfterAsync(
            "class Box : IDisposable { public void Dispose() => AppDomain.CurrentDomain.SetData(\"box-gone\", true); }", "using var box = new Box(); var a = 1;");
        await engine.ResetAsync(TestContext.Current.CancellationToken);
        Assert.Empty(engine.Variables);
        Assert.Equal(true, AppDomain.CurrentDomain.GetData("box-gone"));
        Assert.NotNull((await EvaluateAsync(engine, "a")).Error);
        CellResult result = await engine.RunAsync("var a = \"new\"; a", _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal((3, "new"), (result.Number, result.Value));
    }

    private static async Task<NotebookEngine> AfterAsync(params string[] cells)
    {
        NotebookEngine engine = new();
        foreach (string cell in cells)
        {
            await engine.RunAsync(cell, _ => { }, TestContext.Current.CancellationToken);
        }

        return engine;
    }

    private static Task<ExpressionResult> EvaluateAsync(NotebookEngine engine, string expression) =>
        engine.EvaluateAsync(expression, TestContext.Current.CancellationToken);
}
