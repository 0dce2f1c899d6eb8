namespace SmileNotebooks.Host.Tests.Jupyter;

public class CodePointTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("abc", 2, 2)]
    [InlineData("😀b", 1, 2)]
    [InlineData("a😀b😀", 4, 6)]
    [InlineData("é", 1, 1)]
    public void Code_points_and_indexes_are_each_others_inverse(string text, int codePoints, int index)
    {
        Assert.Equal(index, CodePoints.Index(text, codePoints));
        Assert.Equal(codePoints, CodePoints.Count(text, index));
    }

    [Fact]
    public void Positions_behind_the_end_are_the_end_and_half_a_pair_counts_whole()
    {
        Assert.Equal(3, CodePoints.Index("\ude00😀", 2));
        Assert.Equal(1, CodePoints.Index("\ud83db", 1));
        Assert.Equal(2, CodePoints.Count("b\ud83d", 2));
        Assert.Equal(3, CodePoints.Index("a😀", 9));
        Assert.Equal(2, CodePoints.Count("a😀", 9));
        Assert.Equal(2, CodePoints.Count("a😀", 2));
    }
}
