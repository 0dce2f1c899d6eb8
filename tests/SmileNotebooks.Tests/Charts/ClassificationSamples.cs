// Values of classification that show themselves: of a small simulated table, of one with leaks, and of one without anything.
using System.Collections.Immutable;

namespace SmileNotebooks.Tests.Charts;

internal static class ClassificationSamples
{
    public const string Phrase = "simulated for this figure, seed 1";

    // They are made once, for all tests.
    private static readonly CancellationToken Stop = CancellationToken.None;

    private static readonly SmileTrainingOptions s_options = new() { Permutations = 10, BootstrapDraws = 300 };

    /// <summary>Values that show themselves, with how many figures each has.</summary>
    public static Dictionary<string, (object Value, int Figures)> Values { get; } = MakeValues();

    private static Dictionary<string, (object Value, int Figures)> MakeValues()
    {
        FeatureTable table = Table(seed: 1) with { Simulated = Phrase };
        FeatureTable leaking = Table(seed: 2);
        leaking = leaking with
        {
            Features = leaking.Features.Add("a <b>copy</b> of the label"),
            Rows = [.. leaking.Rows.Select((row, at) => row with
            {
                Values = row.Values.Add(row.Label == true ? 1 : 0),
                Context = row.Context.Add("camera", row.Label == true ? "left" : "right"),
                Person = at < 3 ? "person & 0" : row.Person,
            })],
        };
        return new()
        {
            ["table"] = (table, 2),
            ["validation"] = (SmileTraining.Run(table, new ElasticNetTrainer(), s_options, stop: Stop).Validation, 5),
            ["leaks"] = (LeakageChecks.Of(leaking, stop: Stop), 0),
            ["no leak"] = (LeakageChecks.Of(table, stop: Stop), 0),
            ["leaking validation"] = (SmileTraining.Run(leaking, new ElasticNetTrainer(), s_options with { Permutations = 0, LearningCurve = false }, stop: Stop).Validation, 3),
            ["comparison"] = (SmileTraining.Compare(table, [.. SmileTrainers.All], s_options, stop: Stop), 1),
            ["empty table"] = (table with { Rows = [] }, 0),
        };
    }

    private static FeatureTable Table(ulong seed)
    {
        RandomStream random = new(seed);
        ImmutableArray<FeatureRow>.Builder rows = ImmutableArray.CreateBuilder<FeatureRow>();
        for (int at = 0; at < 120; at++)
        {
            bool label = at % 2 == 0;
            double strength = random.NextGaussian();
            rows.Add(new FeatureRow(
                [Math.Exp((label ? 0.6 : 0.25) + (0.4 * random.NextGaussian())), 0.15 + (0.05 * strength), 1 + (0.4 * strength) + (label ? 0 : 0.3) + (0.2 * random.NextGaussian()), random.NextGaussian()])
            {
                Label = label,
                Person = $"person {at / 4}",
                Clip = $"clip {at}",
            });
        }

        return new FeatureTable
        {
            Features = ["onset_duration_s", "onset_amplitude", "onset_speed_max", "irregularity"],
            Rows = rows.ToImmutable(),
            LabelName = "genuine",
            Source = "smiles.csv",
        };
    }
}
