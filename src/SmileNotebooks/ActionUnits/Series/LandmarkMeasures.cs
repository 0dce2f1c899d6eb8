// Lips and eyes from 68 landmarks in two dimensions (the numbering of iBUG, which OpenFace and py-feat use).
using System.Numerics;

namespace SmileNotebooks;

/// <summary>Measures the columns that smiles in time are read from. The corners of the lips are freed of position, size and tilt of the head; turn and nod stay in them.</summary>
/// <remarks>Frames are laid over each other by the corners of the eyes and the bridge of the nose, which no smile moves: a similarity in the plane (least squares) onto
/// their mean over the clip (generalised Procrustes analysis; Gower, 1975, Psychometrika 40, 33-51). docs/file-formats.md says what turn and nod leave.</remarks>
internal static class LandmarkMeasures
{
    private const int RightOuter = 36, LeftOuter = 45, RightLip = 48, LeftLip = 54;

    // Three rounds: after the first one the mean moves by less than the noise of the points.
    private const int Rounds = 3;

    private static readonly int[] Steady = [36, 39, 42, 45, 27, 28, 29, 30];

    /// <param name="frames">The 68 points of each frame, pixels, y down; null where the face was not found.</param>
    public static IEnumerable<(string Name, double[] Values)> Of(Complex[]?[] frames)
    {
        Complex[] mean = Mean(frames);
        Complex[] right = new Complex[frames.Length];
        Complex[] left = new Complex[frames.Length];
        for (int i = 0; i < frames.Length; i++)
        {
            (Complex factor, Complex shift) = frames[i] is { } points ? Fit(SteadyOf(points), mean) : (Missing, Missing);
            right[i] = frames[i] is { } r ? (factor * r[RightLip]) + shift : Missing;
            left[i] = frames[i] is { } l ? (factor * l[LeftLip]) + shift : Missing;
        }

        // Pictures count down, faces up.
        yield return (FaceColumns.LipCornerRightX, [.. right.Select(point => point.Real)]);
        yield return (FaceColumns.LipCornerRightY, [.. right.Select(point => -point.Imaginary)]);
        yield return (FaceColumns.LipCornerRightZ, [.. right.Select(point => double.IsNaN(point.Real) ? double.NaN : 0)]);
        yield return (FaceColumns.LipCornerLeftX, [.. left.Select(point => point.Real)]);
        yield return (FaceColumns.LipCornerLeftY, [.. left.Select(point => -point.Imaginary)]);
        yield return (FaceColumns.LipCornerLeftZ, [.. left.Select(point => double.IsNaN(point.Real) ? double.NaN : 0)]);
        yield return (FaceColumns.EyeOpeningRight, Each(frames, p => (Distance(p, 37, 41) + Distance(p, 38, 40)) / (2 * Distance(p, 36, 39))));
        yield return (FaceColumns.EyeOpeningLeft, Each(frames, p => (Distance(p, 43, 47) + Distance(p, 44, 46)) / (2 * Distance(p, 42, 45))));
        yield return (FaceColumns.MouthOpening, Each(frames, p => Distance(p, 62, 66) / Distance(p, RightLip, LeftLip)));
        yield return (FaceColumns.EyeDistance, Each(frames, p => Distance(p, RightOuter, LeftOuter)));
    }

    private static Complex Missing => new(double.NaN, double.NaN);

    private static double[] Each(Complex[]?[] frames, Func<Complex[], double> measure) =>
        [.. frames.Select(points => points is null ? double.NaN : measure(points)).Select(value => double.IsFinite(value) ? value : double.NaN)];

    private static double Distance(Complex[] points, int first, int second) => (points[first] - points[second]).Magnitude;

    private static Complex[] SteadyOf(Complex[] points) => [.. Steady.Select(number => points[number])];

    /// <summary>The steady points of the clip: outer corners of the eyes at -.5 and .5 of the horizontal.</summary>
    private static Complex[] Mean(Complex[]?[] frames)
    {
        Complex[][] seen = [.. frames.Where(points => points is not null).Select(points => SteadyOf(points!)).Where(points => IsFinite(Upright(points)))];
        if (seen.Length == 0)
        {
            return [.. Steady.Select(_ => Missing)];
        }

        Complex[] mean = Upright(seen[0]);
        for (int round = 0; round < Rounds; round++)
        {
            Complex[] sum = new Complex[Steady.Length];
            foreach (Complex[] points in seen)
            {
                (Complex factor, Complex shift) = Fit(points, mean);
                for (int i = 0; i < sum.Length; i++)
                {
                    sum[i] += (factor * points[i]) + shift;
                }
            }

            mean = Upright(sum);
        }

        return mean;
    }

    private static bool IsFinite(Complex[] points) => points.All(point => double.IsFinite(point.Real) && double.IsFinite(point.Imaginary));

    private static Complex[] Upright(Complex[] steady)
    {
        Complex right = steady[Array.IndexOf(Steady, RightOuter)];
        Complex left = steady[Array.IndexOf(Steady, LeftOuter)];
        return [.. steady.Select(point => Quotient(point - ((right + left) / 2), left - right))];
    }

    /// <summary>The factor (size and rotation) and the shift that bring points nearest to others, by least squares.</summary>
    private static (Complex Factor, Complex Shift) Fit(Complex[] from, Complex[] to)
    {
        Complex fromCentre = from.Aggregate((sum, point) => sum + point) / from.Length;
        Complex toCentre = to.Aggregate((sum, point) => sum + point) / to.Length;
        Complex product = Complex.Zero;
        double square = 0;
        for (int i = 0; i < from.Length; i++)
        {
            Complex centred = from[i] - fromCentre;
            product += Complex.Conjugate(centred) * (to[i] - toCentre);
            square += (centred.Real * centred.Real) + (centred.Imaginary * centred.Imaginary);
        }

        Complex factor = square > 0 ? product / square : Missing;
        return (factor, toCentre - (factor * fromCentre));
    }

    // Points that coincide have no direction.
    private static Complex Quotient(Complex dividend, Complex divisor) => divisor == Complex.Zero ? Missing : dividend / divisor;
}
