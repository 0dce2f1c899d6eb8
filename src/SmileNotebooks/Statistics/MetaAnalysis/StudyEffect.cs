// One study's effect, as a meta-analysis takes it.
namespace SmileNotebooks;

/// <summary>An effect with its sampling variance.</summary>
/// <param name="Label">The study, as in "Dimberg 1998".</param>
/// <param name="Effect">The estimate, on a scale where it is about normal (a log odds ratio, not an odds ratio).</param>
/// <param name="Variance">Its sampling variance, positive.</param>
public sealed record StudyEffect(string Label, double Effect, double Variance)
{
    /// <summary>The root of the variance.</summary>
    public double StandardError => Math.Sqrt(Variance);

    /// <summary>The study's own interval, from the normal distribution.</summary>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        double reach = Normal.UpperQuantile((1 - Levels.Checked(level)) / 2) * StandardError;
        return new ConfidenceInterval(Effect - reach, Effect + reach, level);
    }

    /// <summary>As in <c>Dimberg 1998: 0.42 [0.11, 0.73]</c>.</summary>
    public override string ToString() => $"{Label}: {Apa.Number(Effect)} {Apa.Limits(Interval())}";
}
