// A painted clip sent through the whole pipeline, beside its truth.
using System.Globalization;

namespace SmileNotebooks.Tests.Smiles.Painting;

/// <summary>What became of the only smile of a clip: errors of its times in frames, positive for late.</summary>
internal sealed record PaintedRecovery(double Onset, double Apex, double Offset, double End, double Amplitude, int Episodes)
{
    /// <summary>The largest error of onset, apex and offset.</summary>
    public double Worst => Math.Max(Math.Abs(Onset), Math.Max(Math.Abs(Apex), Math.Abs(Offset)));

    /// <summary>Tracks the face of a clip and measures it.</summary>
    public static FaceSeries SeriesOf(IFrameSource source) =>
        Assert.Single(FaceVideo.Measure(source, PaintedPhotos.Faces, cancellation: TestContext.Current.CancellationToken).Series);

    /// <summary>Finds the smile.</summary>
    /// <param name="series">What was measured of the clip.</param>
    /// <param name="frameRate">Frames per second.</param>
    /// <param name="truth">Its only smile.</param>
    /// <param name="options">What is timed.</param>
    public static PaintedRecovery Of(FaceSeries series, double frameRate, PaintedSmile truth, SmileDynamicsOptions options)
    {
        SmileDynamics dynamics = SmileDynamics.Measure(series, options);
        if (dynamics.Episodes.Length != 1)
        {
            return new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, dynamics.Episodes.Length);
        }

        SmileEpisode episode = dynamics.Episodes[0];
        return new(
            (episode.OnsetStart - truth.Onset) * frameRate,
            (episode.ApexStart - truth.Apex) * frameRate,
            (episode.OffsetStart - truth.Offset) * frameRate,
            (episode.OffsetEnd - truth.End) * frameRate,
            episode.OnsetAmplitude,
            1);
    }

    public override string ToString() => Episodes == 1
        ? string.Create(CultureInfo.InvariantCulture, $"onset {Onset:+0.0;-0.0}, apex {Apex:+0.0;-0.0}, offset {Offset:+0.0;-0.0}, end {End:+0.0;-0.0} frames, amplitude {Amplitude:0.000}")
        : string.Create(CultureInfo.InvariantCulture, $"{Episodes} smiles found");
}
