// Reads regions: sampling, filters, energies. One for each thread, so that frames of a video leave no garbage.
namespace SmileNotebooks;

/// <summary>Buffers for patches, and what is read from them.</summary>
internal sealed class PatchReader
{
    private const int Bins = 1024;
    private const float BinsPerContrast = 1600; // bins of .0006, up to .64
    private const double MedianOfNormal = 0.6744897501960817; // of |z|
    private const int LineRadius = 6;
    private const double FineScale = 0.12, CoarseScale = 0.24; // centimetres, of the eyes' sharpness

    // A mean square of contrast: under it there is no edge at all, and the ratio of two energies is that of rounding.
    private const double LeastEdges = 1e-8;

    [ThreadStatic]
    private static PatchReader? s_own;

    private readonly float[] _x = new float[WrinkleRegions.LargestCount];
    private readonly float[] _y = new float[WrinkleRegions.LargestCount];
    private readonly float[] _light = new float[WrinkleRegions.LargestCount];
    private readonly float[] _smooth = new float[WrinkleRegions.LargestCount];
    private readonly float[] _first = new float[WrinkleRegions.LargestCount];
    private readonly float[] _second = new float[WrinkleRegions.LargestCount];
    private readonly float[] _xx = new float[WrinkleRegions.LargestCount];
    private readonly float[] _xy = new float[WrinkleRegions.LargestCount];
    private readonly float[] _yy = new float[WrinkleRegions.LargestCount];
    private readonly int[] _along = new int[Bins];
    private readonly int[] _across = new int[Bins];
    private readonly float[] _kernels = LineKernels.NewBuffer();

    /// <summary>The reader of this thread.</summary>
    public static PatchReader Own => s_own ??= new PatchReader();

    /// <summary>Samples of the last patch's log luminance: what <see cref="Read"/> left.</summary>
    public ReadOnlySpan<float> Light => _light;

    /// <summary>Reads one region.</summary>
    /// <param name="shape">The region.</param>
    /// <param name="isLeft">On the subject's left.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="landmarks">478 points in pixels.</param>
    /// <param name="scale">The picture's scale.</param>
    public RegionReading Read(PatchShape shape, bool isLeft, Picture picture, ReadOnlySpan<Point3> landmarks, PixelScale scale)
    {
        Sample(shape, isLeft, picture, landmarks, scale);
        double visible = VisibleArea(shape, isLeft, scale);
        (double outside, double white, double black) = Exposure(shape, picture);
        PatchSampler.TakeLogarithm(_light.AsSpan(0, shape.Count));
        Derive(shape, LineKernels.Fill(_kernels, scale.SigmaFor(WrinkleLimits.LineScale), LineRadius));
        Array.Clear(_along);
        Array.Clear(_across);
        double along = 0, across = 0;
        float unit = (float)Math.Pow(WrinkleLimits.LineScale * WrinkleLimits.SamplesPerCentimetre, 2);
        for (int i = 0; i < shape.Inside.Length; i++)
        {
            int at = shape.Inside[i];
            float line = unit * ((shape.XX[i] * _xx[at]) + (shape.XY[i] * _xy[at]) + (shape.YY[i] * _yy[at]));
            float other = (unit * (_xx[at] + _yy[at])) - line;
            along += line * line;
            across += other * other;
            _along[Bin(line)]++;
            _across[Bin(other)]++;
        }

        double texture = Percentile(_across, 0.5, shape.Inside.Length) / MedianOfNormal;
        return new RegionReading(
            visible, outside, white, black, along / shape.Inside.Length, across / shape.Inside.Length, texture * texture,
            Percentile(_along, 0.98, shape.Inside.Length));
    }

    /// <summary>Energy of the eye's edges on a fine scale over that on a scale twice as coarse, each in units of contrast: falls as the picture is blurred.</summary>
    public double Sharpness(bool isLeft, Picture picture, ReadOnlySpan<Point3> landmarks, PixelScale scale)
    {
        PatchShape shape = WrinkleRegions.Eye;
        Sample(shape, isLeft, picture, landmarks, scale);
        PatchSampler.TakeLogarithm(_light.AsSpan(0, shape.Count));
        double fine = EdgeEnergy(shape, scale, FineScale), coarse = EdgeEnergy(shape, scale, CoarseScale);
        return coarse > LeastEdges * shape.Inside.Length ? Math.Pow(FineScale / CoarseScale, 4) * fine / coarse : 0;
    }

