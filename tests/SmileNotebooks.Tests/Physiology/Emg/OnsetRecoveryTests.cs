// Bursts of known onset and offset are found where they are, over many seeds; rest holds none. docs/physiology/emg.md has the figures.
namespace SmileNotebooks.Tests.Physiology;

public class OnsetRecoveryTests
{
    private const int Seeds = 200;
    private static readonly (double Onset, double Offset)[] Truth = [(2, 2.7), (4, 4.4)];

    /// <summary>Method, SNR in dB, largest bias and largest SD of onsets and of offsets in ms.</summary>
    public static TheoryData<string, double, double, double, double, double> Limits => new()
    {
        { "double threshold", 10, 3, 7, 8, 4 },
        { "double threshold", 14, 7, 4, 11, 3 },
        { "double threshold", 20, 11, 3, 12, 2 },
        { "Teager-Kaiser", 10, 6, 6, 9, 4 },
        { "Teager-Kaiser", 14, 11, 4, 12, 3 },
        { "Teager-Kaiser", 20, 13, 2, 13, 2 },
        { "Bonato", 10, 4, 6, 4, 7 },
        { "Bonato", 14, 2, 3, 5, 6 },
        { "Bonato", 20, 2, 2, 9, 6 },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Onsets_and_offsets_are_recovered(string name, double decibels, double onsetBias, double onsetSd, double offsetBias, double offsetSd)
    {
        List<double> onsets = [];
        List<double> offsets = [];
        int others = 0;
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            EmgBursts bursts = SimulatedEmg.Bursts(6, 1000, decibels, seed, Truth).Onsets(Method(name));
            foreach ((double onset, double offset) in Truth)
            {
                EmgBurst[] found = [.. bursts.Where(burst => burst.Onset < offset && burst.Offset > onset)];
                Assert.NotEmpty(found);
                others += found.Length - 1;
                onsets.Add(1000 * (found[0].Onset - onset));
                offsets.Add(1000 * (found[^1].Offset - offset));
            }

            others += bursts.Count(burst => Truth.All(truth => burst.Offset <= truth.Onset || burst.Onset >= truth.Offset));
        }

        string figures = FormattableString.Invariant($"{name}, {decibels} dB: onset {Mean(onsets):0.0} ± {Sd(onsets):0.0} ms, offset {Mean(offsets):0.0} ± {Sd(offsets):0.0} ms, {others} others");
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        Assert.True(Math.Abs(Mean(onsets)) <= onsetBias && Sd(onsets) <= onsetSd && Math.Abs(Mean(offsets)) <= offsetBias && Sd(offsets) <= offsetSd, figures);
        Assert.True(others <= 0.02 * Seeds * Truth.Length, figures);
    }

    [Theory]
    [InlineData("double threshold")]
    [InlineData("Teager-Kaiser")]
    [InlineData("Bonato")]
    public void Rest_holds_hardly_a_burst(string name)
    {
        // 200 recordings of 12 s: 40 minutes.
        int found = Enumerable.Range(0, Seeds).Sum(seed => SimulatedEmg.Bursts(12, 1000, 0, 5000 + (ulong)seed).Onsets(Method(name)).Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {found} bursts in 40 minutes of rest");
        Assert.True(found <= 12, $"{name}: {found} bursts in 40 minutes of rest");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(2048)]
    public void The_rate_of_the_signal_counts(double rate)
    {
        foreach (string name in new[] { "double threshold", "Teager-Kaiser", "Bonato" })
        {
            EmgBursts bursts = SimulatedEmg.Bursts(6, rate, 20, 3, Truth).Onsets(Method(name));
            Assert.Equal(2, bursts.Count);
            Assert.All(bursts.Zip(Truth), pair =>
            {
                Assert.Equal(pair.Second.Onset, pair.First.Onset, 0.02);
                Assert.Equal(pair.Second.Offset, pair.First.Offset, 0.03);
            });
        }
    }

    private static OnsetMethod Method(string name) => name switch
    {
        "double threshold" => new DoubleThresholdOnsets(),
        "Teager-Kaiser" => new TeagerKaiserOnsets(),
        _ => new BonatoOnsets(),
    };

    private static double Mean(List<double> values) => values.Average();

    private static double Sd(List<double> values)
    {
        double mean = Mean(values);
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
