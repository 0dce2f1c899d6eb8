namespace SmileNotebooks;

/// <summary>A publication that a method comes from.</summary>
/// <param name="Short">As it stands in the text, such as "Steegen et al., 2016".</param>
/// <param name="Full">As it stands in a list of references, without the DOI.</param>
/// <param name="Doi">Its DOI, such as 10.1177/1745691616658637; null where none was checked.</param>
public sealed record MethodsReference(string Short, string Full, string? Doi = null)
{
    /// <summary>The address of the publication; null where no DOI is known.</summary>
    public string? Url => Doi is null ? null : $"https://doi.org/{Doi}";

    /// <summary>The whole reference, with its address.</summary>
    public override string ToString() => Url is null ? Full : $"{Full} {Url}";
}
