namespace SmileNotebooks;

/// <summary>By what the degrees of freedom of a within-participant effect are multiplied, because its contrasts may vary unequally.</summary>
public enum SphericityCorrection
{
    /// <summary>Nothing: sphericity is taken for granted.</summary>
    None,

    /// <summary>The epsilon of Greenhouse and Geisser (1959). The default.</summary>
    GreenhouseGeisser,

    /// <summary>The epsilon of Huynh and Feldt (1976) with Lecoutre's (1991) correction for groups, at most 1.</summary>
    HuynhFeldt,
}
