// Simulated dyads: two people who smile now and then, one of whom may answer the smiles of the other.
using static SmileNotebooks.Parameter;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Simulated dyads. Everybody smiles by themselves at random times; the second person of a dyad answers smiles of the first; and all may see the same film, at whose funny
/// moments they smile without any regard to each other. Immutable; same parameters and seed, same bytes.</summary>
/// <remarks>Published are the durations of onsets (spontaneous smiles of 400 people: log-normal, .67 and .55; Dibeklioglu, Salah and Gevers, 2012) and the share of smiles that are
/// returned (about half; Hinsz and Tomhave, 1991). All other numbers are assumed. Everything it makes says that it was simulated.</remarks>
public sealed record DyadExperiment
{
    private const double OnsetLogMean = 0.67;
    private const double OnsetLogDeviation = 0.55;

    /// <summary>How many dyads; 20 by default.</summary>
    public int Dyads { get; init; } = 20;

    /// <summary>How long each is recorded, seconds; 180 by default.</summary>
    public double Duration { get; init; } = 180;

    /// <summary>Samples a second (Hz); 10 by default.</summary>
    public double SamplingRate { get; init; } = 10;

    /// <summary>How many smiles a minute somebody begins by themselves; 4 by default (assumed).</summary>
    public double SmilesPerMinute { get; init; } = 4;

    /// <summary>How likely the second person answers a smile of the first: 0 to 1, by default .5 (Hinsz and Tomhave, 1991: about half).</summary>
    public double Coupling { get; init; } = 0.5;

    /// <summary>When an answer begins, in seconds after the smile; .8 by default (assumed).</summary>
    public double Lag { get; init; } = 0.8;

    /// <summary>Standard deviation of these times, seconds; .2 by default (assumed). None is below 0.</summary>
    public double LagDeviation { get; init; } = 0.2;

    /// <summary>How many funny moments a minute the film has that all dyads watch; 0 by default: no film.</summary>
    public double SharedPerMinute { get; init; }

    /// <summary>How likely a person smiles at a funny moment; .8 by default (assumed). They begin 1 s after it, give or take .3 s (SD, assumed).</summary>
    public double SharedProbability { get; init; } = 0.8;

    /// <summary>Standard deviation of the noise, where a smile is 1 on average; .2 by default (assumed). Its autocorrelation falls to 1/e in half a second.</summary>
    public double Noise { get; init; } = 0.2;

    /// <summary>The seed of all random numbers; 1 by default.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What every output says of the data.</summary>
    public string Phrase => Invariant($"simulated dyads, {Share(Coupling)} of smiles answered{(SharedPerMinute > 0 ? ", all watch one film" : "")}, seed {Seed}");

    /// <summary>Makes the dyads.</summary>
    /// <exception cref="ArgumentException">A parameter that cannot be; the message names it.</exception>
    public DyadSet Simulate()
    {
        Check();
        RandomStream film = new(Seed);
        double[] moments = Times(ref film, SharedPerMinute);
        return new(Enumerable.Range(0, Dyads).Select(dyad => Make(dyad, moments)));
    }

    private Dyad Make(int dyad, double[] moments)
    {
        // Each dyad has a stream of its own: more dyads change nothing in the first ones.
        RandomStream random = new(Seed, (ulong)dyad + 1);
        int samples = (int)Math.Round(Duration * SamplingRate);
        double[] first = Noisy(ref random, samples), second = Noisy(ref random, samples);
        double[] own = [.. Times(ref random, SmilesPerMinute), .. Amused(ref random, moments)];
        double[] others = [.. Times(ref random, SmilesPerMinute), .. Amused(ref random, moments)];
        List<double> answers = [];
        foreach (double time in own)
        {
            AddSmile(first, time, ref random);
            if (random.NextDouble() < Coupling)
            {
                answers.Add(time + Math.Max(0, Lag + (LagDeviation * random.NextGaussian())));
            }
        }

        foreach (double time in others.Concat(answers))
        {
            AddSmile(second, time, ref random);
        }

        return new()
        {
            Name = Invariant($"{dyad + 1:00}"),
            FirstPerson = "A",
            SecondPerson = "B",
            SamplingRate = SamplingRate,
            First = [.. first],
            Second = [.. second],
            Measure = "smile activity (a smile is 1)",
            Simulated = Phrase,
        };
    }

