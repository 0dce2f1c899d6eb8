// BlazeFace, short range (Bazarevsky et al., 2019, arXiv:1907.05047): 896 anchors on a 128 x 128 letterboxed picture.
using System.Runtime.InteropServices;

namespace SmileNotebooks;

/// <summary>Finds faces. Not thread-safe: one a worker. Allocates nothing a call once its buffers have grown.</summary>
internal sealed class FaceDetector : IDisposable
{
    private const int InputSize = 128;
    private const int AnchorCount = 896;
    private const int ValuesPerAnchor = 16;

    /// <summary>Measured: a face that fills an eighth of the square that the model sees is found, a smaller one often not.</summary>
    private const double SmallestFaceInView = 1.0 / 8;

    private static readonly (float X, float Y)[] Anchors = MakeAnchors();

    private readonly Network _network;
    private readonly SamplingConvention _sampling;
    private readonly float _sameFaceOverlap;
    private readonly float[] _regressors;
    private readonly float[] _classificators;
    private readonly List<Detection> _candidates = new(AnchorCount);
    private readonly List<Detection> _faces = [];
    private bool[] _taken = new bool[AnchorCount];

    /// <param name="network">The model.</param>
    /// <param name="sampling">How the runtime that is followed samples pictures.</param>
    /// <param name="sameFaceOverlap">Boxes that overlap by more (area of the intersection over that of the union) are one face.</param>
    public FaceDetector(Network network, SamplingConvention sampling, float sameFaceOverlap)
    {
        _network = network;
        _sampling = sampling;
        _sameFaceOverlap = sameFaceOverlap;
        _regressors = network.Output("regressors");
        _classificators = network.Output("classificators");
    }

    /// <summary>The faces in a picture, the most certain first. The span is valid until the next call.</summary>
    /// <param name="picture">Where to look.</param>
    /// <param name="minimumScore">How certain a face must be, 0 to 1.</param>
    /// <param name="smallestFace">As a fraction of the picture's longer side. The whole picture is looked at first, as MediaPipe
    /// does; while no face is found, smaller and smaller tiles of it, down to those in which such a face is large enough.</param>
    public ReadOnlySpan<Detection> Detect(Picture picture, double minimumScore, double smallestFace = SmallestFaceInView)
    {
        _faces.Clear();
        for (double tile = 1; _faces.Count == 0; tile /= 2)
        {
            LookAtTiles(picture, Math.Max(picture.Width, picture.Height) * tile, (float)minimumScore);
            Merge();
            if (tile * SmallestFaceInView <= smallestFace)
            {
                break;
            }
        }

        return CollectionsMarshal.AsSpan(_faces);
    }

    public void Dispose() => _network.Dispose();

    /// <summary>Looks at squares of a side that cover the picture and overlap by half, so that a face that one cuts is whole in another.</summary>
    private void LookAtTiles(Picture picture, double side, float minimumScore)
    {
        _candidates.Clear();
        int columns = TileCount(picture.Width, side);
        int rows = TileCount(picture.Height, side);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                // One tile along a side lies in its middle: this is MediaPipe's letterbox, zero around the picture.
                double centreX = TileCentre(picture.Width, side, column, columns);
                double centreY = TileCentre(picture.Height, side, row, rows);
                RotatedRectangle tile = new(centreX, centreY, side, side, 0);
                RotatedCrop.Sample(picture, tile, InputSize, _network.Input, 2f / 255f, -1f, CropBorder.Zero, _sampling);
                _network.Run();
                Decode((float)(centreX - (side / 2)), (float)(centreY - (side / 2)), (float)side, minimumScore);
            }
        }
    }

    private static int TileCount(int length, double side) => Math.Max(1, (int)Math.Ceiling((2 * length / side) - 1));

    private static double TileCentre(int length, double side, int index, int count) =>
        count == 1 ? length / 2.0 : (side / 2) + (index * (length - side) / (count - 1));

    private void Decode(float left, float top, float side, float minimumScore)
    {
        for (int i = 0; i < AnchorCount; i++)
        {
            float score = 1 / (1 + MathF.Exp(-Math.Clamp(_classificators[i], -100f, 100f)));
            if (score < minimumScore)
            {
                continue;
            }

            ReadOnlySpan<float> raw = _regressors.AsSpan(i * ValuesPerAnchor, ValuesPerAnchor);
            (float anchorX, float anchorY) = Anchors[i];
            float X(float value) => (((value / InputSize) + anchorX) * side) + left;
            float Y(float value) => (((value / InputSize) + anchorY) * side) + top;
            _candidates.Add(new Detection
            {
                Score = score,
                Left = X(raw[0] - (raw[2] / 2)),
                Top = Y(raw[1] - (raw[3] / 2)),
                Right = X(raw[0] + (raw[2] / 2)),
                Bottom = Y(raw[1] + (raw[3] / 2)),
                RightEyeX = X(raw[4]),
                RightEyeY = Y(raw[5]),
                LeftEyeX = X(raw[6]),
                LeftEyeY = Y(raw[7]),
            });
        }
    }

    /// <summary>Weighted non-maximum suppression: the boxes of one face are averaged, weighted by their scores.</summary>
    private void Merge()
    {
        Span<Detection> sorted = CollectionsMarshal.AsSpan(_candidates);
        sorted.Sort(static (a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Left.CompareTo(b.Left));
        if (_taken.Length < sorted.Length)
        {
            _taken = new bool[2 * sorted.Length];
        }

        _taken.AsSpan(0, sorted.Length).Clear();
        for (int i = 0; i < sorted.Length; i++)
        {
            if (!_taken[i])
            {
                _faces.Add(MeanOfFace(sorted, i));
            }
        }
    }

    /// <summary>The weighted mean of a box and of those that overlap it and belong to no face yet.</summary>
    private Detection MeanOfFace(ReadOnlySpan<Detection> sorted, int first)
    {
        Detection sum = default;
        float weight = 0;
        for (int i = first; i < sorted.Length; i++)
        {
            if (!_taken[i] && (i == first || FaceBox.Overlap(sorted[first].Box, sorted[i].Box) > _sameFaceOverlap))
            {
                _taken[i] = true;
                weight += sorted[i].Score;
                Add(ref sum, sorted[i], sorted[i].Score);
            }
        }

        Detection mean = new() { Score = sorted[first].Score };
        Add(ref mean, sum, 1 / weight);
        return mean;
    }

    private static void Add(ref Detection sum, in Detection item, float weight)
    {
        sum.Left += item.Left * weight;
        sum.Top += item.Top * weight;
        sum.Right += item.Right * weight;
        sum.Bottom += item.Bottom * weight;
        sum.RightEyeX += item.RightEyeX * weight;
        sum.RightEyeY += item.RightEyeY * weight;
        sum.LeftEyeX += item.LeftEyeX * weight;
        sum.LeftEyeY += item.LeftEyeY * weight;
    }

    /// <summary>Two anchors a cell of a 16 x 16 grid, then six a cell of an 8 x 8 grid, each in its cell's centre.</summary>
    private static (float X, float Y)[] MakeAnchors()
    {
        List<(float X, float Y)> anchors = [];
        foreach ((int grid, int perCell) in ((int, int)[])[(16, 2), (8, 6)])
        {
            for (int y = 0; y < grid; y++)
            {
                for (int x = 0; x < grid; x++)
                {
                    anchors.AddRange(Enumerable.Repeat(((x + 0.5f) / grid, (y + 0.5f) / grid), perCell));
                }
            }
        }

        return [.. anchors];
    }
}
