using System.Numerics;

namespace SmileNotebooks.Tests.FaceTables;

public sealed class LandmarkMeasuresTests : TableText
{
    private static readonly string[] s_lips = [FaceColumns.LipCornerRightX, FaceColumns.LipCornerRightY, FaceColumns.LipCornerLeftX, FaceColumns.LipCornerLeftY];

    [Fact]
    public void Position_size_and_tilt_of_the_head_do_not_move_the_corners_of_the_lips()
    {
        RandomStream random = new(3);
        List<Func<int, Complex, Complex>> places = [(_, point) => point];
        for (int i = 0; i < 40; i++)
        {
            Complex turn = Complex.FromPolarCoordinates(.3 + (2 * random.NextDouble()), random.NextDouble() - .5);
            Complex shift = new(500 * random.NextDouble(), 500 * random.NextDouble());
            places.Add((_, point) => (turn * point) + shift);
        }

        FaceSeries series = FaceSeries.Load(Write(WithPoints(places)));
        foreach (string name in s_lips)
        {
            Assert.All(series[name], value => Assert.Equal(series[name][0], value, 1e-12));
        }

        // The face of the test: corners at (120, 170) and (180, 170), eyes from (100, 100) to (200, 100).
        Assert.Equal([-.3, -.7, .3, -.7], s_lips.Select(name => series[name][0]), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(100, series[FaceColumns.EyeDistance][0], 1e-9);
        Assert.Equal(11.0 / 30, series[FaceColumns.EyeOpeningRight][7], 1e-12);
        Assert.Equal(12.0 / 30, series[FaceColumns.EyeOpeningLeft][7], 1e-12);
        Assert.Equal(.1, series[FaceColumns.MouthOpening][7], 1e-12);
    }

    [Fact]
    public void A_pulled_corner_is_seen_on_its_own_side_and_in_eye_distances()
    {
        FaceSeries series = FaceSeries.Load(Write(WithPoints([
            (_, point) => point, (number, point) => number == 54 ? point + new Complex(10, -20) : point, (number, point) => number == 48 ? point + new Complex(-10, -20) : point])));
        Assert.Equal([.3, .4, .3], series[FaceColumns.LipCornerLeftX], (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([-.7, -.5, -.7], series[FaceColumns.LipCornerLeftY], (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([-.3, -.3, -.4], series[FaceColumns.LipCornerRightX], (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0, 0, 0], series[FaceColumns.LipCornerRightZ].AsEnumerable());
    }

    [Fact]
    public void Points_that_coincide_or_are_missing_give_no_numbers()
    {
        FaceSeries series = FaceSeries.Load(Write(WithPoints([
            (_, point) => point, (_, _) => new Complex(5, 5), (number, point) => number == 36 ? new Complex(double.NaN, 0) : point])));
        foreach (string name in (string[])[.. s_lips, FaceColumns.EyeOpeningRight])
        {
            Assert.Equal([false, true, true], series[name].Select(double.IsNaN));
        }

        FaceSeries nothing = FaceSeries.Load(Write(WithPoints([(_, _) => Complex.Zero])));
        Assert.True(double.IsNaN(nothing[FaceColumns.LipCornerLeftX][0]));
    }

    // What a head that turns or nods does to corners that do not move, on the canonical face seen from afar. docs/file-formats.md says these numbers.
    [Theory]
    [InlineData(10, 0, .005)]
    [InlineData(20, 0, .017)]
    [InlineData(0, 10, .011)]
    [InlineData(0, 20, .010)]
    public void Turn_and_nod_stay_in_the_corners(double yaw, double pitch, double amplitude) => Assert.Equal(amplitude, HeadTurns.LeftOver(yaw, pitch), .0006);
}
