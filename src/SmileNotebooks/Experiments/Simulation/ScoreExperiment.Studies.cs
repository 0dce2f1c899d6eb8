// Experiments of the literature in the layout that they have in common; the sizes of their effects are assumed.
namespace SmileNotebooks;

public sealed partial record ScoreExperiment
{
    /// <summary>Ratings of true and false smiles by people who can move their face and people whose mouth is blocked by a mouthguard, in the layout of Rychlowska and others (2014). Groups
    /// between, smiles within; 8 smiles of each kind. Every number is assumed.</summary>
    /// <param name="assumedDifference">By how much true smiles are rated as more genuine by people who are free to move, in points of the scale. Assumed.</param>
    /// <param name="assumedBlocking">The share of that difference which a mouthguard takes away: 0 for none, 1 for all of it. Assumed.</param>
    public static ScoreExperiment Mouthguard(double assumedDifference = 0.8, double assumedBlocking = 1) => new()
    {
        What = "rating",
        Measure = "genuineness, points of a scale from 1 to 7",
        Cells =
        [
            new("True", MiddleRating + (assumedDifference / 2), "Free"),
            new("False", MiddleRating - (assumedDifference / 2), "Free"),
            new("True", MiddleRating + ((1 - assumedBlocking) * assumedDifference / 2), "Blocked"),
            new("False", MiddleRating - ((1 - assumedBlocking) * assumedDifference / 2), "Blocked"),
        ],
        TrialsPerCondition = 8,
        SubjectDeviation = 0.7,
        SubjectConditionDeviation = 0.5,
        TrialDeviation = 1.2,
    };

    /// <summary>Memory of people who were told to show nothing and of people who were told nothing, in standard deviations of the scores.</summary>
    /// <param name="assumedCost">By how many standard deviations those who suppress remember less (Cohen's d). Assumed.</param>
    /// <param name="participants">How many people take part, half of them in each group.</param>
    public static ScoreExperiment MemoryCost(double assumedCost, int participants) => new()
    {
        What = "memory",
        Measure = "score in standard deviations",
        Cells = [new("Memory", 0, "Free"), new("Memory", -assumedCost, "Suppress")],
        Participants = participants,
    };

    private const double MiddleRating = 4;
}
