// Recordings, signals and bursts show themselves over time, spectra over frequency.
using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(Recording), typeof(RecordingDisplay))]
[assembly: Display(typeof(EmgSignal), typeof(EmgSignalDisplay))]
[assembly: Display(typeof(EmgBursts), typeof(EmgBurstsDisplay))]
[assembly: Display(typeof(PowerSpectrum), typeof(PowerSpectrumDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows the channels of a recording with its events.</summary>
internal sealed class RecordingDisplay : ValueDisplay<Recording>
{
    protected override string? Render(Recording value, string mimeType) => FigureDisplay.RenderFigure(value.ToFigure(), mimeType);
}

/// <summary>Shows a signal with the steps that made it.</summary>
internal sealed class EmgSignalDisplay : ValueDisplay<EmgSignal>
{
    protected override string? Render(EmgSignal value, string mimeType) => FigureDisplay.RenderFigure(value.ToFigure(), mimeType);
}

/// <summary>Shows bursts over their signal; as text a line for each.</summary>
internal sealed class EmgBurstsDisplay : ValueDisplay<EmgBursts>
{
    protected override string? Render(EmgBursts value, string mimeType) =>
        mimeType == MimeTypes.Plain ? value.ToString() : FigureDisplay.RenderFigure(value.ToFigure(), mimeType);
}

/// <summary>Shows a spectrum.</summary>
internal sealed class PowerSpectrumDisplay : ValueDisplay<PowerSpectrum>
{
    protected override string? Render(PowerSpectrum value, string mimeType) => FigureDisplay.RenderFigure(value.ToFigure(), mimeType);
}
