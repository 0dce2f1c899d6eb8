using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>How factors become columns of a model matrix.</summary>
public sealed record ModelMatrixOptions
{
    /// <summary>The coding of every factor that <see cref="ContrastsOf"/> does not name. Default: <see cref="ContrastCoding.Treatment"/>.</summary>
    public ContrastCoding Contrasts { get; init; } = ContrastCoding.Treatment;

    /// <summary>Codings of single factors by the variable's name. Default: none.</summary>
    public ImmutableDictionary<string, ContrastCoding> ContrastsOf { get; init; } = ImmutableDictionary<string, ContrastCoding>.Empty;

    internal ContrastCoding CodingOf(string variable) => ContrastsOf.GetValueOrDefault(variable, Contrasts);
}
