// Rules that hold for the smiles of any movement: simulated scenes of several smiles, with and without pauses, that are cut, noisy, uneven, with gaps, blinks and speech.
using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Smiles;

public sealed class DynamicsSoundnessTests
{
    private const ulong Scenes = 200;

    // Scenes whose phases once came out of order, overlapped or had a negative speed.
    private static readonly ulong[] s_hard = [387, 532, 607, 957, 963, 981, 1129, 1626, 2656];

    public static TheoryData<SmileSignal> Signals => [SmileSignal.LipCorners, SmileSignal.AU12];

    [Theory]
    [MemberData(nameof(Signals))]
    public void Phases_follow_each_other_and_smiles_do_not_overlap(SmileSignal signal)
    {
        int smiles = 0;
        foreach (ulong seed in Seeds())
        {
            FaceSeries series = Scene(seed);
            double before = series.Times[0];
            foreach (SmileEpisode smile in SmileDynamics.Measure(series, new() { Signal = signal }).Episodes)
            {
                smiles++;
                Assert.True(IsSound(smile), $"seed {seed}: {smile}");
                Assert.True(smile.From >= before - 1e-9 && smile.Until <= series.Times[^1] + 1e-9, $"seed {seed}: {smile}, after {before}");
                before = smile.Until;
            }
        }

        Assert.True(smiles > 300, $"{smiles} smiles");
    }

    [Fact]
    public void A_clip_that_begins_a_minute_later_has_the_same_smiles()
    {
        foreach (ulong seed in Seeds())
        {
            FaceSeries series = Scene(seed);
            SmileDynamics now = SmileDynamics.Measure(series);
            SmileDynamics later = SmileDynamics.Measure(series with { Times = [.. series.Times.Select(time => time + 64)] });

            Assert.Equal(now.Episodes.Length, later.Episodes.Length);
            Assert.All(now.Episodes.Zip(later.Episodes), pair =>
            {
                AssertNear(pair.First.OnsetStart + 64, pair.Second.OnsetStart, seed);
                AssertNear(pair.First.ApexStart + 64, pair.Second.ApexStart, seed);
                AssertNear(pair.First.OffsetStart + 64, pair.Second.OffsetStart, seed);
                AssertNear(pair.First.OffsetEnd + 64, pair.Second.OffsetEnd, seed);
                AssertNear(pair.First.OnsetAmplitude, pair.Second.OnsetAmplitude, seed);
            });
        }
    }

    private static IEnumerable<ulong> Seeds()
    {
        for (ulong seed = 1; seed <= Scenes; seed++)
        {
            yield return seed;
        }

        foreach (ulong seed in s_hard)
        {
            yield return seed;
        }
    }

    // NaN, a phase that is not seen, breaks no rule.
    private static bool IsSound(SmileEpisode smile) =>
        !(smile.OnsetDuration <= 0) && !(smile.ApexDuration < 0) && !(smile.OffsetDuration <= 0) && smile.From < smile.Until
        && !(smile.OnsetSpeedMax <= 0) && !(smile.OffsetSpeedMax <= 0) && !(smile.OnsetAmplitude <= 0) && !(smile.OffsetAmplitude <= 0)
        && double.IsNaN(smile.OnsetDuration) == smile.IsCutAtStart && double.IsNaN(smile.OnsetAmplitude) == smile.IsCutAtStart
        && !(smile.Irregularity is < 0 or > 1) && !(Math.Abs(smile.Asymmetry) > 1);

    private static void AssertNear(double expected, double actual, ulong seed) =>
        Assert.True(double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) < 0.005, $"seed {seed}: found {actual}, expected {expected}");

    private static FaceSeries Scene(ulong seed)
    {
        RandomStream random = new(seed, 77);
        double rate = new double[] { 15, 25, 30, 50, 120 }[random.NextInt(5)];
        double end = (random.NextDouble() * 2) - 0.5;
        List<SceneSmile> smiles = [];
        int count = random.NextInt(5);
        for (int i = 0; i < count; i++)
        {
            double onset = 0.2 + (random.NextDouble() * 2);
            double apex = random.NextDouble() < 0.2 ? 0 : random.NextDouble() * 3;
            double offset = 0.3 + (random.NextDouble() * 3);
            smiles.Add(new(end, onset, apex, offset, 0.03 + (random.NextDouble() * 0.3)));

            // Three in ten begin while the one before is still falling.
            end += onset + apex + offset + (random.NextDouble() < 0.3 ? -0.5 * offset : random.NextDouble() * 2);
        }

        double seconds = Math.Max(1, end * (0.5 + (0.7 * random.NextDouble())));
        double speech = random.NextDouble() < 0.3 ? 0.03 * random.NextDouble() : 0;
        double syllables = 2 + (3 * random.NextDouble());
        SmileScene scene = new()
        {
            Smiles = [.. smiles],
            Seconds = seconds,
            LeftShare = 0.2 + (0.6 * random.NextDouble()),
            Noise = random.NextDouble() < 0.5 ? 0 : 0.006 * random.NextDouble(),
            Added = time => speech * Math.Sin(2 * Math.PI * syllables * time),
            Blinks = [.. Enumerable.Range(1, random.NextInt(4)).Select(blink => seconds * blink / 5)],
            LipsInBlink = random.NextDouble() < 0.5 ? 0.01 : 0,
        };
        FaceSeries series = random.NextDouble() < 0.5 ? scene.At(rate, seed) : scene.Uneven(rate, seed, 0.8, 0.2);
        return random.NextDouble() < 0.4 && series.Count > 10 ? WithGap(series, random.NextInt(series.Count), 1 + random.NextInt((int)rate)) : series;
    }

    private static FaceSeries WithGap(FaceSeries series, int from, int frames) => series with
    {
        Columns = series.Columns.ToImmutableSortedDictionary(
            column => column.Key,
            column => column.Value.Select((value, frame) => frame >= from && frame < from + frames ? double.NaN : value).ToImmutableArray()),
    };
}
