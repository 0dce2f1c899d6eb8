using System.Runtime.InteropServices;

namespace SmileNotebooks;

/// <summary>Rows of a training set as models want them.</summary>
internal static class TrainingSetRows
{
    /// <summary>The values of a row, without a copy.</summary>
    public static ReadOnlySpan<double> Row(this TrainingSet set, int row) => MemoryMarshal.CreateReadOnlySpan(ref set.Values[row, 0], set.Features.Length);

    /// <summary>The same rows with other labels.</summary>
    public static TrainingSet WithLabels(this TrainingSet set, ReadOnlySpan<bool> labels) => new(set.Features, set.Values, labels, set.Groups.AsSpan());

    /// <summary>How many people there are.</summary>
    public static int PeopleCount(this TrainingSet set) => set.Groups.Distinct().Count();
}
