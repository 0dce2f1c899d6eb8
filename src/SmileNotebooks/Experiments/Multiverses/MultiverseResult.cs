// What all specifications found.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>The specifications of a multiverse and what they found together. Immutable.</summary>
[TypeFormatterSource(typeof(ValueFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Plain])]
public sealed record MultiverseResult : IStatisticalResult
{
    /// <summary>The muscle or channel.</summary>
    public required string Muscle { get; init; }

    /// <summary>The first condition.</summary>
    public required string First { get; init; }

    /// <summary>The second condition: effects are first - second.</summary>
    public required string Second { get; init; }

    /// <summary>The names of the choices.</summary>
    public required ImmutableArray<string> Choices { get; init; }

    /// <summary>All specifications, in the order of the combinations; those that could not be run have a <see cref="Specification.Problem"/>.</summary>
    public required ImmutableArray<Specification> Specifications { get; init; }

    /// <summary>The joint test: the median dz of all specifications against sign flips of participants.</summary>
    public required MultiverseTest MedianTest { get; init; }

    /// <summary>The second joint test: how many specifications are significant in the commoner direction.</summary>
    public required MultiverseTest SignificantTest { get; init; }

    /// <summary>The specifications by option: which choices move the result.</summary>
    public required ImmutableArray<OptionSummary> ByOption { get; init; }

    /// <summary>Level, limit of significance, permutations and seed.</summary>
    public required MultiverseOptions Options { get; init; }

    /// <summary>How the data were simulated; null for data that were recorded.</summary>
    public string? Simulated { get; init; }

    /// <summary>The specifications that could be run, by rising effect: the specification curve.</summary>
    public ImmutableArray<Specification> Curve => [.. Specifications.Where(one => one.Problem is null).OrderBy(one => one.Effect.Value).ThenBy(one => one.Number)];

    /// <summary>The share of specifications whose effect is above zero, of those that could be run.</summary>
    public double ShareAbove => Share(one => one.Effect.Value > 0);

    /// <summary>The share of specifications that are significant, in either direction, of those that could be run.</summary>
    public double ShareSignificant => Share(one => one.P < Options.Alpha);

    /// <inheritdoc/>
    public string Apa
    {
        get
        {
            ImmutableArray<Specification> curve = Curve;
            double middle = MedianTest.Observed;
            int above = curve.Count(one => one.Effect.Value > 0), significant = curve.Count(one => one.P < Options.Alpha);
            int failed = Specifications.Length - curve.Length;
            return Invariant($"{Muscle}, {First} - {Second} in {Plural.Of(curve.Length, "specification")} ({string.Join(" x ", Choices)}): dz from {SmileNotebooks.Apa.Number(curve[0].Effect.Value)} to {SmileNotebooks.Apa.Number(curve[^1].Effect.Value)}, median {SmileNotebooks.Apa.Number(middle)}; above 0 in {above} ({100.0 * above / curve.Length:0.#} %), p < {SmileNotebooks.Apa.Bounded(Options.Alpha)} in {significant} ({100.0 * significant / curve.Length:0.#} %). ")
                + $"Joint test of the median: {SmileNotebooks.Apa.P(MedianTest.P)}; of the number of significant specifications: {SmileNotebooks.Apa.P(SignificantTest.P)} ({MedianTest.Flips})."
                + (failed > 0 ? $" {Plural.Of(failed, "further specification")} could not be run." : "")
                + (Simulated is null ? "" : $" Data: {Simulated}.");
        }
    }

    /// <summary>All specifications, by rising effect, and then those that could not be run.</summary>
    public ResultTable SpecificationTable() => new(
        "Specifications",
        ["no.", .. Choices, "M", "dz", $"{SmileNotebooks.Apa.Percent(Options.Level)}% CI", "t", "p", "n", "trials", "left out"],
        [.. Curve.Concat(Specifications.Where(one => one.Problem is not null)).Select(Row)])
    {
        Note = "M: mean difference in the unit of the specification's own measure, which differs from row to row; dz is comparable. Left out: trials; participants."
            + string.Concat(Specifications.Where(one => one.Problem is not null).Select(one => $" {one.Number}: {one.Problem}")) + (Simulated is null ? "" : $" Data: {Simulated}."),
    };

    /// <summary>A row for each option of each choice: which choices move the result. <see cref="SpecificationTable"/> has a row for each specification.</summary>
    public ResultTable ToTable() => new(
        "By option", ["choice", "option", "specifications", "median dz", "smallest", "largest", $"p < {SmileNotebooks.Apa.Bounded(Options.Alpha)}"],
        [.. ByOption.Select(one => ImmutableArray.Create(
            one.Choice, one.Option, $"{one.Specifications}", SmileNotebooks.Apa.Number(one.Median), SmileNotebooks.Apa.Number(one.Smallest), SmileNotebooks.Apa.Number(one.Largest), $"{one.Significant}"))])
    {
        Note = Simulated is null ? null : $"Data: {Simulated}.",
    };

    /// <summary>The sentence.</summary>
    public override string ToString() => Apa;

    private ImmutableArray<string> Row(Specification one) =>
    [
        $"{one.Number}", .. one.Options,
        .. one.Problem is null
            ? (string[])
            [
                SmileNotebooks.Apa.Quantity(one.Estimate), SmileNotebooks.Apa.Number(one.Effect.Value), SmileNotebooks.Apa.Limits(one.Effect.Interval), SmileNotebooks.Apa.Number(one.T),
                SmileNotebooks.Apa.PCell(one.P), $"{one.Participants}", $"{one.Trials}", $"{one.TrialsLeftOut}; {one.ParticipantsLeftOut}",
            ]
            : ["", "", "", "", "", "", "", "not run"],
    ];

    private double Share(Func<Specification, bool> which)
    {
        ImmutableArray<Specification> curve = Curve;
        return (double)curve.Count(which) / curve.Length;
    }
}
