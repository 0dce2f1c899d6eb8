using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The test that the means of a factor are equal within one level of others.</summary>
/// <param name="Group">The levels of the "by" factors, joined by ':'; "" where there are none.</param>
/// <param name="Effect">The factors compared, joined by ':'.</param>
/// <param name="F">The test statistic.</param>
/// <param name="Degrees">Its degrees of freedom.</param>
/// <param name="ErrorDegrees">Those of the error.</param>
/// <param name="P">Upper tail of F, not corrected for the number of groups.</param>
public sealed record SimpleEffect(string Group, string Effect, double F, int Degrees, double ErrorDegrees, double P)
{
    /// <summary>As in <c>phase (A): F(2, 10) = 9.12, p = .006</c>.</summary>
    public override string ToString() =>
        $"{(Group.Length == 0 ? Effect : $"{Effect} ({Group})")}: F({Apa.DegreesOfFreedom(Degrees)}, {Apa.DegreesOfFreedom(ErrorDegrees)}) = {Apa.Number(F)}, {Apa.P(P)}";
}

/// <summary>Simple effects, one a group. Immutable.</summary>
/// <param name="Effects">In the order of the groups.</param>
public sealed partial record SimpleEffects(ImmutableArray<SimpleEffect> Effects) : IStatisticalResult
{
    /// <summary>A line an effect.</summary>
    public string Apa => string.Join('\n', Effects);

    /// <inheritdoc/>
    public ResultTable ToTable() => new("Simple effects", ["effect", "within", "df", "df error", "F", "p"], [.. Effects.Select(Row)])
    {
        Note = "p values not corrected for the number of tests.",
    };

    /// <inheritdoc/>
    public override string ToString() => Apa;

    private static ImmutableArray<string> Row(SimpleEffect effect) =>
    [
        effect.Effect,
        effect.Group,
        SmileNotebooks.Apa.DegreesOfFreedom(effect.Degrees),
        SmileNotebooks.Apa.DegreesOfFreedom(effect.ErrorDegrees),
        SmileNotebooks.Apa.Number(effect.F),
        SmileNotebooks.Apa.PCell(effect.P),
    ];
}
