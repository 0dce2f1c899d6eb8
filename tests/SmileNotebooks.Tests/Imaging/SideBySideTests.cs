namespace SmileNotebooks.Tests.Imaging;

public class SideBySideTests
{
    [Fact]
    public void Pictures_stand_in_a_row_and_black_fills_up_below_the_lower()
    {
        Picture tall = new(1, 2, new byte[] { 1, 2, 3, 4, 5, 6 });
        Picture wide = new(2, 1, new byte[] { 7, 8, 9, 10, 11, 12 });

        Picture row = Picture.SideBySide(tall, wide);

        Assert.Equal((3, 2), (row.Width, row.Height));
        Assert.Equal([1, 2, 3, 7, 8, 9, 10, 11, 12, 4, 5, 6, 0, 0, 0, 0, 0, 0], row.Pixels.ToArray());
    }

    [Fact]
    public void One_picture_stays_as_it_is() =>
        Assert.Equal(new byte[] { 1, 2, 3 }, Picture.SideBySide(new Picture(1, 1, new byte[] { 1, 2, 3 })).Pixels.ToArray());

    [Fact]
    public void No_picture_is_refused() => Assert.Contains("found none", Assert.Throws<ArgumentException>(() => Picture.SideBySide()).Message);
}
