// From epochs to their mean course.
using System.Collections.Immutable;

namespace SmileNotebooks;

public sealed partial record Epochs
{
    /// <summary>The mean response over time, per participant and condition, with bands over participants. Bin the epochs first: <c>epochs.Bins(0.1).TimeCourse()</c>.</summary>
    /// <exception cref="ArgumentException">No participant has a trial in each condition; the message says how many trials each condition has.</exception>
    public TimeCourse TimeCourse() => TimeCourseMaker.Make(this);

    /// <summary>The responses of each epoch over time, and what is left out.</summary>
    internal (List<(Epoch Epoch, double[] Responses)> Counted, List<Exclusion> Exclusions) Responses()
    {
        ResponseCounter counter = new(this);
        List<(Epoch, double[])> counted = new(Items.Length);
        List<Exclusion> exclusions = [.. Exclusions];
        string what = BinWidth > 0 ? "a bin" : "a sample";
        foreach (Epoch epoch in Items)
        {
            double[] responses = epoch.Samples.ToArray();
            if (counter.Count(epoch, responses, what) is { } exclusion)
            {
                exclusions.Add(exclusion);
            }
            else
            {
                counted.Add((epoch, responses));
            }
        }

        return (counted, exclusions);
    }
}