    /// <summary>Times of a Poisson process, from well before the beginning, so that smiles are under way when it begins.</summary>
    private double[] Times(ref RandomStream random, double perMinute)
    {
        const double Before = 15;
        List<double> times = [];
        for (double time = perMinute > 0 ? -Before : double.PositiveInfinity; ;)
        {
            time -= Math.Log(1 - random.NextDouble()) * 60 / perMinute;
            if (!(time < Duration))
            {
                return [.. times];
            }

            times.Add(time);
        }
    }

    private double[] Amused(ref RandomStream random, double[] moments)
    {
        List<double> times = [];
        foreach (double moment in moments)
        {
            bool smiles = random.NextDouble() < SharedProbability;
            double delay = 1 + (0.3 * random.NextGaussian());
            if (smiles)
            {
                times.Add(moment + delay);
            }
        }

        return [.. times];
    }

    /// <summary>A smile rises as a half cosine, stays for up to as long again (assumed) and falls as slowly as it rose (assumed).</summary>
    private void AddSmile(double[] series, double begin, ref RandomStream random)
    {
        double onset = Math.Exp(OnsetLogMean + (OnsetLogDeviation * random.NextGaussian()));
        double apex = onset * random.NextDouble();
        double height = Math.Exp((0.4 * random.NextGaussian()) - 0.08);
        int from = Math.Max(0, (int)Math.Ceiling(begin * SamplingRate));
        for (int sample = from; sample < series.Length; sample++)
        {
            double time = (sample / SamplingRate) - begin;
            double rise = Math.Min(time, onset + apex + onset - time);
            if (rise < 0)
            {
                return;
            }

            series[sample] += height * (1 - Math.Cos(Math.PI * Math.Min(rise / onset, 1))) / 2;
        }
    }

    private double[] Noisy(ref RandomStream random, int samples)
    {
        double keep = Math.Exp(-1 / (0.5 * SamplingRate));
        double[] noise = new double[samples];
        double last = random.NextGaussian();
        for (int i = 0; i < samples; i++)
        {
            last = (keep * last) + (Math.Sqrt(1 - (keep * keep)) * random.NextGaussian());
            noise[i] = Noise * last;
        }

        return noise;
    }

    private void Check()
    {
        Require(Dyads is >= 1 and <= 10_000, nameof(Dyads), Dyads, "1 to 10,000");
        Require(SamplingRate is >= 1 and <= 1_000, nameof(SamplingRate), SamplingRate, "1 to 1,000 Hz");
        Require(Duration is >= 1 and <= 36_000, nameof(Duration), Duration, "1 to 36,000 s");
        Require(SmilesPerMinute is >= 0 and <= 60, nameof(SmilesPerMinute), SmilesPerMinute, "0 to 60");
        Require(SharedPerMinute is >= 0 and <= 60, nameof(SharedPerMinute), SharedPerMinute, "0 to 60");
        Require(Coupling is >= 0 and <= 1, nameof(Coupling), Coupling, "0 to 1");
        Require(SharedProbability is >= 0 and <= 1, nameof(SharedProbability), SharedProbability, "0 to 1");
        Require(Lag is >= 0 and <= 60, nameof(Lag), Lag, "0 to 60 s");
        Require(LagDeviation is >= 0 and <= 60, nameof(LagDeviation), LagDeviation, "0 to 60 s");
        Require(Noise is >= 0 and <= 1_000, nameof(Noise), Noise, "0 to 1,000");
    }

    private static string Share(double share) => Invariant($"{100 * share:0.##}%");
}
