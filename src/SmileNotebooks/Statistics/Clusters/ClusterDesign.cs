// Which comparison a cluster test makes.
namespace SmileNotebooks;

/// <summary>The comparison of a cluster test, which says what may be exchanged under the null hypothesis.</summary>
public enum ClusterDesign
{
    /// <summary>The mean of one sample against zero: each participant's course may change its sign.</summary>
    OneSample,

    /// <summary>Two conditions of the same participants: each participant's conditions may change places.</summary>
    Paired,

    /// <summary>Two groups of participants: the labels of the groups may be exchanged.</summary>
    Independent,
}
