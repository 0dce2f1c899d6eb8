namespace SmileNotebooks;

/// <summary>What a mixed model's parameters maximise.</summary>
public enum LikelihoodCriterion
{
    /// <summary>The restricted likelihood (REML; Patterson and Thompson, 1971): variances are not biased by the fixed effects. The default.</summary>
    Restricted,

    /// <summary>The full likelihood (ML): what likelihood-ratio tests of fixed effects need.</summary>
    Full,
}
