using System.Runtime.Intrinsics;

namespace SmileNotebooks;

/// <summary>The points at which a crop is sampled, as (x, y) relative to where the convention has pixel values.</summary>
internal readonly struct CropGrid
{
    // Coordinates so far outside that they are all the same; keeps products with columns and rows finite.
    private const double Far = 1e200;

    public CropGrid(in RotatedRectangle region, int columns, int rows, SamplingConvention convention)
    {
        region.ThrowIfNotFinite();
        Columns = columns;
        Rows = rows;
        IsFixedPoint = convention == SamplingConvention.OpenCv;
        double half = convention == SamplingConvention.PixelCentres ? 0.5 : 0;
        (double sin, double cos) = Math.SinCos(region.Rotation);
        ColumnStep = Bounded(cos * region.Width / columns, sin * region.Width / columns);
        RowStep = Bounded(-sin * region.Height / rows, cos * region.Height / rows);
        Start = Bounded(region.CentreX - half, region.CentreY - half)
            + (ColumnStep * Vector128.Create(half - (columns * 0.5)))
            + (RowStep * Vector128.Create(half - (rows * 0.5)));
    }

    public int Columns { get; }

    public int Rows { get; private init; }

    /// <summary>Whether positions are rounded to 1/32 pixel and values to whole numbers.</summary>
    public bool IsFixedPoint { get; }

    /// <summary>The sample of row 0 and column 0.</summary>
    public Vector128<double> Start { get; private init; }

    public Vector128<double> ColumnStep { get; }

    public Vector128<double> RowStep { get; }

    /// <summary>Some of the rows.</summary>
    public CropGrid Slice(int firstRow, int rows) => this with
    {
        Rows = rows,
        Start = Start + (RowStep * Vector128.Create((double)firstRow)),
    };

    private static Vector128<double> Bounded(double x, double y) =>
        Vector128.Create(Math.Clamp(x, -Far, Far), Math.Clamp(y, -Far, Far));
}
