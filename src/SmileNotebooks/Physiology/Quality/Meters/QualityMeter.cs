namespace SmileNotebooks;

/// <summary>Measures something of a channel whose samples come block by block.</summary>
internal abstract class QualityMeter
{
    /// <summary>Takes the next samples: finite, or NaN for a gap.</summary>
    public abstract void Add(ReadOnlySpan<double> samples);

    /// <summary>There are no more samples.</summary>
    public virtual void End()
    {
    }
}
