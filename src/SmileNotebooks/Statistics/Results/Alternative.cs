// The direction of an alternative hypothesis.
namespace SmileNotebooks;

/// <summary>The alternative hypothesis of a test.</summary>
public enum Alternative
{
    /// <summary>The parameter differs from the value under the null hypothesis, in either direction.</summary>
    TwoSided,

    /// <summary>The parameter is less than the value under the null hypothesis.</summary>
    Less,

    /// <summary>The parameter is greater than the value under the null hypothesis.</summary>
    Greater,
}
