using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The course of one group. Immutable.</summary>
/// <param name="Group">The group.</param>
/// <param name="Participants">Who is in it, in the order of <paramref name="Values"/>.</param>
/// <param name="Values">[participants][times]: each participant's mean over trials.</param>
/// <param name="Mean">The mean over participants, per time.</param>
/// <param name="Lower">Where the 95 % confidence interval of the mean begins, per time by itself. NaN with one participant.</param>
/// <param name="Upper">Where it ends, per time.</param>
public sealed record GroupCourse(
    string Group, ImmutableArray<string> Participants, ImmutableArray<ImmutableArray<double>> Values, ImmutableArray<double> Mean, ImmutableArray<double> Lower, ImmutableArray<double> Upper)
{
    private const double Level = 0.95;

    internal static GroupCourse Of(string group, IEnumerable<string> participants, IEnumerable<ImmutableArray<double>> values)
    {
        ImmutableArray<ImmutableArray<double>> courses = [.. values];
        DescriptiveResult[] times = [.. Enumerable.Range(0, courses[0].Length).Select(time => Descriptives.Of((ReadOnlySpan<double>)[.. courses.Select(course => course[time])], new() { Level = Level }))];
        return new(group, [.. participants], courses, [.. times.Select(one => one.Mean)], [.. times.Select(one => one.MeanInterval.Lower)], [.. times.Select(one => one.MeanInterval.Upper)]);
    }

    /// <summary>[participants, times], as tests take them.</summary>
    internal double[,] Matrix() => CourseMath.Matrix(Values, Mean.Length);
}
