using System.Collections.Immutable;

namespace SmileNotebooks;

/// <content>A simulated smile in time.</content>
public static partial class SimulatedSmiles
{
    // How far above the horizontal the corners have turned at the apex, about the middle of the lips at rest; assumed. Amplitudes are distances from it and know no direction.
    private const double RiseDegrees = 20;

    // Assumed: an open eye on the scale of FaceColumns.EyeOpeningRight.
    private const double OpenEye = 0.3;

    private const double EyePixels = 100;

    // Noise of action units (0 to 5) and of eyes in parts of that of the corners (lip widths); assumed.
    private const double IntensityNoise = 5, EyeNoise = 0.5;

    /// <summary>One smile in a clip, frame by frame: corners of the lips in lip widths at rest, AU12, AU6, the opening of the eyes; a head that does not move.</summary>
    /// <param name="movement">Default: a smile of one second with an amplitude of .15 lip widths at 50 frames a second, without noise.</param>
    /// <returns>A series of <see cref="FaceSeriesSource.Simulation"/>; the first frame is at 0 s. What is true of it, <paramref name="movement"/> says.</returns>
    /// <exception cref="ArgumentException">A number that cannot be.</exception>
    public static FaceSeries Series(SimulatedMovement? movement = null)
    {
        SimulatedMovement smile = movement ?? new();
        smile.Check();
        int count = (int)Math.Floor((smile.OffsetEnd + smile.Tail) * smile.FrameRate) + 1;
        double[] times = [.. Enumerable.Range(0, count).Select(frame => frame / smile.FrameRate)];
        double[] parts = [.. times.Select(smile.PartAt)];
        double[] cheeks = [.. times.Select(time => smile.PartAt(time - smile.CheekLag))];
        ImmutableSortedDictionary<string, ImmutableArray<double>>.Builder columns = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<double>>(StringComparer.Ordinal);

        // A stream for each column: one more changes nothing in the others.
        ulong stream = 0;
        void Add(string name, double noise, IEnumerable<double> values, double least = double.NegativeInfinity, double most = double.PositiveInfinity)
        {
            RandomStream random = new(smile.Seed, stream++);
            columns[name] = [.. values.Select(value => Math.Clamp(value + (noise * random.NextGaussian()), least, most))];
        }

        double rightAmplitude = smile.Amplitude * (1 - smile.Asymmetry);
        double leftAmplitude = smile.Amplitude * (1 + smile.Asymmetry);
        Add(FaceColumns.LipCornerRightX, smile.Noise, parts.Select(part => -Corner(part, rightAmplitude).Out));
        Add(FaceColumns.LipCornerRightY, smile.Noise, parts.Select(part => Corner(part, rightAmplitude).Up));
        Add(FaceColumns.LipCornerRightZ, 0, parts.Select(_ => 0.0));
        Add(FaceColumns.LipCornerLeftX, smile.Noise, parts.Select(part => Corner(part, leftAmplitude).Out));
        Add(FaceColumns.LipCornerLeftY, smile.Noise, parts.Select(part => Corner(part, leftAmplitude).Up));
        Add(FaceColumns.LipCornerLeftZ, 0, parts.Select(_ => 0.0));
        double intensityNoise = IntensityNoise * smile.Noise;
        Add(FaceColumns.ActionUnit(12), intensityNoise, parts.Select(part => part * smile.LipCornerPuller), 0, 5);
        Add(FaceColumns.ActionUnit(6), intensityNoise, cheeks.Select(part => part * smile.CheekRaiser), 0, 5);
        Add(FaceColumns.EyeOpeningRight, EyeNoise * smile.Noise, cheeks.Select(part => OpenEye * (1 - (smile.EyeClosing * part))), 0);
        Add(FaceColumns.EyeOpeningLeft, EyeNoise * smile.Noise, cheeks.Select(part => OpenEye * (1 - (smile.EyeClosing * part))), 0);
        Add(FaceColumns.Confidence, 0, parts.Select(_ => 1.0));
        Add(FaceColumns.EyeDistance, 0, parts.Select(_ => EyePixels));
        Add(FaceColumns.MouthOpening, 0, parts.Select(_ => 0.0));
        foreach (string angle in (string[])[FaceColumns.Pitch, FaceColumns.Yaw, FaceColumns.Roll])
        {
            Add(angle, 0, parts.Select(_ => 0.0));
        }

        return new FaceSeries
        {
            Clip = "simulated smile",
            Face = 0,
            Source = FaceSeriesSource.Simulation,
            IntensityMaximum = 5,
            Times = [.. times],
            Frames = [.. Enumerable.Range(0, count)],
            Columns = columns.ToImmutable(),
            Simulated = FormattableString.Invariant($"simulated from chosen parameters, seed {smile.Seed}"),
        };
    }

    private static (double Out, double Up) Corner(double part, double amplitude)
    {
        (double sin, double cos) = Math.SinCos(RiseDegrees * Math.PI / 180 * part);
        double distance = 0.5 + (part * amplitude);
        return (distance * cos, distance * sin);
    }
}
