// A painted clip sent through the whole pipeline, beside its truth.
using System.Globalization;

namespace SmileNotebooks.Tests.Smiles.Painting;

/// <summary>What became of the only smile of a clip: errors of its times in frames, positive for late.</summary>
internal sealed record PaintedRecovery(double Onset, double Apex, double Offset, double End, double Amplitude, int Episodes)
{
    /// <summary>The largest error of onset, apex and offset.</summary>
    public double Worst => Math.Max(Math.Abs(Onset), Math.Max(Math.Abs(Apex), Math.Abs(Offset)));

    /// <summary>Tracks, measures and finds the smile.</summary>
    /// <param name="source">The clip, or the file that it was written to.</param>
    /// <param name="truth">Its only smile.</param>
    /// <param name="signal">What is timed.</param>
    public static PaintedRecovery Of(IFrameSource source, PaintedSmile truth, SmileSignal signal) =>
        Of(Assert.Single(FaceVideo.Measure(source, PaintedPhotos.Faces, cancellation: TestContext.Current.CancellationToken).Series), source.FrameRate!.Value, truth, signal);

    public static PaintedRecovery Of(FaceSeries series, double frameRate, PaintedSmile truth, SmileSignal signal)
    {
        SmileDynamics dynamics = SmileDynamics.Measure(series, new() { Signal = signal });
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
