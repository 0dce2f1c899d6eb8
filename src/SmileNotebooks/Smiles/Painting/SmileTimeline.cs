using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What a face does in the course of a painted clip: the known truth. Equal by value.</summary>
public sealed record SmileTimeline
{
    // A blink closes in 0.10 s and opens in 0.20 s: conventions of this painter, about as long as blinks are.
    private const double Closing = 0.10, Reopening = 0.20;

    private readonly ValueSequence<PaintedSmile> _smiles;
    private readonly ValueSequence<double> _blinks = new([]);

    /// <summary>Length of the clip, seconds, above 0.</summary>
    public required double Duration { get; init; }

    /// <summary>The smiles in the order of time; one ends before the next begins. May be none.</summary>
    public required ImmutableArray<PaintedSmile> Smiles
    {
        get => _smiles.Items;
        init => _smiles = new ValueSequence<PaintedSmile>(value);
    }

    /// <summary>When the eyes are most closed by a blink, seconds. Default: no blink. Each takes 0.10 s to close and 0.20 s to open.</summary>
    public ImmutableArray<double> Blinks
    {
        get => _blinks.Items;
        init => _blinks = new ValueSequence<double>(value);
    }

    /// <summary>A clip of one smile: rest, onset, apex, offset, rest.</summary>
    /// <param name="strength">As <see cref="PaintedSmile.Strength"/>.</param>
    /// <param name="onset">Duration of the onset phase, seconds.</param>
    /// <param name="apex">Duration of the apex phase, seconds.</param>
    /// <param name="offset">Duration of the offset phase, seconds.</param>
    /// <param name="rest">Seconds of rest before, and again after.</param>
    /// <exception cref="ArgumentException">A duration that makes no smile.</exception>
    public static SmileTimeline One(double strength = 1, double onset = 0.6, double apex = 1, double offset = 0.8, double rest = 1)
    {
        SmileTimeline timeline = new()
        {
            Duration = onset + apex + offset + (2 * rest),
            Smiles = [new PaintedSmile { Onset = rest, Apex = rest + onset, Offset = rest + onset + apex, End = rest + onset + apex + offset, Strength = strength }],
        };
        timeline.Validate();
        return timeline;
    }

    /// <summary>What the face does at a time; the head keeps its place.</summary>
    /// <param name="time">Seconds; before 0 and after the end as well.</param>
    public SmilePose PoseAt(double time)
    {
        (double right, double left, double cheekRight, double cheekLeft) = (0, 0, 0, 0);
        foreach (PaintedSmile smile in Smiles)
        {
            double corner = smile.Strength * smile.ShareAt(time);
            double cheek = smile.Strength * smile.CheekShare * smile.ShareAt(time - smile.CheekLag);
            right += corner * (1 - smile.Asymmetry);
            left += corner * (1 + smile.Asymmetry);
            cheekRight += cheek * (1 - smile.Asymmetry);
            cheekLeft += cheek * (1 + smile.Asymmetry);
        }

        double blink = 0;
        foreach (double at in Blinks)
        {
            blink = Math.Max(blink, time < at ? MinimumJerk.WayAt((time - (at - Closing)) / Closing) : 1 - MinimumJerk.WayAt((time - at) / Reopening));
        }

        return new SmilePose { CornerRight = right, CornerLeft = left, CheekRight = cheekRight, CheekLeft = cheekLeft, Blink = blink };
    }

    /// <summary>Refuses what cannot be: times out of order, smiles that overlap, a smile beyond the clip.</summary>
    internal void Validate()
    {
        if (!(double.IsFinite(Duration) && Duration > 0))
        {
            throw new ArgumentException(FormattableString.Invariant($"A painted clip lasts a finite number of seconds above 0, found {Duration}."));
        }

        for (int i = 0; i < Smiles.Length; i++)
        {
            Smiles[i].Validate(i + 1);
            if (i > 0 && Smiles[i].Onset < Smiles[i - 1].End)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Painted smile {i + 1} begins at {Smiles[i].Onset} s, before smile {i} ends at {Smiles[i - 1].End} s."));
            }
        }

        if (Blinks.Any(blink => !double.IsFinite(blink)))
        {
            throw new ArgumentException("The time of a blink is a finite number of seconds.");
        }
    }
}
