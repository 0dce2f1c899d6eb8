// From the random terms of a formula to grouping blocks, with the errors that a reader of the formula understands.
using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace SmileNotebooks;

/// <summary>All random terms: blocks in the order of elimination, most levels first, and the terms in the order of the formula.</summary>
internal sealed class RandomStructure
{
    // Thousands of covariances: more than data tell apart, or a search ends on.
    private const int MostEffects = 100;

    private RandomStructure(ImmutableArray<RandomPart> parts, GroupingBlock[] blocks, Factor[] groups)
    {
        Parts = parts;
        Blocks = blocks;
        Groups = groups;
    }

    public ImmutableArray<RandomPart> Parts { get; }

    public GroupingBlock[] Blocks { get; }

    /// <summary>The grouping factor of each block, without empty levels.</summary>
    public Factor[] Groups { get; }

    /// <summary>Grouping factors whose terms span each other, as (1 | s) and (0 + factor | s) do: their shares of the variance are not unique.</summary>
    public ImmutableArray<string> Collinear { get; private init; } = [];

    /// <summary>The levels of a formula's grouping factor in some rows, crossed where the formula crosses.</summary>
    public static Factor GroupOf(Formula formula, string group, DataColumns data) =>
        Factor.Crossing([.. formula.RandomTerms.First(term => term.GroupingName == group).Grouping
            .Select(name => formula.Variable(name).Factor(data))]);

    public static RandomStructure From(Formula formula, DataColumns data, ModelMatrixOptions coding)
    {
        List<(string Name, Factor Group, List<ModelMatrix> Matrices)> groups = [];
        List<(string Group, ModelMatrix Matrix)> terms = [];
        foreach (RandomTerm term in formula.RandomTerms.SelectMany(Independent))
        {
            ModelMatrix matrix = ModelMatrix.Of(formula, term, data, coding);
            if (matrix.ColumnCount == 0)
            {
                throw new ArgumentException($"The random term {term} has no effect: expected a constant or a variable left of the bar.");
            }

            int at = groups.FindIndex(known => known.Name == term.GroupingName);
            if (at < 0)
            {
                at = groups.Count;
                groups.Add((term.GroupingName, GroupOf(formula, term.GroupingName, data), []));
            }

            groups[at].Matrices.Add(matrix);
            terms.Add((term.GroupingName, matrix));
        }

        // Elimination begins with the factor of most levels: what is left to be crossed is then smallest.
        (string Name, Factor Group, List<ModelMatrix> Matrices)[] ordered = [.. groups.OrderByDescending(group => group.Group.Levels.Length)];
        GroupingBlock[] blocks = [.. ordered.Select(group => BlockOf(group.Name, group.Group, group.Matrices))];
        ImmutableArray<RandomPart> parts = [.. terms.Select(term =>
        {
            int block = Array.FindIndex(ordered, group => group.Name == term.Group);
            int first = ordered[block].Matrices.TakeWhile(matrix => matrix != term.Matrix).Sum(matrix => matrix.ColumnCount);
            return new RandomPart(term.Group, block, first, term.Matrix);
        })];
        RequireDistinct(blocks);
        return new RandomStructure(parts, blocks, [.. ordered.Select(group => group.Group)])
        {
            Collinear = [.. ordered.Where(group => group.Matrices.Count > 1 && FirstDependent(group.Matrices) >= 0).Select(group => group.Name)],
        };
    }

    // As lme4 reads ||: the constant, and each term without it, vary independently.
    private static IEnumerable<RandomTerm> Independent(RandomTerm term)
    {
        if (term.Correlated)
        {
            return [term];
        }

        IEnumerable<RandomTerm> single = term.Terms.Select(one => new RandomTerm(false, [one], term.Grouping, true));
        return term.HasIntercept ? single.Prepend(new RandomTerm(true, [], term.Grouping, true)) : single;
    }

