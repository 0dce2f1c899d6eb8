// From epochs to the tidy table: one value an epoch.
using System.Collections.Immutable;
using static System.FormattableString;

namespace SmileNotebooks;

public sealed partial record Epochs
{
    /// <summary>The response of each epoch in a window: amplitudes are summarised first and then counted from their baseline.</summary>
    /// <param name="from">Where the window begins: seconds from the event.</param>
    /// <param name="to">Where it ends: seconds from the event, excluded.</param>
    /// <param name="summary">What of the window is taken; by default the mean.</param>
    /// <returns>One row an epoch. An epoch with missing samples in window or baseline, or whose response cannot be counted (a ratio to 0), is in
    /// <see cref="TrialTable.Exclusions"/>.</returns>
    /// <exception cref="ArgumentException">The window reaches beyond the epochs, holds no sample or cuts a bin in two; or an area of ratios or z values.</exception>
    public TrialTable Window(double from, double to, WindowSummary summary = WindowSummary.Mean)
    {
        Range window = SampleWindow.Of(this, from, to, "window");
        if (summary == WindowSummary.Area && (Baseline.IsRatio || Baseline.Method == BaselineMethod.ZScore))
        {
            throw new ArgumentException($"An area is asked for of responses that are counted as {Measure}, expected a difference from the baseline or no correction.", nameof(summary));
        }

        string what = Invariant($"{from:0.######} to {to:0.######} s");
        double duration = (window.End.Value - window.Start.Value) / SamplingRate;
        ResponseCounter counter = new(this);
        ImmutableArray<Trial>.Builder trials = ImmutableArray.CreateBuilder<Trial>(Items.Length);
        List<Exclusion> exclusions = [.. Exclusions];
        foreach (Epoch epoch in Items)
        {
            ReadOnlySpan<double> samples = epoch.Samples.Span[window];
            double value = summary == WindowSummary.Peak ? System.Numerics.Tensors.TensorPrimitives.Max(samples) : EpochMath.Mean(samples);
            if (counter.Count(epoch, new Span<double>(ref value), $"the window {what}") is { } exclusion)
            {
                exclusions.Add(exclusion);
                continue;
            }

            value = summary == WindowSummary.Area ? value * duration : value;
            trials.Add(new Trial(epoch.Participant, epoch.Condition, Muscle, epoch.Trial, epoch.Position, value) { Group = epoch.Group });
        }

        return new TrialTable
        {
            Trials = trials.ToImmutable(),
            Measure = MeasureOf(summary, what),
            Conditions = Conditions,
            Exclusions = [.. exclusions],
            Simulated = Simulated,
        };
    }

    private string MeasureOf(WindowSummary summary, string window) => summary switch
    {
        WindowSummary.Peak => $"peak, {Measure}, {window}",
        WindowSummary.Area => $"area over {window}, {Measure} x s",
        _ => $"{Measure}, {window}",
    };
}
