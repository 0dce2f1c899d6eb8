// What else can be asked of a t test of a study: whether the difference is negligible, and what the data say for there being none.
namespace SmileNotebooks;

/// <summary>Equivalence tests and Bayes factors of studies' t tests, which keep what the test is about and whether the data were simulated.</summary>
public static class StudyTests
{
    /// <summary>Two one-sided tests that the difference lies within bounds.</summary>
    /// <param name="test">A t test of a study.</param>
    /// <param name="lower">The lower bound, in standard deviations unless the options say otherwise.</param>
    /// <param name="upper">The upper bound.</param>
    /// <param name="options">By default bounds in standard deviations, alpha .05.</param>
    /// <exception cref="ArgumentException">Bounds out of order, or an alpha that cannot be.</exception>
    public static StudyResult<TostResult> Equivalence(this StudyResult<TTestResult> test, double lower, double upper, TostOptions? options = null)
    {
        options ??= new TostOptions { Unit = EquivalenceUnit.StandardDeviations };
        return test.Then(one => one.Kind switch
        {
            TTestKind.OneSample => Tost.OneSample(one.First.AsSpan(), lower, upper, options),
            TTestKind.Paired => Tost.Paired(one.First.AsSpan(), one.Second.AsSpan(), lower, upper, options),
            _ => Tost.Independent(one.First.AsSpan(), one.Second.AsSpan(), lower, upper, options with { EqualVariances = one.Kind == TTestKind.Student }),
        });
    }

    /// <summary>The JZS Bayes factor of the same difference; of groups that of Student's test, whose model has one variance.</summary>
    /// <param name="test">A t test of a study.</param>
    /// <param name="priorScale">Of the Cauchy prior, above 0.</param>
    public static StudyResult<BayesFactorResult> BayesFactor(this StudyResult<TTestResult> test, double priorScale = SmileNotebooks.BayesFactor.MediumScale) => test.Then(one =>
        one.Kind == TTestKind.Welch
            ? SmileNotebooks.BayesFactor.Independent(one.First.AsSpan(), one.Second.AsSpan(), priorScale)
            : SmileNotebooks.BayesFactor.FromTTest(one, priorScale));
}
