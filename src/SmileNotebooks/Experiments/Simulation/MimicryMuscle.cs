// What one muscle does in a simulated experiment. Docs: docs/simulated-experiments.md derives every number.
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SmileNotebooks;

/// <summary>How one muscle behaves in a <see cref="MimicryExperiment"/>: its rest, its noise, and its sparse responses to faces. Immutable.</summary>
/// <remarks>
/// <para>The natural logarithm of the amplitude is the sum of the participant's rest, noise, and from the onset of the response on a change that each trial has:
/// subject + subject x stimulus + trial + response, in units of the log ratio to the baseline. Responses are sparse: only some participants respond to a condition at all
/// (<see cref="Responders"/>), they respond in some of its trials (<see cref="ResponseProbability"/>), and the size of a response is skewed: Gamma of shape 2.</para>
/// <para>The defaults of <see cref="Zygomaticus"/> and <see cref="Corrugator"/> give the contrasts, variance components and shares of strong trials that were published for
/// visible faces (74 participants of Nilsonne's open data on oxazepam and emotion, four trials a condition). docs/simulated-experiments.md says of each number whether
/// it is published, computed or assumed.</para>
/// </remarks>
public sealed record MimicryMuscle
{
    /// <summary>Makes a muscle.</summary>
    /// <param name="name">Its name, which is that of its average-rectified channel; the channel of the electromyogram itself is called "name raw".</param>
    public MimicryMuscle(string name) => Name = name;

    /// <summary>Zygomaticus major: happy faces +.167, angry faces +.010 against neutral ones.</summary>
    public static MimicryMuscle Zygomaticus { get; } = new("zygomaticus");

    /// <summary>Corrugator supercilii: happy faces -.133 (it relaxes), angry faces +.041 against neutral ones.</summary>
    public static MimicryMuscle Corrugator { get; } = new("corrugator")
    {
        MeanLogRatios = ImmutableSortedDictionary<string, double>.Empty.Add("Happy", -0.133).Add("Angry", 0.041),
        Responders = 0.57,
        ResponseProbability = 0.36,
        SubjectDeviation = 0.056,
        SubjectStimulusDeviation = 0.102,
        TrialDeviation = 0.0854,
        RestingAmplitude = 4.4e-3,
        RestingLogDeviation = 0.86,
    };

    /// <summary>Orbicularis oculi, the muscle around the eye: no response of its own, and half of that of the zygomaticus. Both are <b>assumed</b>, as are its deviations and rest,
    /// which are those of the corrugator: docs/simulated-experiments.md.</summary>
    public static MimicryMuscle Orbicularis { get; } = Corrugator with
    {
        Name = "orbicularis",
        MeanLogRatios = ImmutableSortedDictionary<string, double>.Empty,
        Coupling = new MuscleCoupling("zygomaticus", 0.5),
    };

    /// <summary>The name.</summary>
    public string Name { get; init; }

    /// <summary>The mean log ratio to baseline of each condition, over all participants and trials; 0 for a condition that is not named. Default: those of the zygomaticus.</summary>
    public ImmutableSortedDictionary<string, double> MeanLogRatios { get; init; } =
        ImmutableSortedDictionary<string, double>.Empty.Add("Happy", 0.167).Add("Angry", 0.010);

    /// <summary>The share of participants who respond to a condition at all, above 0 to 1; drawn for each condition by itself.</summary>
    public double Responders { get; init; } = 0.55;

    /// <summary>How often such a participant responds, above 0 to 1; at 1, with <see cref="Responders"/> of 1, every trial has a response.</summary>
    public double ResponseProbability { get; init; } = 0.37;

    /// <summary>Standard deviation of the change between participants.</summary>
    public double SubjectDeviation { get; init; } = 0.054;

    /// <summary>Standard deviation between conditions within a participant, besides what sparse responses add.</summary>
    public double SubjectStimulusDeviation { get; init; } = 0.1226;

    /// <summary>Standard deviation between trials of a condition, besides what sparse responses and <see cref="BinDeviation"/> add.</summary>
    public double TrialDeviation { get; init; } = 0.121;

    /// <summary>Standard deviation of the log amplitude within a trial at rest, measured every 100 ms: the recorder's estimation noise included.</summary>
    public double BinDeviation { get; init; } = 0.273;

    /// <summary>Its autocorrelation over 100 ms.</summary>
    public double BinAutocorrelation { get; init; } = 0.335;

    /// <summary>The median over participants of the mean rectified amplitude at rest, in mV.</summary>
    public double RestingAmplitude { get; init; } = 5.9e-3;

    /// <summary>Standard deviation between participants of the logarithm of the amplitude at rest.</summary>
    public double RestingLogDeviation { get; init; } = 1.0;

    /// <summary>What this muscle takes over from another in each trial; null, the default, for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MuscleCoupling? Coupling { get; init; }

    /// <summary>As in <c>zygomaticus: Angry 0.01, Happy 0.167</c>.</summary>
    public override string ToString() =>
        $"{Name}: {string.Join(", ", MeanLogRatios.Select(mean => FormattableString.Invariant($"{mean.Key} {mean.Value:0.####}")))}"
        + (Coupling is null ? "" : FormattableString.Invariant($"{(MeanLogRatios.IsEmpty ? "" : ", and ")}{Coupling.Slope:0.####} of {Coupling.Muscle}"));

    /// <summary>The mean log ratio of a condition.</summary>
    internal double MeanLogRatio(string condition) => MeanLogRatios.GetValueOrDefault(condition);

    internal void Check()
    {
        Require(Name.Length > 0 && Name.All(letter => letter is not ('\t' or '\r' or '\n')), "name", Name, "text without tabulators and line breaks");
        Require(Responders is > 0 and <= 1, nameof(Responders), Responders, "a share above 0, to 1");
        Require(ResponseProbability is > 0 and <= 1, nameof(ResponseProbability), ResponseProbability, "a probability above 0, to 1");
        foreach ((string condition, double mean) in MeanLogRatios)
        {
            Require(Math.Abs(mean) <= MimicryExperiment.LargestLog, $"mean log ratio of {condition}", mean, $"between -{MimicryExperiment.LargestLog} and {MimicryExperiment.LargestLog}");
        }

        foreach ((string name, double deviation) in new[]
        {
            (nameof(SubjectDeviation), SubjectDeviation), (nameof(SubjectStimulusDeviation), SubjectStimulusDeviation), (nameof(TrialDeviation), TrialDeviation),
            (nameof(BinDeviation), BinDeviation), (nameof(RestingLogDeviation), RestingLogDeviation),
        })
        {
            Require(deviation is >= 0 and <= MimicryExperiment.LargestLog, name, deviation, $"0 to {MimicryExperiment.LargestLog}");
        }

        Require(Coupling is null || Math.Abs(Coupling.Slope) <= MimicryExperiment.LargestLog, nameof(Coupling), Coupling?.Slope ?? 0, $"a slope between -{MimicryExperiment.LargestLog} and {MimicryExperiment.LargestLog}");
        Require(RestingAmplitude is > 0 and <= 1e6, nameof(RestingAmplitude), RestingAmplitude, "above 0 mV, to 1,000,000");
        AmplitudeNoise.Of(this);
    }

    private void Require(bool holds, string what, object found, string expected)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"{Name}: {what} is {found}, expected {expected}."), what);
        }
    }
}
