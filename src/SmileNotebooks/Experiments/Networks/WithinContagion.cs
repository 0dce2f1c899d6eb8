// A test of contagion that homophily of a lasting trait and shocks shared by a community cannot fool.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Relates what is new in a person to what was new in their friends a wave before, and asks how often strangers of the same community do as well. Holds its room to work in:
/// not shared between threads.</summary>
internal sealed class WithinContagion
{
    private readonly int[][] _friends;
    private readonly int[][] _communities;
    private readonly double[] _residuals;
    private readonly double[] _shuffled;
    private readonly int _waves;
    private readonly double _largest;

    /// <param name="panel">The panel.</param>
    /// <param name="counted">The people who count, observed in all waves.</param>
    /// <param name="ties">Ties between them.</param>
    public WithinContagion(NetworkPanel panel, IReadOnlyList<int> counted, ImmutableArray<NetworkTie> ties)
    {
        _waves = panel.Waves.Length;
        Dictionary<int, int> places = counted.Index().ToDictionary(one => one.Item, one => one.Index);
        _communities = [.. counted.Index().GroupBy(one => panel.People[one.Item].Community).Select(group => group.Select(one => one.Index).ToArray())];
        ILookup<int, int> friends = ties.ToLookup(tie => places[tie.Ego], tie => places[tie.Alter]);
        _friends = [.. Enumerable.Range(0, counted.Count).Select(person => friends[person].ToArray())];
        _residuals = new double[counted.Count * _waves];
        for (int person = 0; person < counted.Count; person++)
        {
            for (int wave = 0; wave < _waves; wave++)
            {
                _residuals[(person * _waves) + wave] = panel[counted[person], wave];
            }
        }

        _largest = _residuals.Max(Math.Abs);
        TakeOutMeans();
        _shuffled = [.. _residuals];
    }

    /// <summary>Whether anything is left, beyond rounding, after means were taken out.</summary>
    /// <param name="least">The least deviation that counts, as a part of the largest outcome.</param>
    public bool Varies(double least) => _residuals.Any(value => Math.Abs(value) > least * _largest);

    /// <summary>The observed slope, and the slope over its standard error.</summary>
    public (double Slope, double Z) Observed() => Slope(_residuals);

    /// <summary>The same after the courses of people were given to others of their community.</summary>
    public (double Slope, double Z) Permuted(ref RandomStream random)
    {
        foreach (int[] community in _communities)
        {
            int[] order = [.. community];
            random.Shuffle(order.AsSpan());
            for (int i = 0; i < order.Length; i++)
            {
                _residuals.AsSpan(order[i] * _waves, _waves).CopyTo(_shuffled.AsSpan(community[i] * _waves));
            }
        }

        return Slope(_shuffled);
    }

    /// <summary>What is left of an outcome without the mean of its person and the mean of its community and wave.</summary>
    private void TakeOutMeans()
    {
        for (int person = 0; person < _friends.Length; person++)
        {
            TakeOutMean(Enumerable.Range(person * _waves, _waves));
        }

        foreach (int[] community in _communities)
        {
            for (int wave = 0; wave < _waves; wave++)
            {
                TakeOutMean(community.Select(person => (person * _waves) + wave));
            }
        }
    }

    private void TakeOutMean(IEnumerable<int> places)
    {
        int[] all = [.. places];
        double mean = all.Sum(place => _residuals[place]) / all.Length;
        foreach (int place in all)
        {
            _residuals[place] -= mean;
        }
    }

    /// <summary>The slope, through 0, of a person's residuals on the means of their friends' in the wave before, and the slope over its standard error, robust to egos: people who
    /// smile always or never vary less than others and have friends who do too, so that slopes themselves are not exchangeable (Chung and Romano, 2013, Annals of Statistics 41, 484).</summary>
    private (double Slope, double Z) Slope(double[] residuals)
    {
        double product = 0, square = 0, variance = 0;
        for (int ego = 0; ego < _friends.Length; ego++)
        {
            int[] friends = _friends[ego];
            double own = 0;
            for (int wave = 1; wave < _waves && friends.Length > 0; wave++)
            {
                double sum = 0;
                foreach (int friend in friends)
                {
                    sum += residuals[(friend * _waves) + wave - 1];
                }

                double mean = sum / friends.Length;
                own += mean * residuals[(ego * _waves) + wave];
                square += mean * mean;
            }

            product += own;
            variance += own * own;
        }

        return (product / square, product / Math.Sqrt(variance));
    }
}
