// The corners of the mouth frame by frame, and the amplitude of their movement.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The columns of the lip corners: [frames, 6], right x, y, z and left x, y, z.</summary>
internal sealed class LipCorners
{
    private static readonly ImmutableArray<string> s_names =
    [
        FaceColumns.LipCornerRightX, FaceColumns.LipCornerRightY, FaceColumns.LipCornerRightZ,
        FaceColumns.LipCornerLeftX, FaceColumns.LipCornerLeftY, FaceColumns.LipCornerLeftZ,
    ];

    private readonly ImmutableArray<double>[] _columns;

    // Of the whole clip, of which each smile needs a stretch: made once and not for each smile.
    private double[]? _right;
    private double[]? _left;
    private (int First, int Last) _filled;

    private LipCorners(ImmutableArray<double>[] columns) => _columns = columns;

    /// <summary>Whether a series has them.</summary>
    public static bool Are(FaceSeries series) => s_names.All(series.Has);

    /// <exception cref="ArgumentException">The series lacks one of them.</exception>
    public static LipCorners Of(FaceSeries series)
    {
        string[] missing = [.. s_names.Where(name => !series.Has(name))];
        return missing.Length == 0
            ? new([.. s_names.Select(name => series[name])])
            : throw new ArgumentException($"{series.Clip}, face {series.Face}: there are no columns {string.Join(", ", missing)}, which the movement of the lip corners needs.");
    }

    /// <summary>The distance of the corners in each frame, in the unit of the columns; NaN where not measured.</summary>
    public double[] Widths()
    {
        double[] widths = new double[_columns[0].Length];
        for (int i = 0; i < widths.Length; i++)
        {
            widths[i] = Length(_columns[0][i] - _columns[3][i], _columns[1][i] - _columns[4][i], _columns[2][i] - _columns[5][i]);
        }

        return widths;
    }

    /// <summary>The median position of both corners over some frames.</summary>
    public double[] Median(ReadOnlySpan<int> frames)
    {
        double[] median = new double[_columns.Length];
        double[] values = new double[frames.Length];
        for (int column = 0; column < median.Length; column++)
        {
            for (int i = 0; i < frames.Length; i++)
            {
                values[i] = _columns[column][frames[i]];
            }

            median[column] = Quantiles.Of(values, 0.5);
        }

        return median;
    }

    /// <summary>D(t) in lip widths: half at rest, more in a smile. Dibeklioglu, Salah and Gevers (2012).</summary>
    /// <param name="rest">Both corners at rest (<see cref="Median"/>).</param>
    public double[] Amplitudes(ReadOnlySpan<double> rest)
    {
        double x = (rest[0] + rest[3]) / 2;
        double y = (rest[1] + rest[4]) / 2;
        double z = (rest[2] + rest[5]) / 2;
        double widths = 2 * Length(rest[0] - rest[3], rest[1] - rest[4], rest[2] - rest[5]);
        double[] amplitudes = new double[_columns[0].Length];
        for (int i = 0; i < amplitudes.Length; i++)
        {
            double right = Length(_columns[0][i] - x, _columns[1][i] - y, _columns[2][i] - z);
            double left = Length(_columns[3][i] - x, _columns[4][i] - y, _columns[5][i] - z);
            amplitudes[i] = (right + left) / widths;
        }

        return amplitudes;
    }

    /// <summary>The share of the way from rest to the apex that both corners have gone in some frames: 0 at rest, 1 at the apex.</summary>
    /// <param name="rest">Both corners at rest (<see cref="Median"/>).</param>
    /// <param name="apex">Both corners at the apex.</param>
    /// <param name="frames">Rows of the series.</param>
    public double[] Shares(ReadOnlySpan<double> rest, ReadOnlySpan<double> apex, ReadOnlySpan<int> frames)
    {
        double[] shares = new double[frames.Length];
        double square = 0;
        for (int column = 0; column < _columns.Length; column++)
        {
            double way = apex[column] - rest[column];
            square += way * way;
            for (int i = 0; i < frames.Length; i++)
            {
                shares[i] += way * (_columns[column][frames[i]] - rest[column]);
            }
        }

        for (int i = 0; i < frames.Length; i++)
        {
            shares[i] /= square;
        }

        return shares;
    }

    /// <summary>How far each corner is from where it rests, frame by frame, in lip widths; NaN beyond some frames. Good until the next call; not for several threads.</summary>
    /// <param name="rest">Both corners at rest (<see cref="Median"/>).</param>
    /// <param name="first">The first row.</param>
    /// <param name="last">Behind the last row.</param>
    public (double[] Right, double[] Left) Ways(ReadOnlySpan<double> rest, int first, int last)
    {
        double width = Length(rest[0] - rest[3], rest[1] - rest[4], rest[2] - rest[5]);
        double[] right = _right ??= Missing();
        double[] left = _left ??= Missing();
        right.AsSpan(_filled.First, _filled.Last - _filled.First).Fill(double.NaN);
        left.AsSpan(_filled.First, _filled.Last - _filled.First).Fill(double.NaN);
        _filled = (first, last);
        for (int i = first; i < last; i++)
        {
            right[i] = Length(_columns[0][i] - rest[0], _columns[1][i] - rest[1], _columns[2][i] - rest[2]) / width;
            left[i] = Length(_columns[3][i] - rest[3], _columns[4][i] - rest[4], _columns[5][i] - rest[5]) / width;
        }

        return (right, left);
    }

    /// <summary>How far each corner is between its median positions of two sets of frames, in the unit of the columns.</summary>
    public (double Right, double Left) WaysBetween(ReadOnlySpan<int> before, ReadOnlySpan<int> after)
    {
        double[] from = Median(before);
        double[] to = Median(after);
        return (Length(to[0] - from[0], to[1] - from[1], to[2] - from[2]), Length(to[3] - from[3], to[4] - from[4], to[5] - from[5]));
    }

    private double[] Missing()
    {
        double[] values = new double[_columns[0].Length];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static double Length(double x, double y, double z) => Math.Sqrt((x * x) + (y * y) + (z * z));
}
