// The joint test of a multiverse, after Simonsohn, Simmons and Nelson (2020), by sign flips of participants.
using System.Numerics.Tensors;

namespace SmileNotebooks;

/// <summary>Turns the signs of participants' differences, of each participant in all specifications together.</summary>
/// <remarks>Where a participant's responses do not depend on which of the two conditions a trial was, the labels of the two may be exchanged. All steps of a pipeline treat both
/// conditions alike (rejection and z look at all trials of a participant together), so that an exchange turns the sign of the participant's difference in every specification
/// and changes nothing else: the test is exact, however alike specifications are. Two statistics, of which the median is the main one (Simonsohn et al., 2020,
/// https://doi.org/10.1038/s41562-020-0912-z): the median dz, and how many specifications are significant in the direction in which more of them are.</remarks>
internal sealed class JointTest
{
    private const int Block = 64;

    // Arrangements with equal statistics reach them by sums in another order.
    private const double Rounding = 1e-9;

    private readonly (int[] People, double[] Differences, double SumOfSquares, double Critical)[] _specifications;
    private readonly int _participants;

    public JointTest(IReadOnlyList<SpecificationRun> runs, double alpha)
    {
        Dictionary<string, int> people = [];
        foreach ((string participant, _) in runs.SelectMany(run => run.Differences))
        {
            people.TryAdd(participant, people.Count);
        }

        _participants = people.Count;
        _specifications =
        [
            .. runs.Select(run =>
            {
                // Scaled to a largest value of 1: squares of any unit can be held then, and dz does not change.
                double largest = run.Differences.Max(one => Math.Abs(one.Difference));
                double[] differences = [.. run.Differences.Select(one => one.Difference / largest)];
                return (
                    run.Differences.Select(one => people[one.Participant]).ToArray(), differences, TensorPrimitives.SumOfSquares<double>(differences),
                    StudentT.UpperQuantile(alpha / 2, differences.Length - 1) / Math.Sqrt(differences.Length));
            }),
        ];
    }

    public (MultiverseTest Median, MultiverseTest Significant) Run(int permutations, ulong seed)
    {
        SignFlips flips = new(_participants, twoSided: true, permutations, seed);
        double[] ones = new double[_participants];
        Array.Fill(ones, 1);
        (double median, int significant) = Of(ones, new double[_specifications.Length]);
        bool[] asMedian = new bool[flips.Count];
        bool[] asMany = new bool[flips.Count];
        ParallelBlocks.Run((flips.Count + Block - 1) / Block, -1, () => (Signs: new double[_participants], Effects: new double[_specifications.Length]), (block, workspace) =>
        {
            for (int i = block * Block; i < Math.Min((block + 1) * Block, flips.Count); i++)
            {
                flips.Fill(i, workspace.Signs);
                (double flipped, int many) = Of(workspace.Signs, workspace.Effects);
                asMedian[i] = Math.Abs(flipped) >= Math.Abs(median) * (1 - Rounding);
                asMany[i] = many >= significant;
            }
        });
        return (
            new("median dz", median, flips.PValue(asMedian.Count(reached => reached)), flips.Count, flips.IsExact, seed),
            new("significant specifications in the commoner direction", significant, flips.PValue(asMany.Count(reached => reached)), flips.Count, flips.IsExact, seed));
    }

    private (double Median, int Significant) Of(double[] signs, double[] effects)
    {
        int above = 0, below = 0;
        for (int index = 0; index < _specifications.Length; index++)
        {
            (int[] people, double[] differences, double squares, double critical) = _specifications[index];
            double sum = 0;
            for (int i = 0; i < people.Length; i++)
            {
                sum += signs[people[i]] * differences[i];
            }

            int n = people.Length;
            double mean = sum / n;

            // Differences whose size hardly varies have no spread when all point one way: their effect is as large as a number can be told to be.
            double variance = Math.Max((squares - (n * mean * mean)) / (n - 1), 1e-28);
            double effect = mean / Math.Sqrt(variance);
            effects[index] = effect;
            above += effect > critical ? 1 : 0;
            below += effect < -critical ? 1 : 0;
        }

        Array.Sort(effects);
        int middle = effects.Length / 2;
        double median = effects.Length % 2 == 1 ? effects[middle] : (effects[middle - 1] / 2) + (effects[middle] / 2);
        return (median, Math.Max(above, below));
    }
}
