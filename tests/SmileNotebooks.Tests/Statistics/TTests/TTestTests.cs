namespace SmileNotebooks.Tests.Statistics.TTests;

public class TTestTests
{
    private static readonly double[] Group1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] Group2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact]
    public void Paired_t_of_the_sleep_data_prints_its_sentence_and_table()
    {
        TTestResult result = TTest.Paired(Group1, Group2);

        TestContext.Current.TestOutputHelper?.WriteLine(result.ToTable().ToText());
        Assert.Equal("t(9) = -4.06, p = .003, dz = -1.28, 95% CI [-2.12, -0.41]", result.Apa);
        Assert.Equal(result.Apa, result.ToString());
    }
}
