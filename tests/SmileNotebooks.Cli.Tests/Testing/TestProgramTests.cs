using SmileNotebooks.Cli.Testing;

namespace SmileNotebooks.Cli.Tests.Testing;

public class TestProgramTests
{
    [Fact]
    public void A_program_is_there_when_its_probe_succeeds()
    {
        Assert.True(new TestProgram("", "", "dotnet", "--version").IsInstalled());
        Assert.False(new TestProgram("", "", "dotnet", "no-such-command-of-dotnet").IsInstalled());
        Assert.False(new TestProgram("", "", "no-such-program-anywhere").IsInstalled());
    }

    [Fact]
    public void Each_program_says_its_package_and_its_purpose() =>
        Assert.All(TestProgram.All, program =>
        {
            Assert.Matches("^[a-z0-9.+-]+$", program.DebianPackage);
            Assert.NotEmpty(program.Purpose);
        });
}
