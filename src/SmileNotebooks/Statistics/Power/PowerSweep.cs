// Power over any number that an experiment depends on.
using System.Collections.Immutable;
using System.Globalization;

namespace SmileNotebooks;

/// <summary>Power at several values of a parameter, such as the size of an effect. Immutable.</summary>
/// <param name="Parameter">What is varied, in words.</param>
/// <param name="Points">In order of the values.</param>
public sealed partial record PowerSweep(string Parameter, ImmutableArray<(double Value, PowerResult Power)> Points) : IStatisticalResult
{
    /// <inheritdoc/>
    public string Apa =>
        $"Power of {Points[0].Power.Simulations.ToString("N0", CultureInfo.InvariantCulture)} simulated experiments each, Monte-Carlo {SmileNotebooks.Apa.Percent(Points[0].Power.Interval.Level)}% CI "
        + $"(alpha = {SmileNotebooks.Apa.Bounded(Points[0].Power.Alpha, 3).TrimEnd('0')}, seed {Points[0].Power.Seed}):\n"
        + string.Join('\n', Points.Select(point => FormattableString.Invariant($"{Parameter} {point.Value:0.######}: ")
            + $"{SmileNotebooks.Apa.Bounded(point.Power.Power, 3)} {SmileNotebooks.Apa.Limits(point.Power.Interval, bounded: true, decimals: 3)}{(point.Power.Undefined == 0 ? "" : $" ({point.Power.Undefined} without a p)")}"));

    /// <inheritdoc/>
    public ResultTable ToTable()
    {
        ResultTable table = PowerTable.Of($"Power by simulation over {Parameter}", [.. Points.Select(point => point.Power)]);
        return table with
        {
            Columns = table.Columns.SetItem(0, Parameter),
            Rows = [.. table.Rows.Zip(Points, (row, point) => row.SetItem(0, point.Value.ToString("0.######", CultureInfo.InvariantCulture)))],
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Apa;
}
