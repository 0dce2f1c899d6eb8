using SmileNotebooks.Cli.Testing;

namespace SmileNotebooks.Cli.Tests.Testing;

public sealed class TestProjectsTests
{
    [Fact]
    public void Those_of_the_solution_are_run_and_no_others_of_the_folder()
    {
        string[] expected =
        [
            "OnnxRuntime.Tests", "SmileNotebooks.Cli.Tests", "SmileNotebooks.Host.Tests", "SmileNotebooks.Tests", "SystemTests", "TfLiteToOnnx.Tests",
        ];
        Assert.Equal(expected, TestProjects.Of(Repository.PathOf("SmileNotebooks.sln")));
        Assert.Equal(["Bridges.Tests"], TestProjects.Of(Repository.PathOf("src", "Bridges", "SmileNotebooks.Bridges.sln")));
    }
}
