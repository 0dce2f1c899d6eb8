// A group of rows with similar predicted probabilities.
namespace SmileNotebooks;

/// <summary>A point of a calibration curve.</summary>
/// <param name="From">Least probability of the group's range.</param>
/// <param name="To">Largest.</param>
/// <param name="N">Rows.</param>
/// <param name="Events">Rows in which the event happened.</param>
/// <param name="Predicted">Mean predicted probability.</param>
/// <param name="Interval">Wilson's (1927) interval of the observed share.</param>
public sealed record CalibrationGroup(double From, double To, int N, int Events, double Predicted, ConfidenceInterval Interval)
{
    /// <summary>The share of events.</summary>
    public double Observed => (double)Events / N;
}
