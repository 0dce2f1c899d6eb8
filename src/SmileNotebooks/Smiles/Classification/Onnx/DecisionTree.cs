// A tree of yes-or-no questions, as boosting and forests sum them.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A question of a <see cref="DecisionTree"/>: is a value at most the threshold?</summary>
/// <param name="Feature">Which value, from 0.</param>
/// <param name="Threshold">In single precision, as values are compared.</param>
/// <param name="AtMost">What is asked next if so: the number of a question, or <c>~leaf</c> (below 0) for a leaf.</param>
/// <param name="Above">What is asked next if not.</param>
public readonly record struct DecisionSplit(int Feature, float Threshold, int AtMost, int Above);

/// <summary>A binary decision tree on single-precision values with a number at each leaf. Immutable.</summary>
public sealed class DecisionTree
{
    /// <summary>A tree that is checked to be one.</summary>
    /// <param name="splits">The questions, the first asked first; none for a tree of one leaf.</param>
    /// <param name="leaves">The numbers of the leaves: one more than there are questions.</param>
    /// <exception cref="ArgumentException">Numbers that do not fit; a question or leaf that is reached by no way, or by two; a feature below 0.</exception>
    public DecisionTree(ImmutableArray<DecisionSplit> splits, ImmutableArray<double> leaves)
    {
        if (leaves.Length != splits.Length + 1)
        {
            throw new ArgumentException($"Found {splits.Length} questions and {leaves.Length} leaves, expected one leaf more than questions.", nameof(leaves));
        }

        bool[] asked = new bool[splits.Length];
        bool[] given = new bool[leaves.Length];
        Stack<int> next = new([splits.IsEmpty ? ~0 : 0]);
        while (next.TryPop(out int at))
        {
            bool[] seen = at < 0 ? given : asked;
            int number = at < 0 ? ~at : at;
            if (number >= seen.Length || seen[number])
            {
                throw new ArgumentException($"The {(at < 0 ? "leaf" : "question")} {number} {(number >= seen.Length ? "does not exist" : "is reached by two ways")}.", nameof(splits));
            }

            seen[number] = true;
            if (at >= 0)
            {
                if (splits[at].Feature < 0)
                {
                    throw new ArgumentException($"Question {at} is of feature {splits[at].Feature}, expected 0 or more.", nameof(splits));
                }

                next.Push(splits[at].Above);
                next.Push(splits[at].AtMost);
            }
        }

        // One leaf more than questions: where all ways end, a question left over would leave a leaf over too.
        if (Array.IndexOf(given, false) is int left and >= 0)
        {
            throw new ArgumentException($"Leaf {left} is reached by no way.", nameof(splits));
        }

        Splits = splits;
        Leaves = leaves;
    }

    /// <summary>The questions.</summary>
    public ImmutableArray<DecisionSplit> Splits { get; }

    /// <summary>The numbers of the leaves.</summary>
    public ImmutableArray<double> Leaves { get; }

    /// <summary>The number of the leaf that a row ends at.</summary>
    /// <param name="values">One for each feature.</param>
    public double At(ReadOnlySpan<float> values)
    {
        int at = Splits.IsEmpty ? ~0 : 0;
        while (at >= 0)
        {
            DecisionSplit split = Splits[at];
            at = values[split.Feature] <= split.Threshold ? split.AtMost : split.Above;
        }

        return Leaves[~at];
    }
}
