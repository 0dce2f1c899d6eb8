// Windowed cross-correlation of two series and its peaks.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>How the series of two people correlate, window by window and lag by lag (Boker, Rotondo, Xu and King, 2002, Psychological Methods 7, 338).</summary>
/// <remarks>
/// <para>r[w, l] is the product-moment correlation of window w of the first series with the window of the second that begins l later. A re-implementation of the idea, not of their
/// programs: the first series' window stays and the second's is moved in both directions, and peaks are looked for in the correlations as they are, not smoothed before.</para>
/// <para>A window with a gap, or in which one person does not move at all, has no correlation: NaN, and counted in <see cref="Undefined"/>.</para>
/// </remarks>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed record WindowedCrossCorrelation
{
    private readonly ValueSequence<double> _times;
    private readonly ValueSequence<double> _lags;
    private readonly ValueSequence<double> _r;
    private readonly ValueSequence<double> _meanZ;
    private readonly ValueSequence<CorrelationPeak> _peaks;

    private WindowedCrossCorrelation(Dyad dyad, CrossCorrelationOptions options, WindowPlan plan)
    {
        int windows = plan.RequireWindows(dyad);
        double[] r = new double[windows * plan.Lags];
        WindowCorrelator correlator = new(plan);
        correlator.Correlate(dyad.First.AsSpan(), dyad.Second.AsSpan(), r);
        double[] mean = new double[plan.Lags];
        correlator.MeanZ(r, mean);
        Dyad = dyad;
        Options = options;
        Score = correlator.Score(r);
        _times = new([.. Enumerable.Range(0, windows).Select(window => dyad.Start + ((plan.Lag + (window * plan.Step) + ((plan.Window - 1) / 2.0)) / plan.Rate))]);
        _lags = new([.. Enumerable.Range(0, plan.Lags).Select(plan.SecondsOf)]);
        _r = new([.. r]);
        _meanZ = new([.. mean]);
        _peaks = new([.. Enumerable.Range(0, windows).Select(window => PeakOf(window, plan))]);
        Lag = correlator.LagOf(mean);
    }

    /// <summary>Whose series they are.</summary>
    public Dyad Dyad { get; }

    /// <summary>Windows and lags.</summary>
    public CrossCorrelationOptions Options { get; }

    /// <summary>The middle of each window of the first series, seconds.</summary>
    public ImmutableArray<double> Times => _times.Items;

    /// <summary>The lags, seconds, ascending; above 0 where the second person follows the first.</summary>
    public ImmutableArray<double> Lags => _lags.Items;

    /// <summary>The mean over windows of Fisher's z at each lag.</summary>
    public ImmutableArray<double> MeanZ => _meanZ.Items;

    /// <summary>The peak of each window: the local maximum above 0 that is nearest to lag 0, greater than all within <see cref="CrossCorrelationOptions.PeakHalfWidth"/> of it, all of
    /// which lie within the lags. Its lag and r are NaN where a window has none.</summary>
    public ImmutableArray<CorrelationPeak> Peaks => _peaks.Items;

    /// <summary>The summary that the options ask for, in units of Fisher's z; NaN where no window has a correlation.</summary>
    public double Score { get; }

    /// <summary>The lag at which the mean over windows is greatest, seconds; above 0 where the second person follows the first. NaN where no window has a correlation.</summary>
    public double Lag { get; }

    /// <summary>How many correlations of windows and lags do not exist, because of a gap or because somebody did not move.</summary>
    public int Undefined => _r.Items.Count(double.IsNaN);

    /// <summary>One correlation.</summary>
    /// <param name="window">The window, from 0.</param>
    /// <param name="lag">The place of its lag in <see cref="Lags"/>.</param>
    public double this[int window, int lag] => window >= 0 && window < Times.Length && lag >= 0 && lag < Lags.Length
        ? _r.Items[(window * Lags.Length) + lag]
        : throw new ArgumentOutOfRangeException(nameof(window), $"There is no window {window} with lag {lag}: there are {Times.Length} windows and {Lags.Length} lags, counted from 0.");

    /// <summary>Correlates the two people of a dyad.</summary>
    /// <param name="dyad">The dyad.</param>
    /// <param name="options">Windows and lags.</param>
    /// <exception cref="ArgumentException">Options that make no window, or a dyad too short for one; the message says how long it must be.</exception>
    public static WindowedCrossCorrelation Of(Dyad dyad, CrossCorrelationOptions? options = null)
    {
        options ??= new();
        return new(dyad, options, WindowPlan.Of(options, dyad.SamplingRate));
    }

    /// <summary>As in <c>dyad 3: synchrony z = 0.42, greatest where B follows A by .8 s; 33 windows</c>.</summary>
    public override string ToString()
    {
        if (double.IsNaN(Score))
        {
            return $"dyad {Dyad.Name}: no window in which both moved and nothing was missing";
        }

        string relation = Lag == 0 ? "nobody follows"
            : Lag > 0 ? Invariant($"{Dyad.SecondPerson} follows {Dyad.FirstPerson} by {Lag:0.###} s")
            : Invariant($"{Dyad.FirstPerson} follows {Dyad.SecondPerson} by {-Lag:0.###} s");
        string undefined = Undefined == 0 ? "" : Invariant($"; {Undefined:#,0} of {_r.Items.Length:#,0} correlations do not exist");
        return $"dyad {Dyad.Name}: synchrony z = {Apa.Number(Score)}, greatest where {relation}; {Times.Length} windows, {Options}{undefined}{(Dyad.Simulated is null ? "" : $"; {Dyad.Simulated}")}";
    }

    private CorrelationPeak PeakOf(int window, WindowPlan plan)
    {
        // From lag 0 outwards; of two that are as near the greater one.
        for (int distance = 0; distance <= plan.Half; distance++)
        {
            int[] found = [.. new[] { plan.Half + distance, plan.Half - distance }.Where(lag => IsPeak(window, lag, plan)).OrderByDescending(lag => this[window, lag])];
            if (found.Length > 0)
            {
                return new(Times[window], Lags[found[0]], this[window, found[0]]);
            }
        }

        return new(Times[window], double.NaN, double.NaN);
    }

    private bool IsPeak(int window, int lag, WindowPlan plan)
    {
        double r = this[window, lag];
        if (!(r > 0) || lag < plan.Peak || lag + plan.Peak >= plan.Lags)
        {
            return false;
        }

        for (int near = lag - plan.Peak; near <= lag + plan.Peak; near++)
        {
            // Of a plateau its first lag is the peak.
            if (!(near < lag ? this[window, near] < r : this[window, near] <= r))
            {
                return false;
            }
        }

        return true;
    }
}
