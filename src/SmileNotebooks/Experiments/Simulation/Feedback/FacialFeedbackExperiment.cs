// A simulated experiment on facial feedback in many laboratories.
using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>A simulated multi-laboratory experiment: everyone rates happiness after a happy and after a neutral pose. Immutable.</summary>
/// <remarks>Ratings are normal over people and are not cut at the ends of the scale, and laboratories are of one size: both assumed. Means, deviations, correlation and the
/// spread between laboratories are those of the task. Half of a laboratory's deviation goes to each pose, so that its mean rating is left alone.</remarks>
public sealed record FacialFeedbackExperiment
{
    private const string HappyPose = "Happy";
    private const string NeutralPose = "Neutral";

    /// <summary>The task; by default facial mimicry.</summary>
    public FeedbackTask Task { get; init; } = FeedbackTask.Mimicry;

    /// <summary>How many laboratories share the participants; 26 by default.</summary>
    public int Laboratories { get; init; } = 26;

    /// <summary>How many people take part; by default as many as did the task.</summary>
    public int? Participants { get; init; }

    /// <summary>The seed of all random numbers; 1 by default.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What every output says of the data.</summary>
    public string Phrase => FormattableString.Invariant($"simulated from published cell statistics, seed {Seed}");

    /// <summary>The ratings: a row for each person and pose, the laboratory as the group.</summary>
    /// <exception cref="ArgumentException">No laboratory, fewer than two people in one, a deviation below 0 or a correlation beyond -1 to 1.</exception>
    public TrialTable Trials()
    {
        int people = Participants ?? Task.Participants;
        Check(people);
        double[] labs = new double[Laboratories];
        new RandomStream(Seed).FillGaussian(labs, 0, Task.LabDeviation);
        ImmutableArray<Trial>.Builder trials = ImmutableArray.CreateBuilder<Trial>(2 * people);
        for (int person = 0; person < people; person++)
        {
            // A stream for each person: more people change nothing in the first ones.
            RandomStream random = new(Seed, (ulong)person + 1);
            double shared = random.NextGaussian();
            double own = (Task.Correlation * shared) + (Math.Sqrt(1 - (Task.Correlation * Task.Correlation)) * random.NextGaussian());
            int lab = person % Laboratories;
            string name = FormattableString.Invariant($"{person + 1:0000}");
            string group = FormattableString.Invariant($"lab {lab + 1:00}");
            trials.Add(Rating(name, group, HappyPose, 1, Task.Happy.Mean + (labs[lab] / 2) + (Task.Happy.Deviation * shared)));
            trials.Add(Rating(name, group, NeutralPose, 2, Task.Neutral.Mean - (labs[lab] / 2) + (Task.Neutral.Deviation * own)));
        }

        return new TrialTable { Trials = trials.MoveToImmutable(), Measure = "points on a scale of 1 to 7", Conditions = [NeutralPose, HappyPose], Simulated = Phrase };
    }

    /// <summary>As in <c>facial mimicry, 477 people in 26 laboratories; simulated from published cell statistics, seed 1</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Task.Name}, {Participants ?? Task.Participants} people in {Laboratories} laboratories; {Phrase}");

    private static Trial Rating(string person, string lab, string pose, int position, double value) => new(person, pose, "happiness", 1, position, value) { Group = lab };

    private void Check(int people)
    {
        if (Laboratories < 1 || people < 2 * Laboratories)
        {
            throw new ArgumentException(FormattableString.Invariant($"{people} people in {Laboratories} laboratories, expected at least one laboratory with two people in each."));
        }

        if (!(Task.Happy.Deviation > 0 && Task.Neutral.Deviation > 0 && Task.LabDeviation >= 0 && Task.Correlation is >= -1 and <= 1))
        {
            throw new ArgumentException($"Found the deviations {Task.Happy.Deviation}, {Task.Neutral.Deviation} and {Task.LabDeviation} and the correlation {Task.Correlation}; expected positive ones, one of at least 0 between laboratories, and -1 to 1.");
        }
    }
}
