// How often analyses of contagion find it in simulated networks of which the truth is known.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>How often one analysis found contagion.</summary>
/// <param name="Analysis">The analysis.</param>
/// <param name="Found">In how many networks its p was at most alpha, of how many.</param>
/// <param name="MeanEstimate">Its mean estimate over networks: log odds for naive models, a difference of probabilities for the analysis within people.</param>
public sealed record ContagionRate(string Analysis, ProportionResult Found, double MeanEstimate)
{
    /// <summary>The standard error of the rate that comes of simulating so many networks only.</summary>
    public double MonteCarloError => Math.Sqrt(Found.Estimate * (1 - Found.Estimate) / Found.Trials);
}

/// <summary>How often analyses find contagion in networks simulated alike but for their seeds. Where contagion is 0, all that they find is false.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record ContagionRates
{
    private ContagionRates(NetworkExperiment experiment, int networks, double alpha, ImmutableArray<ContagionRate> rates) =>
        (Experiment, Networks, Alpha, Rates) = (experiment, networks, alpha, rates);

    /// <summary>What was simulated; its seed is that of the first network, the next ones have the next seeds.</summary>
    public NetworkExperiment Experiment { get; }

    /// <summary>How many networks.</summary>
    public int Networks { get; }

    /// <summary>Up to which p contagion counts as found.</summary>
    public double Alpha { get; }

    /// <summary>The naive model of the same wave and of the wave before, the naive model of the placebo, and the analysis within people.</summary>
    public ImmutableArray<ContagionRate> Rates { get; }

    /// <summary>What every output says of the data.</summary>
    public string Simulated => Invariant($"{Networks:#,0} simulated networks, {Experiment.World}, seeds {Experiment.Seed} to {Experiment.Seed + (ulong)Networks - 1}");

    /// <summary>Simulates networks and analyses each.</summary>
    /// <param name="experiment">What is simulated.</param>
    /// <param name="networks">How many networks.</param>
    /// <param name="permutations">Permutations of the analysis within people; 199 by default.</param>
    /// <param name="alpha">Up to which p contagion counts as found; .05 by default.</param>
    /// <exception cref="ArgumentException">A parameter that cannot be.</exception>
    public static ContagionRates Of(NetworkExperiment experiment, int networks = 100, int permutations = 199, double alpha = 0.05)
    {
        if (networks is < 1 or > 1_000_000 || !(alpha is > 0 and < 1))
        {
            throw new ArgumentException(Invariant($"networks is {networks} and alpha {alpha}, expected 1 to 1,000,000 and a number between 0 and 1."));
        }

        (double P, double Estimate)[][] found = new (double, double)[networks][];
        ParallelBlocks.Run(networks, -1, () => 0, (network, _) =>
        {
            NetworkExperiment one = experiment with { Seed = experiment.Seed + (ulong)network };
            NetworkPanel panel = one.Simulate();
            WithinContagionResult within = panel.WithinContagion(permutations, one.Seed).Result;
            found[network] = [Naive(panel, AlterWave.Same), Naive(panel, AlterWave.Before), Naive(one.SimulatePlacebo(), AlterWave.Same), (within.P, within.Estimate)];
        });
        string[] names = ["naive, same wave", "naive, wave before", "naive, placebo", "within people"];
        return new(experiment, networks, alpha, [.. names.Select((name, analysis) => new ContagionRate(
            name, Proportion.OneSample(found.Count(one => one[analysis].P <= alpha), networks, new() { Null = alpha }), found.Average(one => one[analysis].Estimate)))]);
    }

    /// <summary>One line an analysis.</summary>
    public override string ToString() => $"{string.Join('\n', Rates.Select(rate => $"{rate.Analysis}: found in {Invariant($"{100 * rate.Found.Estimate:0.#}")}% ± {Invariant($"{100 * rate.MonteCarloError:0.#}")}"))}\n{Simulated}";

    /// <summary>A row an analysis.</summary>
    public ResultTable ToTable() => new(
        Experiment.Contagion == 0 ? "How often contagion is found where there is none" : "How often contagion is found where there is some",
        ["analysis", "found", "of", "rate", "Monte Carlo error", "95% CI", "mean b"],
        [.. Rates.Select(rate => (ImmutableArray<string>)[rate.Analysis, $"{rate.Found.Successes}", $"{rate.Found.Trials}", Apa.Bounded(rate.Found.Estimate, 3), Apa.Bounded(rate.MonteCarloError, 3), Apa.Limits(rate.Found.Interval, bounded: true, 3), Apa.Number(rate.MeanEstimate)])])
    {
        Note = Invariant($"Found: p at most {Apa.Bounded(Alpha)}, two-sided. Placebo: an outcome that nobody can catch, same wave. Within people: means of people and of community waves taken out. b: log odds of the naive models; within people a difference of probabilities from no friend to all friends. Data: {Simulated}."),
    };

    private static (double P, double Estimate) Naive(NetworkPanel panel, AlterWave alter)
    {
        NaiveContagionResult result = panel.NaiveContagion(alter).Result;
        return (result.P, result.Estimate);
    }
}
