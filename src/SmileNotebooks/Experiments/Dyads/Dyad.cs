// Two people measured at the same time.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>The same measure of two people over the same time, on one even clock. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plotly, MimeTypes.Plain])]
public sealed partial record Dyad
{
    private readonly ValueSequence<double> _first;
    private readonly ValueSequence<double> _second;
    private readonly ValueSequence<string> _remarks = new([]);

    /// <summary>The dyad's name.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the first person; a positive lag says that the second follows the first.</summary>
    public required string FirstPerson { get; init; }

    /// <summary>The name of the second person.</summary>
    public required string SecondPerson { get; init; }

    /// <summary>Samples a second (Hz).</summary>
    public required double SamplingRate { get; init; }

    /// <summary>The time of the first sample, seconds.</summary>
    public double Start { get; init; }

    /// <summary>The samples of the first person; NaN is a gap.</summary>
    public required ImmutableArray<double> First
    {
        get => _first.Items;
        init => _first = new(value);
    }

    /// <summary>The samples of the second person, as many; NaN is a gap.</summary>
    public required ImmutableArray<double> Second
    {
        get => _second.Items;
        init => _second = new(value);
    }

    /// <summary>What was measured, with its unit.</summary>
    public string Measure { get; init; } = "value";

    /// <summary>How the data were simulated; null for data that were recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>What a reader must be told of how the series came to one clock; empty for nothing.</summary>
    public ImmutableArray<string> Remarks
    {
        get => _remarks.Items;
        init => _remarks = new(value);
    }

    /// <summary>How many samples there are of each.</summary>
    public int Samples => First.Length;

    /// <summary>Samples divided by the rate, in seconds.</summary>
    public double Duration => Samples / SamplingRate;

    /// <summary>Puts two people on one clock, for the time in which both were measured.</summary>
    /// <remarks>A series with more than 4/3 measurements a sample becomes the means about each sample, one with fewer is joined by straight lines. What lies further apart than
    /// <see cref="DyadOptions.LongestBridge"/> is a gap.</remarks>
    /// <param name="name">The dyad's name.</param>
    /// <param name="first">The first person.</param>
    /// <param name="second">The second person.</param>
    /// <param name="options">The clock.</param>
    /// <exception cref="ArgumentException">The two were never measured at the same time; two people of one name.</exception>
    public static Dyad Of(string name, PersonSeries first, PersonSeries second, DyadOptions? options = null)
    {
        options ??= new();
        options.Check();
        if (first.Person == second.Person)
        {
            throw new ArgumentException($"Both people of dyad {name} are called {first.Person}, expected two names.");
        }

        double start = Math.Max(first.Times[0], second.Times[0]);
        double end = Math.Min(first.Times[^1], second.Times[^1]);
        double samples = Math.Floor(((end - start) * options.SamplingRate) + 1e-6) + 1;
        if (!(samples >= 2))
        {
            throw new ArgumentException(Invariant(
                $"Dyad {name}: {first.Person} was measured from {first.Times[0]} to {first.Times[^1]} s and {second.Person} from {second.Times[0]} to {second.Times[^1]} s, expected a time in which both were."));
        }

        if (samples > 100_000_000)
        {
            throw new ArgumentException(Invariant($"Dyad {name} has {samples:0} samples at {options.SamplingRate} Hz, expected 100,000,000 at most: are times in seconds?"));
        }

        int count = (int)samples;
        return new()
        {
            Name = name,
            FirstPerson = first.Person,
            SecondPerson = second.Person,
            SamplingRate = options.SamplingRate,
            Start = start,
            First = EvenSeries.Sample(first, start, count, options),
            Second = EvenSeries.Sample(second, start, count, options),
            Measure = options.Measure ?? "value",
            Simulated = Origins.Join([first.Simulated, second.Simulated]),
            Remarks = [.. RemarksOf(first, start, end, options).Concat(RemarksOf(second, start, end, options))],
        };
    }

    /// <summary>As in <c>dyad 3, A and B: value, 1,800 samples at 10 Hz (180 s)</c>.</summary>
    public override string ToString()
    {
        int missing = First.Count(double.IsNaN) + Second.Count(double.IsNaN);
        string[] more = [.. Remarks, .. missing == 0 ? [] : new[] { Invariant($"{missing:#,0} samples missing") }, .. Simulated is null ? [] : new[] { Simulated }];
        return Invariant($"dyad {Name}, {FirstPerson} and {SecondPerson}: {Measure}, {Samples:#,0} samples at {SamplingRate:0.###} Hz ({Duration:0.#} s){string.Concat(more.Select(text => $"; {text}"))}");
    }

    /// <exception cref="ArgumentException">Series of unlike lengths, or a rate that cannot be.</exception>
    internal void RequireSound()
    {
        if (First.Length != Second.Length || !(SamplingRate > 0 && double.IsFinite(SamplingRate)))
        {
            throw new ArgumentException(Invariant($"Dyad {Name} has {First.Length} samples of {FirstPerson} and {Second.Length} of {SecondPerson} at {SamplingRate} Hz, expected as many of both and a rate above 0."));
        }
    }

    private static IEnumerable<string> RemarksOf(PersonSeries series, double start, double end, DyadOptions options)
    {
        double rate = 1 / series.Interval();
        if (rate < 0.999 * options.SamplingRate)
        {
            yield return Invariant($"{series.Person} was measured {rate:0.##} times a second, and between the measurements there are straight lines");
        }

        double outside = Math.Max(0, start - series.Times[0]) + Math.Max(0, series.Times[^1] - end);
        if (outside > 1.5 / options.SamplingRate)
        {
            yield return Invariant($"{outside:0.##} s of {series.Person} were left out, in which the other was not measured");
        }
    }
}
