// The turns that one contender took at one work.
namespace Benchmarks.Shared;

/// <summary>Turns, in order of their rounds.</summary>
internal sealed class Series
{
    private readonly List<Turn> _turns = [];

    public double Peak => _turns.Max(turn => turn.Peak);

    public double Allocated => _turns[^1].Allocated;

    public double Value => _turns[^1].Value;

    public void Add(Turn turn) => _turns.Add(turn);

    public double Median(Func<Turn, double> of) => MedianOf(_turns.Select(of));

    public double Least(Func<Turn, double> of) => _turns.Min(of);

    /// <summary>How many times as long a peer takes: the median over rounds, in each of which both had their turn within seconds.</summary>
    public static double Ratio(Series peer, Series ours, Func<Turn, double> of) => MedianOf(peer._turns.Zip(ours._turns, (one, other) => of(one) / of(other)));

    private static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
