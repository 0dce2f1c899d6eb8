// A statistic as a function of which units were drawn, for each form that data come in.
namespace SmileNotebooks;

/// <summary>The statistic of a resample that is given by the numbers of its units. Each thread has one of its own, with its own memory.</summary>
internal abstract class ResampledStatistic
{
    /// <param name="units">Numbers of units (values, pairs, rows, clusters), with repetitions.</param>
    public abstract double Of(ReadOnlySpan<int> units);

    /// <summary>The same statistic with memory of its own.</summary>
    public abstract ResampledStatistic ForAnotherThread();

    /// <summary>The statistic without each unit in turn, where that takes less than computing it anew for each.</summary>
    /// <param name="left">Receives one statistic a unit.</param>
    /// <returns>Whether there is such a way.</returns>
    public virtual bool TryWithoutEach(Span<double> left) => false;
}

/// <summary>The mean of values, by far the commonest: no resample is written down.</summary>
internal sealed class ResampledMean(double[] values) : ResampledStatistic
{
    public override double Of(ReadOnlySpan<int> units)
    {
        // Four sums, because each addition waits for the one before it.
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i <= units.Length - 4; i += 4)
        {
            a += values[units[i]];
            b += values[units[i + 1]];
            c += values[units[i + 2]];
            d += values[units[i + 3]];
        }

        for (; i < units.Length; i++)
        {
            a += values[units[i]];
        }

        return (a + b + (c + d)) / units.Length;
    }

    public override ResampledStatistic ForAnotherThread() => this;

    // Anew for each it would be quadratic: above ten thousand values it would take longer than the resamples.
    public override bool TryWithoutEach(Span<double> left)
    {
        double mean = 0;
        foreach (double value in values)
        {
            mean += value / values.Length;
        }

        for (int i = 0; i < values.Length; i++)
        {
            left[i] = mean + ((mean - values[i]) / (values.Length - 1));
        }

        return true;
    }
}

/// <summary>Any statistic of values.</summary>
internal sealed class ResampledValues(double[] values, Func<ReadOnlySpan<double>, double> statistic) : ResampledStatistic
{
    private readonly double[] _sample = new double[values.Length];

    public override double Of(ReadOnlySpan<int> units)
    {
        for (int i = 0; i < units.Length; i++)
        {
            _sample[i] = values[units[i]];
        }

        return statistic(_sample.AsSpan(0, units.Length));
    }

    public override ResampledStatistic ForAnotherThread() => new ResampledValues(values, statistic);
}

/// <summary>Any statistic of pairs of values.</summary>
internal sealed class ResampledPairs(double[] first, double[] second, Func<ReadOnlySpan<double>, ReadOnlySpan<double>, double> statistic) : ResampledStatistic
{
    private readonly double[] _first = new double[first.Length];
    private readonly double[] _second = new double[first.Length];

    public override double Of(ReadOnlySpan<int> units)
    {
        for (int i = 0; i < units.Length; i++)
        {
            _first[i] = first[units[i]];
            _second[i] = second[units[i]];
        }

        return statistic(_first.AsSpan(0, units.Length), _second.AsSpan(0, units.Length));
    }

    public override ResampledStatistic ForAnotherThread() => new ResampledPairs(first, second, statistic);
}

/// <summary>Any statistic of two independent groups: units of the second group are numbered after those of the first.</summary>
internal sealed class ResampledGroups(double[] first, double[] second, Func<ReadOnlySpan<double>, ReadOnlySpan<double>, double> statistic) : ResampledStatistic
{
    private readonly double[] _first = new double[first.Length];
    private readonly double[] _second = new double[second.Length];

    public override double Of(ReadOnlySpan<int> units)
    {
        int ones = 0;
        int others = 0;
        foreach (int unit in units)
        {
            if (unit < first.Length)
            {
                _first[ones++] = first[unit];
            }
            else
            {
                _second[others++] = second[unit - first.Length];
            }
        }

        return statistic(_first.AsSpan(0, ones), _second.AsSpan(0, others));
    }

    public override ResampledStatistic ForAnotherThread() => new ResampledGroups(first, second, statistic);
}

/// <summary>Any statistic of rows, each unit being one row or several: all rows of a cluster.</summary>
internal sealed class ResampledRows<T>(T[][] rowsOfUnits, Func<IReadOnlyList<T>, double> statistic) : ResampledStatistic
{
    private readonly List<T> _rows = [];

    public override double Of(ReadOnlySpan<int> units)
    {
        _rows.Clear();
        foreach (int unit in units)
        {
            _rows.AddRange(rowsOfUnits[unit]);
        }

        return statistic(_rows);
    }

    public override ResampledStatistic ForAnotherThread() => new ResampledRows<T>(rowsOfUnits, statistic);
}
