// A task of the Many Smiles study as its cell statistics.
namespace SmileNotebooks;

/// <summary>Happiness after a happy and a neutral pose: means, standard deviations and correlation over people, on a scale of 1 to 7.</summary>
/// <param name="Name">The task.</param>
/// <param name="Participants">How many people did it.</param>
/// <param name="Happy">Mean and standard deviation after the happy pose.</param>
/// <param name="Neutral">Mean and standard deviation after the neutral pose.</param>
/// <param name="Correlation">Of both ratings over people, -1 to 1.</param>
/// <param name="LabDeviation">Standard deviation of the mean difference between laboratories, beyond what chance alone makes of it.</param>
public sealed record FeedbackTask(string Name, int Participants, (double Mean, double Deviation) Happy, (double Mean, double Deviation) Neutral, double Correlation, double LabDeviation)
{
    /// <summary>Copying the smiles of actors: cells computed from the open data of Coles and others (2022).</summary>
    public static FeedbackTask Mimicry { get; } = new("facial mimicry", 477, (2.862, 1.687), (2.356, 1.551), 0.684, 0.171);

    /// <summary>Moving the face into a smile as instructed: cells computed from the open data of Coles and others (2022).</summary>
    public static FeedbackTask Voluntary { get; } = new("voluntary action", 421, (2.628, 1.546), (2.173, 1.381), 0.608, 0.227);

    /// <summary>A pen between the teeth: cells computed from the open data of Coles and others (2022).</summary>
    public static FeedbackTask Pen { get; } = new("pen in mouth", 606, (2.201, 1.419), (2.127, 1.393), 0.849, 0.018);

    /// <summary>The difference of means in units of the average standard deviation.</summary>
    public double Effect => (Happy.Mean - Neutral.Mean) / Math.Sqrt(0.5 * ((Happy.Deviation * Happy.Deviation) + (Neutral.Deviation * Neutral.Deviation)));

    /// <summary>As in <c>facial mimicry: d = 0.31</c>.</summary>
    public override string ToString() => $"{Name}: d = {Apa.Number(Effect)}";
}
