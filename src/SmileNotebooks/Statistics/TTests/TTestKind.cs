// Which of the t tests a result is of.
namespace SmileNotebooks;

/// <summary>The kinds of t test.</summary>
public enum TTestKind
{
    /// <summary>One sample against a value.</summary>
    OneSample,

    /// <summary>Differences of pairs against a value.</summary>
    Paired,

    /// <summary>Two independent samples, each with its own variance (Welch, 1947).</summary>
    Welch,

    /// <summary>Two independent samples with one variance (Student, 1908).</summary>
    Student,
}
