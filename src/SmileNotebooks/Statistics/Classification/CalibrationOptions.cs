// What may be chosen in calibration.
namespace SmileNotebooks;

/// <summary>How rows are put into groups for a calibration curve.</summary>
public enum CalibrationGroups
{
    /// <summary>Groups of about equal size, cut at quantiles of the probabilities; tied probabilities stay together. The default.</summary>
    Quantiles,

    /// <summary>Equal steps of probability; empty groups are left out.</summary>
    EqualWidth,
}

/// <summary>Options of <see cref="Calibration"/>.</summary>
public sealed record CalibrationOptions
{
    /// <summary>How many groups, for the curve and for the test of Hosmer and Lemeshow. Default: 10.</summary>
    public int Groups { get; init; } = 10;

    /// <summary>How the curve's groups are cut. The test always cuts at quantiles. Default: quantiles.</summary>
    public CalibrationGroups Cut { get; init; } = CalibrationGroups.Quantiles;

    /// <summary>Whether the probabilities come from a model fitted to these very rows: the test of Hosmer and Lemeshow then has groups - 2 degrees of freedom,
    /// otherwise as many as there are groups. Default: false, new rows.</summary>
    public bool FittedOnTheseRows { get; init; }

    /// <summary>Confidence of the intervals. Default: .95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>What to do with a row whose probability is NaN. Default: an error that names it.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;

    internal void Check()
    {
        Levels.Checked(Level);
        if (Groups < 2)
        {
            throw new ArgumentException($"Groups is {Groups}, expected at least 2.", nameof(Groups));
        }
    }
}
