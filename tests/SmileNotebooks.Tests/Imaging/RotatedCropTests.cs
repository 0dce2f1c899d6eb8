using SmileNotebooks;

namespace SmileNotebooks.Tests.Imaging;

public class RotatedCropTests
{
    private static readonly Picture Photo = TestPictures.Noise(61, 47, seed: 11);

    private static IEnumerable<(CropBorder Border, int Size)> BordersAndSizes =>
        from border in Enum.GetValues<CropBorder>() from size in (int[])[1, 2, 33] select (border, size);

    public static TheoryData<double, double, double, double, double> Regions => new()
    {
        { 30, 20, 40, 40, 0 },
        { 30.3, 20.7, 25.5, 31.25, 0.4 },
        { 30, 20, 61, 47, Math.PI / 2 },
        { 5, 5, 60, 60, -2.5 },
        { -20, 60, 90, 70, 1.1 },
        { 30.5, 23.5, 0.25, 0.25, 0.3 },
        { 30.5, 23.5, 0, 0, 0 },
        { 30, 20, -20, 20, 0.2 },
        { 30, 20, 5000, 5000, 0.7 },
        { 1e6, -1e6, 300, 300, 0 },
        { 61, 47, 4, 4, 0 },
        { 0, 0, 4, 4, 100 },
    };

    [Theory]
    [MemberData(nameof(Regions))]
    public void Pixel_centre_sampling_agrees_with_the_definition_at_both_borders(double x, double y, double width, double height, double rotation)
    {
        RotatedRectangle region = new(x, y, width, height, rotation);
        foreach ((CropBorder border, int size) in BordersAndSizes)
        {
            float[] crop = Sample(Photo, region, size, 1, 0, border, SamplingConvention.PixelCentres);
            AssertClose(Reference(Photo, region, size, border, SamplingConvention.PixelCentres), crop, 5e-3, $"{region} {size} {border}");
        }
    }

    [Theory]
    [MemberData(nameof(Regions))]
    public void OpenCv_sampling_rounds_positions_to_a_32nd_of_a_pixel_and_values_to_whole_numbers(
        double x, double y, double width, double height, double rotation)
    {
        RotatedRectangle region = new(x, y, width, height, rotation);
        foreach ((CropBorder border, int size) in BordersAndSizes)
        {
            float[] crop = Sample(Photo, region, size, 1, 0, border, SamplingConvention.OpenCv);
            double[] reference = Reference(Photo, region, size, border, SamplingConvention.OpenCv);

            Assert.All(crop, value => Assert.Equal(MathF.Round(value), value));

            // Where a position or a value lies between two steps, the last bit decides: one step of 1/32 pixel is up to 16 levels here.
            double[] differences = [.. reference.Zip(crop, (expected, found) => Math.Abs(expected - found))];
            Assert.InRange(differences.Max(), 0, 17);
            Assert.InRange(differences.Count(difference => difference > 0), 0, differences.Length / 20);
        }
    }

