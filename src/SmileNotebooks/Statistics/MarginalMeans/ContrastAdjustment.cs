namespace SmileNotebooks;

/// <summary>How the p values and intervals of a family of contrasts are corrected for their number. A family is the contrasts within one level of the "by" factors.</summary>
public enum ContrastAdjustment
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>p times the number of contrasts; intervals likewise.</summary>
    Bonferroni,

    /// <summary>Holm's (1979) step-down procedure, never less powerful than Bonferroni's. The intervals are Bonferroni's. The default.</summary>
    Holm,

    /// <summary>Tukey's studentised range (Tukey, 1953; Kramer, 1956, for unequal errors). For all pairwise differences alone.</summary>
    Tukey,
}
