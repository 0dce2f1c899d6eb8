using FsCheck;
using FsCheck.Fluent;

namespace SmileNotebooks.Tests.Statistics.AnalysisOfVariance;

/// <summary>What may not change a test does not, for designs and data of all kinds. The seed is fixed, so that a failure repeats.</summary>
public sealed class AnovaPropertyTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithReplay(20240501, 7);

    [Fact]
    public void Shift_and_scale_change_no_F() =>
        Check((design, result) => Same(result, design.Fit(design.Values(value => (3.5 * value) + 40))));

    [Fact]
    public void Order_of_rows_changes_no_F() =>
        Check((design, result) => Same(result, Anova.Fit(design.Columns().Rows([.. Enumerable.Range(0, design.Rows).Reverse()]), "y", "s", ["w"], ["b"])));

    [Fact]
    public void Names_and_order_of_levels_change_no_F() =>
        Check((design, result) =>
        {
            DataColumns columns = design.Columns();
            string[] renamed = [.. columns.Factor("w").Codes.Select(code => $"level {9 - code}")];
            return Same(result, Anova.Fit(columns.With("w", renamed), "y", "s", ["w"], ["b"]));
        });

    [Fact]
    public void Sums_of_squares_of_equal_groups_add_up_to_the_total() =>
        Check((design, result) =>
        {
            double[] values = [.. design.Columns().Numeric("y")];
            double total = values.Sum(value => Math.Pow(value - values.Average(), 2));
            double parts = result.Effects.Sum(effect => effect.SumOfSquares) + result.Effects[0].ErrorSumOfSquares + result.Effects[^1].ErrorSumOfSquares;
            return Math.Abs(total - parts) < 1e-9 * total;
        });

    [Fact]
    public void Epsilons_lie_in_their_bounds_and_p_between_0_and_1() =>
        Check((design, result) => result.Effects.All(effect => effect.P is >= 0 and <= 1 && effect.PartialEtaSquared is >= 0 and <= 1 && effect.GeneralisedEtaSquared <= effect.PartialEtaSquared + 1e-12
            && (effect.Sphericity is null || (effect.Sphericity.GreenhouseGeisser >= (1.0 / (design.Cells - 1)) - 1e-12 && effect.Sphericity.GreenhouseGeisser <= 1 + 1e-12))));

    private static void Check(Func<Design, AnovaResult, bool> holds) =>
        Prop.ForAll(Design.Any, design => holds(design, design.Fit(design.Values(value => value)))).Check(Repeatable);

    private static bool Same(AnovaResult left, AnovaResult right) =>
        left.Effects.Zip(right.Effects).All(pair => pair.First.Name == pair.Second.Name && Math.Abs(pair.First.F - pair.Second.F) <= 1e-8 * Math.Max(1, pair.First.F));

    internal sealed record Design(int GroupSize, int Groups, int Cells, int Seed)
    {
        public static Arbitrary<Design> Any { get; } = Arb.From(
            from size in Gen.Choose(3, 9)
            from groups in Gen.Choose(2, 4)
            from cells in Gen.Choose(2, 6)
            from seed in Gen.Choose(0, 1_000_000)
            select new Design(size, groups, cells, seed));

        public int Rows => GroupSize * Groups * Cells;

        public AnovaResult Fit(double[] values) => Anova.Fit(Columns().With("y", values), "y", "s", ["w"], ["b"]);

        public double[] Values(Func<double, double> change)
        {
            Random random = new(Seed);
            return [.. Enumerable.Range(0, Rows).Select(_ => change(random.NextDouble()))];
        }

        public DataColumns Columns() => DataColumns.Empty
            .With("y", Values(value => value))
            .With("s", Enumerable.Range(0, Rows).Select(row => $"s{row / Cells:000}"))
            .With("w", Enumerable.Range(0, Rows).Select(row => $"w{row % Cells}"))
            .With("b", Enumerable.Range(0, Rows).Select(row => $"b{row / Cells % Groups}"));
    }
}
