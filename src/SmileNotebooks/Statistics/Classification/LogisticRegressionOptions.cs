// What may be chosen in a logistic regression.
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>Options of <see cref="LogisticRegression"/>.</summary>
public sealed record LogisticRegressionOptions
{
    /// <summary>L2 penalty: half of this times the sum of squared coefficients is subtracted from the log-likelihood; the intercept is left free.
    /// Default: 0, maximum likelihood. It is scikit-learn's 1 / C, and depends on the predictors' units. Penalised estimates are drawn towards 0.</summary>
    public double Penalty { get; init; }

    /// <summary>Whether a matrix or selectors get an intercept. A formula says so itself. Default: true.</summary>
    public bool Intercept { get; init; } = true;

    /// <summary>How factors of a formula become columns. Default: treatment contrasts.</summary>
    public ModelMatrixOptions Coding { get; init; } = new();

    /// <summary>Confidence of the intervals. Default: .95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>What is done where a predictor is not finite or an outcome is missing. Default: an error.</summary>
    public MissingValues Missing { get; init; } = MissingValues.Fail;

    /// <summary>The column of participants that <see cref="MissingValues.DropParticipants"/> goes by, in a formula's data.</summary>
    public string? Participant { get; init; }

    internal void Check()
    {
        Levels.Checked(Level);
        if (!(Penalty >= 0 && double.IsFinite(Penalty)))
        {
            throw new ArgumentException(Invariant($"Penalty is {Penalty}, expected a finite number that is not negative."), nameof(Penalty));
        }
    }
}