    private static GroupingBlock BlockOf(string name, Factor group, List<ModelMatrix> matrices)
    {
        int rows = group.Codes.Length;
        int levels = group.Levels.Length;
        if (levels < 2)
        {
            throw new ArgumentException($"The grouping factor '{name}' has one level, '{group.Levels[0]}'; at least 2 are needed for a variance between levels.");
        }

        int effects = matrices.Sum(matrix => matrix.ColumnCount);
        if (effects > MostEffects)
        {
            throw new ArgumentException(
                $"'{name}' has {effects} random effects; at most {MostEffects} can be fitted. Leave a factor of many levels out of its terms, or make it a grouping factor of its own.");
        }

        List<double[]> columns = [];
        List<(int, int)> pattern = [];
        foreach (ModelMatrix matrix in matrices)
        {
            int first = columns.Count;
            for (int column = 0; column < matrix.ColumnCount; column++)
            {
                columns.Add(matrix.Column(column).ToArray());
                pattern.AddRange(Enumerable.Range(column, matrix.ColumnCount - column).Select(row => (first + row, first + column)));
            }
        }

        // Term by term: independent terms leave the residual variance identifiable however many they are together.
        if (matrices.Find(matrix => (long)levels * matrix.ColumnCount >= rows) is { } widest)
        {
            throw new ArgumentException(
                $"The random effects of '{name}' are as many as the rows or more: {levels} levels x {widest.ColumnCount} " +
                $"({string.Join(", ", widest.ColumnNames)}), {rows} rows. The residual variance is not identifiable; expected: fewer effects, or more rows a level.");
        }

        RequireIndependent(name, matrices);
        return new GroupingBlock(name, levels, ImmutableCollectionsMarshal.AsArray(group.Codes)!, columns, pattern);
    }

    private static void RequireIndependent(string group, List<ModelMatrix> matrices)
    {
        for (int i = 0; i < matrices.Count; i++)
        {
            int dependent = FirstDependent([matrices[i]]);
            string? redundant = dependent >= 0 ? matrices[i].ColumnNames[dependent] : FirstRepeated(matrices[i], matrices.Take(i));
            if (redundant is not null)
            {
                throw new ArgumentException(
                    $"The random effect '{redundant}' of '{group}' is not identifiable: it is zero, or a combination of the random effects of '{group}' before it.");
            }
        }
    }

    private static string? FirstRepeated(ModelMatrix matrix, IEnumerable<ModelMatrix> earlier) =>
        Enumerable.Range(0, matrix.ColumnCount)
            .Where(column => earlier.Any(other => Enumerable.Range(0, other.ColumnCount).Any(one => other.Column(one).SequenceEqual(matrix.Column(column)))))
            .Select(column => matrix.ColumnNames[column]).FirstOrDefault();

    /// <summary>The first column, over all matrices, that those before it combine to; -1 where there is none.</summary>
    private static int FirstDependent(IEnumerable<ModelMatrix> matrices)
    {
        List<double[]> basis = [];
        foreach (ModelMatrix matrix in matrices)
        {
            for (int column = 0; column < matrix.ColumnCount; column++)
            {
                double[] rest = matrix.Column(column).ToArray();
                double length = TensorPrimitives.Norm<double>(rest);
                foreach (double[] unit in basis)
                {
                    TensorPrimitives.MultiplyAdd(unit, -TensorPrimitives.Dot<double>(rest, unit), rest, rest);
                }

                double left = TensorPrimitives.Norm<double>(rest);
                if (!(left > 1e-8 * length))
                {
                    return basis.Count;
                }

                TensorPrimitives.Divide(rest, left, rest);
                basis.Add(rest);
            }
        }

        return -1;
    }

    /// <summary>Two factors that divide the rows in the same way cannot both have the same effect.</summary>
    private static void RequireDistinct(GroupingBlock[] blocks)
    {
        for (int first = 0; first < blocks.Length; first++)
        {
            for (int second = first + 1; second < blocks.Length; second++)
            {
                if (SamePartition(blocks[first], blocks[second])
                    && blocks[first].Columns.Any(one => blocks[second].Columns.Any(other => one.AsSpan().SequenceEqual(other))))
                {
                    throw new ArgumentException(
                        $"The grouping factors '{blocks[first].Name}' and '{blocks[second].Name}' divide the rows in the same way: " +
                        "their variances are not identifiable. Expected: one of them only.");
                }
            }
        }
    }

    private static bool SamePartition(GroupingBlock one, GroupingBlock other)
    {
        if (one.Levels != other.Levels)
        {
            return false;
        }

        int[] partner = new int[one.Levels];
        Array.Fill(partner, -1);
        for (int row = 0; row < one.Codes.Length; row++)
        {
            int code = one.Codes[row];
            if (partner[code] < 0)
            {
                partner[code] = other.Codes[row];
            }
            else if (partner[code] != other.Codes[row])
            {
                return false;
            }
        }

        return true;
    }
}
