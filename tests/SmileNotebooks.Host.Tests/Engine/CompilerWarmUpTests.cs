namespace SmileNotebooks.Host.Tests;

public class CompilerWarmUpTests
{
    [Fact]
    public void What_it_compiles_has_no_errors_and_so_goes_through_the_whole_compiler() => Assert.Empty(CompilerWarmUp.Compile());
}
