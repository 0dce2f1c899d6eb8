using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The course of one condition. Immutable.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Values">[participants][times]: each participant's mean over trials.</param>
/// <param name="Mean">The mean over participants, per time.</param>
/// <param name="Lower">Where the 95 % band begins, per time: see <see cref="TimeCourse.BandMethod"/>. NaN with one participant.</param>
/// <param name="Upper">Where it ends, per time.</param>
public sealed record ConditionCourse(
    string Condition, ImmutableArray<ImmutableArray<double>> Values, ImmutableArray<double> Mean, ImmutableArray<double> Lower, ImmutableArray<double> Upper)
{
    /// <summary>[participants, times], as tests take them.</summary>
    internal double[,] Matrix() => CourseMath.Matrix(Values, Mean.Length);
}
