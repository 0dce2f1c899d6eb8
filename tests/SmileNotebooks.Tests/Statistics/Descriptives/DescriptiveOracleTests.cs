namespace SmileNotebooks.Tests.Statistics.Descriptives;

/// <summary>Against R 4.2.2: tests/oracles/statistics/basics/make.R.</summary>
public class DescriptiveOracleTests
{
    private const double Agreement = 1e-9;

    [Theory]
    [InlineData("sleep")]
    [InlineData("tooth")]
    [InlineData("morley")]
    [InlineData("mpg")]
    [InlineData("insects")]
    [InlineData("weight")]
    public void Descriptives_agree_with_R(string name)
    {
        OracleTable oracle = BasicsData.Oracle("descriptives");
        int row = Array.IndexOf(oracle.Texts("data"), name);
        double[] values = BasicsData.Series(name);

        DescriptiveResult result = SmileNotebooks.Descriptives.Of(values);

        Assert.Equal((int)oracle.Number(row, "n"), result.N);
        Close.Relative(oracle.Number(row, "mean"), result.Mean, Agreement);
        Close.Relative(oracle.Number(row, "sd"), result.StandardDeviation, Agreement);
        Close.Relative(oracle.Number(row, "lower"), result.MeanInterval.Lower, Agreement);
        Close.Relative(oracle.Number(row, "upper"), result.MeanInterval.Upper, Agreement);
        Close.Relative(oracle.Number(row, "sdlower"), result.StandardDeviationInterval.Lower, Agreement);
        Close.Relative(oracle.Number(row, "sdupper"), result.StandardDeviationInterval.Upper, Agreement);
        Close.Relative(oracle.Number(row, "median"), result.Median, Agreement);
        Close.Relative(oracle.Number(row, "medianlower"), result.MedianInterval.Lower, Agreement);
        Close.Relative(oracle.Number(row, "medianupper"), result.MedianInterval.Upper, Agreement);
        Close.Relative(oracle.Number(row, "q1"), result.Quartiles.Lower, Agreement);
        Close.Relative(oracle.Number(row, "q3"), result.Quartiles.Upper, Agreement);
        Close.Relative(oracle.Number(row, "skewness"), result.Skewness, Agreement);
        Close.Relative(oracle.Number(row, "kurtosis"), result.ExcessKurtosis, Agreement);
        Close.Relative(oracle.Number(row, "r1"), SmileNotebooks.Descriptives.Autocorrelation(values), Agreement);
    }

    [Fact]
    public void Within_subject_intervals_agree_with_the_formulae_in_R_when_incomplete_chicks_are_dropped()
    {
        OracleTable data = BasicsData.Read("ChickWeight");
        var rows = Enumerable.Range(0, data.RowCount)
            .Select(row => (Chick: data.Text(row, "Chick"), Day: data.Text(row, "Time"), Weight: data.Number(row, "weight")));
        OracleTable oracle = BasicsData.Oracle("within");

        WithinSubjectResult result = WithinSubject.Of(
            rows, row => row.Weight, row => row.Chick, row => row.Day, new DescriptiveOptions { Missing = MissingValues.DropParticipants });

        Assert.Equal(oracle.RowCount, result.Conditions.Length);
        Assert.Equal(45, result.Participants.Length);
        Assert.Equal(["15", "16", "18", "44", "8"], result.Dropped.Participants);
        for (int day = 0; day < oracle.RowCount; day++)
        {
            WithinSubjectCondition condition = result.Conditions[day];
            Assert.Equal(oracle.Number(day, "time"), double.Parse(condition.Name));
            Close.Relative(oracle.Number(day, "mean"), condition.Mean, Agreement);
            Close.Relative(oracle.Number(day, "lower"), condition.Within.Lower, Agreement);
            Close.Relative(oracle.Number(day, "upper"), condition.Within.Upper, Agreement);
        }
    }
}
