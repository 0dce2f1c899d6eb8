namespace SmileNotebooks;

/// <summary>Kinds of data that trials are made of.</summary>
public enum PipelineSourceKind
{
    /// <summary>Recordings of electromyograms, of which epochs were cut.</summary>
    Recordings,

    /// <summary>Measures of faces in clips.</summary>
    Clips,

    /// <summary>Epochs that were cut elsewhere; how, <see cref="Epochs.Steps"/> says.</summary>
    Epochs,
}

/// <summary>What a pipeline was run on. Immutable.</summary>
/// <param name="Kind">The kind of the data.</param>
/// <param name="Count">How many recordings, clips or epochs there were.</param>
/// <param name="SamplingRate">Samples a second (Hz) before amplitudes were binned.</param>
/// <param name="Unit">The unit of the amplitudes; empty for none.</param>
public sealed record PipelineSource(PipelineSourceKind Kind, int Count, double SamplingRate, string Unit)
{
    /// <summary>What was done before the pipeline began; empty for nothing.</summary>
    public string Before { get; init; } = "";

    /// <summary>As in <c>20 recordings at 100 Hz, mV</c>, or <c>48 clips</c>, whose frames are in bins already.</summary>
    public override string ToString() => Kind == PipelineSourceKind.Clips ? Plural.Of(Count, "clip") : FormattableString.Invariant(
        $"{Plural.Of(Count, Kind == PipelineSourceKind.Recordings ? "recording" : "epoch")} at {SamplingRate:0.######} Hz{(Unit.Length > 0 ? $", {Unit}" : "")}");
}