    [Theory]
    [MemberData(nameof(Regions))]
    public void The_vectorised_and_the_scalar_way_agree(double x, double y, double width, double height, double rotation)
    {
        CropGrid grid = new(new RotatedRectangle(x, y, width, height, rotation), 40, 30, SamplingConvention.PixelCentres);
        float[] fast = new float[40 * 30 * 3], slow = new float[40 * 30 * 3];

        RotatedCrop.Sample(Photo, grid, fast, 1 / 127.5f, -1, CropBorder.Replicate, vectorised: true);
        RotatedCrop.Sample(Photo, grid, slow, 1 / 127.5f, -1, CropBorder.Replicate, vectorised: false);

        AssertClose([.. slow.Select(value => (double)value)], fast, 1e-4 / 127.5, "scalar");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 9)]
    [InlineData(9, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    public void Narrow_pictures_are_sampled_to_their_edges(int width, int height)
    {
        Picture narrow = TestPictures.Noise(width, height, seed: 2);
        RotatedRectangle whole = new(width / 2.0, height / 2.0, width, height, 0);

        foreach (CropBorder border in Enum.GetValues<CropBorder>())
        {
            float[] crop = Sample(narrow, whole, 7, 1, 0, border, SamplingConvention.PixelCentres);
            AssertClose(Reference(narrow, whole, 7, border, SamplingConvention.PixelCentres), crop, 5e-3, $"{border}");
        }
    }

    [Theory]
    [InlineData(SamplingConvention.PixelCentres)]
    [InlineData(SamplingConvention.OpenCv)]
    public void The_whole_picture_at_its_own_size_is_the_picture(SamplingConvention convention)
    {
        Picture square = TestPictures.Noise(32, 32, seed: 4);

        float[] crop = Sample(square, new(16, 16, 32, 32, 0), 32, 1, 0, CropBorder.Zero, convention);

        Assert.Equal(square.Pixels.ToArray().Select(value => (float)value), crop);
    }

    [Fact]
    public void The_conventions_differ_by_half_a_pixel_of_the_crop_less_half_a_pixel_of_the_picture()
    {
        byte[] ramp = [.. Enumerable.Range(0, 64 * 64 * 3).Select(i => (byte)(i / 3 % 64 * 4))];
        Picture picture = new(64, 64, ramp);
        RotatedRectangle region = new(32, 32, 32, 32, 0);

        float[] centres = Sample(picture, region, 8, 1, 0, CropBorder.Zero, SamplingConvention.PixelCentres);
        float[] corners = Sample(picture, region, 8, 1, 0, CropBorder.Zero, SamplingConvention.OpenCv);

        // One step of the crop is 4 pixels of 4 levels: 4 * 0.5 - 0.5 = 1.5 pixels = 6 levels.
        Assert.All(centres.Zip(corners), pair => Assert.Equal(6, pair.First - pair.Second, 1e-3));
    }

    [Fact]
    public void Outside_is_the_offset_with_a_zero_border_and_the_edge_with_a_replicated_one()
    {
        RotatedRectangle far = new(-500, -500, 50, 50, 0.3);
        (byte red, byte green, byte blue) = Photo.At(0, 0);

        Assert.All(Sample(Photo, far, 16, 2f / 255, -1, CropBorder.Zero, SamplingConvention.OpenCv), value => Assert.Equal(-1, value));
        Assert.All(
            Sample(Photo, far, 16, 1, 0, CropBorder.Replicate, SamplingConvention.OpenCv).Chunk(3),
            pixel => Assert.Equal([red, green, blue], pixel));
    }

    [Theory]
    [InlineData(double.MaxValue, 0, 10, 10, 0)]
    [InlineData(0, 0, double.MaxValue, double.MaxValue, 0.5)]
    [InlineData(-1e300, 1e300, 1e300, 1e300, 1e300)]
    [InlineData(double.MaxValue, double.MaxValue, -double.MaxValue, double.MaxValue, 3)]
    [InlineData(3e9, 3e9, 1e10, 1e10, 0)]
    public void Huge_regions_give_numbers(double x, double y, double width, double height, double rotation)
    {
        RotatedRectangle region = new(x, y, width, height, rotation);

        foreach (CropBorder border in Enum.GetValues<CropBorder>())
        {
            Assert.All(Sample(Photo, region, 20, 1, 0, border, SamplingConvention.PixelCentres), value => Assert.InRange(value, 0, 255));
        }
    }

    [Theory]
    [InlineData(double.NaN, 0, 1, 1, 0)]
    [InlineData(0, double.PositiveInfinity, 1, 1, 0)]
    [InlineData(0, 0, double.NegativeInfinity, 1, 0)]
    [InlineData(0, 0, 1, double.NaN, 0)]
    [InlineData(0, 0, 1, 1, double.NaN)]
    public void A_region_that_is_not_finite_is_an_error_that_shows_it(double x, double y, double width, double height, double rotation)
    {
        RotatedRectangle region = new(x, y, width, height, rotation);

        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Sample(Photo, region, 4, 1, 0, CropBorder.Zero, SamplingConvention.OpenCv));
        Assert.Contains(region.ToString(), error.Message);
    }

    [Fact]
    public void A_destination_that_is_too_short_is_an_error_and_what_lies_behind_stays()
    {
        float[] tensor = [.. Enumerable.Repeat(77f, (8 * 8 * 3) + 5)];
        RotatedRectangle region = new(30, 20, 10, 10, 0.1);

        RotatedCrop.Sample(Photo, region, 8, tensor, 0, 0, CropBorder.Zero, SamplingConvention.OpenCv);

        Assert.All(tensor[..(8 * 8 * 3)], value => Assert.Equal(0, value));
        Assert.All(tensor[(8 * 8 * 3)..], value => Assert.Equal(77, value));
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => RotatedCrop.Sample(Photo, region, 9, tensor, 1, 0, CropBorder.Zero, SamplingConvention.OpenCv));
        Assert.Contains("needs 243 floats, found 197", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => RotatedCrop.Sample(Photo, region, 0, tensor, 1, 0, CropBorder.Zero, SamplingConvention.OpenCv));
    }

    [Fact]
    public void Sampling_allocates_nothing()
    {
        float[] tensor = new float[192 * 192 * 3];
        RotatedRectangle region = new(30, 20, 50, 50, 0.2);
        void Run() => RotatedCrop.Sample(Photo, region, 192, tensor, 1, 0, CropBorder.Replicate, SamplingConvention.PixelCentres);
        Run();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static float[] Sample(
        Picture picture, RotatedRectangle region, int size, float scale, float offset, CropBorder border, SamplingConvention convention)
    {
        float[] tensor = new float[size * size * 3];
        RotatedCrop.Sample(picture, region, size, tensor, scale, offset, border, convention);
        return tensor;
    }

    /// <summary>The definition, in double precision: cell to region to picture, then the four neighbours by their distances.</summary>
    private static double[] Reference(Picture picture, RotatedRectangle region, int size, CropBorder border, SamplingConvention convention)
    {
        bool isFixedPoint = convention == SamplingConvention.OpenCv;
        double half = isFixedPoint ? 0 : 0.5;
        double[] tensor = new double[size * size * 3];
        for (int i = 0; i < tensor.Length; i++)
        {
            double u = ((i / 3 % size) + half - (size / 2.0)) / size * region.Width;
            double v = ((i / 3 / size) + half - (size / 2.0)) / size * region.Height;
            double x = region.CentreX + (u * Math.Cos(region.Rotation)) - (v * Math.Sin(region.Rotation)) - half;
            double y = region.CentreY + (u * Math.Sin(region.Rotation)) + (v * Math.Cos(region.Rotation)) - half;
            if (isFixedPoint)
            {
                (x, y) = (Math.Round(x * 32) / 32, Math.Round(y * 32) / 32);
            }

            foreach (double column in (double[])[Math.Floor(x), Math.Floor(x) + 1])
            {
                foreach (double row in (double[])[Math.Floor(y), Math.Floor(y) + 1])
                {
                    tensor[i] += (1 - Math.Abs(x - column)) * (1 - Math.Abs(y - row)) * Value(picture, column, row, i % 3, border);
                }
            }

            tensor[i] = isFixedPoint ? Math.Floor(tensor[i] + 0.5) : tensor[i];
        }

        return tensor;
    }

    private static double Value(Picture picture, double column, double row, int channel, CropBorder border)
    {
        double x = Math.Clamp(column, 0, picture.Width - 1), y = Math.Clamp(row, 0, picture.Height - 1);
        bool isOutside = x != column || y != row;
        return isOutside && border == CropBorder.Zero ? 0 : picture.Pixels.Span[(int)((((y * picture.Width) + x) * 3) + channel)];
    }

    private static void AssertClose(double[] expected, float[] actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < actual.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance, $"{what}: [{i}] expected {expected[i]}, found {actual[i]}");
        }
    }
}
