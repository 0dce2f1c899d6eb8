namespace SmileNotebooks.Tests.Statistics.Classification;

public class GroupedFoldsTests
{
    [Fact]
    public void A_person_is_in_one_fold_and_every_fold_has_both_classes_over_many_seeds()
    {
        for (ulong seed = 0; seed < 300; seed++)
        {
            (int[] groups, bool[] labels) = People(seed, people: 7 + (int)(seed % 40));
            int count = 2 + (int)(seed % 4);

            GroupedFolds folds = GroupedFolds.Of(groups, labels, count, seed);

            Assert.Equal(count, folds.Count);
            Assert.All(Enumerable.Range(0, groups.Length).GroupBy(row => groups[row]), person => Assert.Single(person.Select(row => folds.Folds[row]).Distinct()));
            for (int fold = 0; fold < count; fold++)
            {
                Assert.Contains(folds.TestRows(fold), row => labels[row]);
                Assert.Contains(folds.TestRows(fold), row => !labels[row]);
                Assert.Equal(Enumerable.Range(0, groups.Length), folds.TestRows(fold).Concat(folds.TrainingRows(fold)).Order());
            }
        }
    }

    [Fact]
    public void Folds_are_alike_in_rows_and_in_classes()
    {
        (int[] groups, bool[] labels) = People(seed: 5, people: 200);
        double share = labels.Count(label => label) / (double)labels.Length;

        GroupedFolds folds = GroupedFolds.Of(groups, labels, 5, seed: 1);

        for (int fold = 0; fold < 5; fold++)
        {
            Assert.InRange(folds.TestRows(fold).Length, (0.98 * labels.Length / 5) - 1, (1.02 * labels.Length / 5) + 1);
            Assert.InRange(folds.TestRows(fold).Count(row => labels[row]) / (double)folds.TestRows(fold).Length, share - 0.02, share + 0.02);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_folds_whatever_the_order_of_the_rows_and_another_seed_others()
    {
        (int[] groups, bool[] labels) = People(seed: 9, people: 30);
        GroupedFolds folds = GroupedFolds.Of(groups, labels, 5, seed: 3);

        GroupedFolds backwards = GroupedFolds.Of([.. groups.Reverse()], [.. labels.Reverse()], 5, seed: 3);

        Assert.Equal(folds, GroupedFolds.Of(groups, labels, 5, seed: 3));
        Assert.Equal(folds.Folds, backwards.Folds.Reverse());
        Assert.NotEqual(folds, GroupedFolds.Of(groups, labels, 5, seed: 4));
    }

    [Fact]
    public void A_class_that_the_greedy_rule_would_pile_up_is_still_dealt_to_every_fold()
    {
        // Person 0 has both classes and most of the rows; the two others of class true have one row each.
        int[] groups = [.. Enumerable.Repeat(0, 50), 1, 2, 3, 4, 5];
        bool[] labels = [.. Enumerable.Range(0, 50).Select(row => row % 2 == 0), true, true, false, false, false];

        GroupedFolds folds = GroupedFolds.Of(groups, labels, 3, seed: 1);

        Assert.All(Enumerable.Range(0, 3), fold => Assert.Equal(2, folds.TestRows(fold).Select(row => labels[row]).Distinct().Count()));
    }

    [Fact]
    public void Too_few_people_or_people_of_a_class_are_said_in_numbers()
    {
        ArgumentException few = Assert.Throws<ArgumentException>(() => GroupedFolds.Of([1, 1, 2, 2], [true, false, true, false], 3, 1));
        ArgumentException rare = Assert.Throws<ArgumentException>(() => GroupedFolds.Of([1, 2, 3, 4], [true, false, false, false], 2, 1));
        ArgumentException none = Assert.Throws<ArgumentException>(() => GroupedFolds.Of([], [], 2, 1));
        ArgumentException one = Assert.Throws<ArgumentException>(() => GroupedFolds.Of([1, 2], [true, false], 1, 1));
        ArgumentException lengths = Assert.Throws<ArgumentException>(() => GroupedFolds.Of([1, 2], [true], 2, 1));

        Assert.StartsWith("Found 2 groups, expected at least as many as folds (3).", few.Message, StringComparison.Ordinal);
        Assert.StartsWith("Rows whose label is true are in 1 of 4 groups, expected at least as many as folds (2)", rare.Message, StringComparison.Ordinal);
        Assert.StartsWith("Found 0 groups", none.Message, StringComparison.Ordinal);
        Assert.StartsWith("Found 1 folds, expected at least 2.", one.Message, StringComparison.Ordinal);
        Assert.StartsWith("Found 2 groups with 1 labels.", lengths.Message, StringComparison.Ordinal);
    }

    // One to eight smiles a person, mostly of one class.
    private static (int[] Groups, bool[] Labels) People(ulong seed, int people)
    {
        RandomStream random = new(seed, 77);
        List<int> groups = [];
        List<bool> labels = [];
        for (int person = 0; person < people; person++)
        {
            int rows = 1 + random.NextInt(8);
            for (int row = 0; row < rows; row++)
            {
                groups.Add((person * 31) - 5);
                labels.Add(random.NextDouble() < (person % 2 == 0 ? 0.85 : 0.2) || (row == 0 && person < 10 && person % 2 == 0));
            }
        }

        // The first ten people make sure of five of each class.
        for (int row = 0; row < groups.Count; row++)
        {
            int person = (groups[row] + 5) / 31;
            labels[row] = person < 10 && groups.IndexOf(groups[row]) == row ? person % 2 == 0 : labels[row];
        }

        return ([.. groups], [.. labels]);
    }
}
