namespace SmileNotebooks.Cli.Measuring;

/// <summary>Somewhere that measured pictures are written to, one after the other in their order.</summary>
internal interface IMeasureReport : IDisposable
{
    void Add(MeasuredPicture picture);

    /// <summary>Ends the report; only now does its file appear under its name.</summary>
    void Complete();
}
