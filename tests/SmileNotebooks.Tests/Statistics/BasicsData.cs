// The data sets behind the oracles of the basics: tests/oracles/statistics/basics/data.
namespace SmileNotebooks.Tests.Statistics;

internal static class BasicsData
{
    /// <summary>Two samples of a data set, as make.R takes them.</summary>
    public static (double[] First, double[] Second) Samples(string name) => name switch
    {
        "sleep" => Split("sleep", "extra", "group", "1", "2"),
        "tooth" => Split("ToothGrowth", "len", "supp", "OJ", "VC"),
        "mtcars" => Split("mtcars", "mpg", "am", "1", "0"),
        "insects" => Split("InsectSprays", "count", "spray", "C", "D"),
        "morley" => Split("morley", "Speed", "Expt", "1", "2"),
        _ => Anorexia(),
    };

    /// <summary>A whole column, as make.R takes it.</summary>
    public static double[] Series(string name) => name switch
    {
        "sleep" => Read("sleep").Numbers("extra"),
        "tooth" => Read("ToothGrowth").Numbers("len"),
        "morley" => Read("morley").Numbers("Speed"),
        "mpg" => Read("mtcars").Numbers("mpg"),
        "insects" => Read("InsectSprays").Numbers("count"),
        _ => Read("ChickWeight").Numbers("weight"),
    };

    public static OracleTable Read(string name) => OracleTable.Read("basics", "data", $"{name}.csv");

    public static OracleTable Oracle(string name) => OracleTable.Read("basics", $"{name}.csv");

    private static (double[] First, double[] Second) Split(string file, string value, string group, string first, string second)
    {
        OracleTable data = Read(file);
        double[] Of(string name) => [.. data.Numbers(value).Where((_, row) => data.Text(row, group) == name)];
        return (Of(first), Of(second));
    }

    private static (double[] First, double[] Second) Anorexia()
    {
        OracleTable data = Read("anorexia");
        double[] Of(string column) => [.. data.Numbers(column).Where((_, row) => data.Text(row, "Treat") == "FT")];
        return (Of("Postwt"), Of("Prewt"));
    }
}
