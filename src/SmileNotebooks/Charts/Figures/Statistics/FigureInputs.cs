// What statistical figures are drawn from, where no result of a test is at hand.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>Values of one group or condition.</summary>
/// <param name="Name">What stands beside them.</param>
/// <param name="Values">The values, finite.</param>
public sealed record NamedSample(string Name, ImmutableArray<double> Values)
{
    /// <summary>What each value is of, such as a participant, as many as values: beside the mouse. None by default.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];
}

/// <summary>The mean of one cell of a design.</summary>
/// <param name="X">Level of the factor along x.</param>
/// <param name="Series">Level of the factor of the lines; null where there is one line.</param>
/// <param name="Panel">Levels of all further factors; null where there is one panel.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Interval">Its interval.</param>
public sealed record MeanCell(string X, string? Series, string? Panel, double Mean, ConfidenceInterval Interval);

/// <summary>A row of a forest plot.</summary>
/// <param name="Label">The study, contrast or coefficient.</param>
/// <param name="Estimate">The estimate.</param>
/// <param name="Interval">Its confidence interval; an infinite bound is drawn to the border.</param>
public sealed record ForestRow(string Label, double Estimate, ConfidenceInterval Interval)
{
    /// <summary>Weight, any unit: the area of the square. Null draws all squares alike.</summary>
    public double? Weight { get; init; }

    /// <summary>Whether the row sums up others: a diamond.</summary>
    public bool IsSummary { get; init; }

    /// <summary>Where a new study would be expected; null for none.</summary>
    public ConfidenceInterval? Prediction { get; init; }
}

/// <summary>A study in a funnel plot.</summary>
/// <param name="Label">The study.</param>
/// <param name="Effect">Its effect.</param>
/// <param name="StandardError">Its standard error, above 0.</param>
public sealed record FunnelStudy(string Label, double Effect, double StandardError);

/// <summary>A point of a curve with the bounds of its band.</summary>
/// <param name="X">Along x.</param>
/// <param name="Y">Along y.</param>
/// <param name="Lower">Lower bound; NaN for none.</param>
/// <param name="Upper">Upper bound; NaN for none.</param>
public sealed record CurvePoint(double X, double Y, double Lower = double.NaN, double Upper = double.NaN);

/// <summary>A curve over time with its band.</summary>
/// <param name="Name">The condition.</param>
/// <param name="Values">One value for each time.</param>
/// <param name="Lower">Lower bounds, as many; empty for none.</param>
/// <param name="Upper">Upper bounds, as many; empty for none.</param>
public sealed record TimeCurve(string Name, ImmutableArray<double> Values, ImmutableArray<double> Lower, ImmutableArray<double> Upper);

/// <summary>A cluster over time.</summary>
/// <param name="From">First sample.</param>
/// <param name="Until">The sample behind the last.</param>
/// <param name="P">Its p, 0 to 1.</param>
public sealed record TimeCluster(int From, int Until, double P);

/// <summary>A cluster over time and channels.</summary>
/// <param name="Points">Its points.</param>
/// <param name="P">Its p, 0 to 1.</param>
public sealed record GridCluster(ImmutableArray<(int Sample, int Channel)> Points, double P);

/// <summary>A random effect of one level of a grouping factor.</summary>
/// <param name="Group">The level, such as a participant.</param>
/// <param name="Term">The effect, such as <c>(Intercept)</c>.</param>
/// <param name="Estimate">Its conditional mode.</param>
/// <param name="Interval">Its interval.</param>
public sealed record CaterpillarRow(string Group, string Term, double Estimate, ConfidenceInterval Interval);