    /// <summary>Contrast of the strongest line across the bridge of the nose: the greatest of the rows' means, over both halves of the face.</summary>
    public double LineOverBridge(Picture picture, ReadOnlySpan<Point3> landmarks, PixelScale scale)
    {
        PatchShape shape = WrinkleRegions.Bridge;
        Span<double> rows = stackalloc double[shape.Rows];
        rows.Clear();
        foreach (bool isLeft in (ReadOnlySpan<bool>)[false, true])
        {
            Sample(shape, isLeft, picture, landmarks, scale);
            PatchSampler.TakeLogarithm(_light.AsSpan(0, shape.Count));
            Derive(shape, LineKernels.Fill(_kernels, scale.SigmaFor(WrinkleLimits.LineScale), LineRadius));
            for (int row = PatchShape.Margin; row < shape.Rows - PatchShape.Margin; row++)
            {
                for (int column = PatchShape.Margin; column < shape.Columns - PatchShape.Margin; column++)
                {
                    rows[row] += _yy[(row * shape.Columns) + column];
                }
            }
        }

        double unit = Math.Pow(WrinkleLimits.LineScale * WrinkleLimits.SamplesPerCentimetre, 2);
        double strongest = 0;
        foreach (double sum in rows)
        {
            strongest = Math.Max(strongest, unit * Math.Abs(sum) / (2 * (shape.Columns - (2 * PatchShape.Margin))));
        }

        return strongest;
    }

    /// <summary>Samples a patch's linear light into <see cref="Light"/>.</summary>
    public void Sample(PatchShape shape, bool isLeft, Picture picture, ReadOnlySpan<Point3> landmarks, PixelScale scale)
    {
        Span<float> x = _x.AsSpan(0, shape.Count), y = _y.AsSpan(0, shape.Count);
        shape.Place(landmarks, isLeft, x, y);
        PatchSampler.Sample(picture, x, y, shape.Columns, scale.Parts, _light.AsSpan(0, shape.Count));
    }

    private static int Bin(float contrast) => (int)Math.Min(Bins - 1, Math.Abs(contrast) * BinsPerContrast);

    private static double Percentile(int[] bins, double share, int count)
    {
        double wanted = share * count;
        for (int i = 0; i < bins.Length; i++)
        {
            if (wanted <= bins[i])
            {
                return (i + (bins[i] > 0 ? wanted / bins[i] : 0)) / BinsPerContrast;
            }

            wanted -= bins[i];
        }

        return bins.Length / BinsPerContrast;
    }

    private void Derive(PatchShape shape, LineKernels kernels)
    {
        ReadOnlySpan<float> light = _light.AsSpan(0, shape.Count);
        Span<float> smooth = _smooth.AsSpan(0, shape.Count), first = _first.AsSpan(0, shape.Count), second = _second.AsSpan(0, shape.Count);
        LinePass.Correlate(light, kernels.Smooth, 1, smooth);
        LinePass.Correlate(light, kernels.First, 1, first);
        LinePass.Correlate(light, kernels.Second, 1, second);
        LinePass.Correlate(second, kernels.Smooth, shape.Columns, _xx.AsSpan(0, shape.Count));
        LinePass.Correlate(first, kernels.First, shape.Columns, _xy.AsSpan(0, shape.Count));
        LinePass.Correlate(smooth, kernels.Second, shape.Columns, _yy.AsSpan(0, shape.Count));
    }

    private double EdgeEnergy(PatchShape shape, PixelScale scale, double centimetres)
    {
        ReadOnlySpan<float> light = _light.AsSpan(0, shape.Count);
        LineKernels kernels = LineKernels.Fill(_kernels, scale.SigmaFor(centimetres), LineKernels.LargestRadius);
        LinePass.Correlate(light, kernels.Smooth, 1, _smooth.AsSpan(0, shape.Count));
        LinePass.Correlate(light, kernels.Second, 1, _second.AsSpan(0, shape.Count));
        LinePass.Correlate(_second.AsSpan(0, shape.Count), kernels.Smooth, shape.Columns, _xx.AsSpan(0, shape.Count));
        LinePass.Correlate(_smooth.AsSpan(0, shape.Count), kernels.Second, shape.Columns, _yy.AsSpan(0, shape.Count));
        double sum = 0;
        foreach (int at in shape.Inside)
        {
            double edge = _xx[at] + _yy[at];
            sum += edge * edge;
        }

        return sum;
    }

    private double VisibleArea(PatchShape shape, bool isLeft, PixelScale scale)
    {
        double sum = 0;
        foreach (int at in shape.Inside)
        {
            int right = at + 1, below = at + shape.Columns;
            sum += ((_x[right] - _x[at]) * (_y[below] - _y[at])) - ((_y[right] - _y[at]) * (_x[below] - _x[at]));
        }

        // The left side's patch is a mirror image: its area counts backwards.
        return (isLeft ? -sum : sum) / (scale.PixelsPerCentimetre * scale.PixelsPerCentimetre * shape.FrontalArea);
    }

    private (double Outside, double White, double Black) Exposure(PatchShape shape, Picture picture)
    {
        int outside = 0, white = 0, black = 0;
        foreach (int at in shape.Inside)
        {
            outside += _x[at] < 0 || _y[at] < 0 || _x[at] > picture.Width || _y[at] > picture.Height ? 1 : 0;
            white += _light[at] > WrinkleLimits.White ? 1 : 0;
            black += _light[at] < WrinkleLimits.Black ? 1 : 0;
        }

        double count = shape.Inside.Length;
        return (outside / count, white / count, black / count);
    }
}
