// A simulated experiment on facial mimicry: its parameters. Docs: docs/simulated-experiments.md says where each comes from.
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SmileNotebooks;

/// <summary>A simulated experiment on facial mimicry: people look at faces while facial muscles are recorded. It makes whole recordings in memory, files in the layout of a
/// real study, and epochs of 100-ms bins. Immutable; the defaults are visible faces, with the effects and variances that were published for 74 people.</summary>
/// <remarks>
/// <para>The same parameters and seed give the same bytes. Each participant has random streams of their own: more participants change nothing in the first ones.</para>
/// <para>Everything it makes says that it was simulated. docs/simulated-experiments.md derives the parameters and says which are published and which assumed, and what a
/// test must recover of them.</para>
/// </remarks>
public sealed partial record MimicryExperiment
{
    /// <summary>The largest deviation or response in logarithms (148 times the amplitude): beyond any muscle, and the sum of all of them is far from where numbers overflow.</summary>
    internal const double LargestLog = 5;

    // Before VisibleFaces, which begins with it.
    private static readonly ImmutableArray<MimicryMuscle> s_muscles = [MimicryMuscle.Zygomaticus, MimicryMuscle.Corrugator];

    /// <summary>Visible faces, within participants: the defaults.</summary>
    public static MimicryExperiment VisibleFaces { get; } = new();

    /// <summary>How many people take part; 74 by default, as in the published data.</summary>
    public int Participants { get; init; } = 74;

    /// <summary>The conditions, which are the labels of events; by default Happy, Angry and Neutral.</summary>
    public ImmutableArray<string> Conditions { get; init; } = ["Happy", "Angry", "Neutral"];

    /// <summary>How many faces of each condition a participant sees; 4 by default, as in the published data.</summary>
    public int TrialsPerCondition { get; init; } = 4;

    /// <summary>Who sees which faces; by default everyone sees all.</summary>
    public MimicryDesign Design { get; init; } = MimicryDesign.WithinParticipants;

    /// <summary>Groups whose responses differ, dealt to participants in turn; none by default. Only where everyone sees all faces.</summary>
    [JsonIgnore]
    public ImmutableArray<MimicryGroup> Groups { get; init; } = [];

    /// <summary>The muscles, by default zygomaticus and corrugator.</summary>
    public ImmutableArray<MimicryMuscle> Muscles { get; init; } = s_muscles;

    /// <summary>How large responses are, in parts of those that <see cref="Muscles"/> say: 1 by default, 0 for none. Nothing is published for masked faces: let it vary.</summary>
    public double Amplitude { get; init; } = 1;

    /// <summary>When a response begins: seconds after the onset of the stimulus, on average. By default .3 (Dimberg and Thunberg, 1998: 300-400 ms for visible faces).</summary>
    public double Latency { get; init; } = 0.3;

    /// <summary>Standard deviation of latencies between participants, in seconds; by default .05 (assumed). Latencies below 0 become 0.</summary>
    public double LatencyDeviation { get; init; } = 0.05;

    /// <summary>Standard deviation of latencies between a participant's trials, in seconds; by default .05 (assumed).</summary>
    public double TrialLatencyDeviation { get; init; } = 0.05;

    /// <summary>How long a response takes to rise, in a straight line of the log amplitude, in seconds; by default .7. It falls as slowly after the stimulus.</summary>
    public double Ramp { get; init; } = 0.7;

    /// <summary>How long a face is shown, in seconds; by default 6 (assumed). The response begins to fall its latency after the end.</summary>
    public double StimulusDuration { get; init; } = 6;

    /// <summary>Seconds between the onsets of faces; by default 19, and up to <see cref="IntervalJitter"/> more: the real study had 19 to 27.</summary>
    public double Interval { get; init; } = 19;

    /// <summary>Seconds by which the time between onsets is at most longer, each length as likely as another; by default 2.</summary>
    public double IntervalJitter { get; init; } = 2;

    /// <summary>Seconds recorded before the first face; by default 5.</summary>
    public double Lead { get; init; } = 5;

    /// <summary>Seconds recorded after the onset of the last face; by default 10.</summary>
    public double Tail { get; init; } = 10;

    /// <summary>Samples a second of all channels (Hz): 100, 200, 500 or 1,000. By default 100, as in the files of the real study; the electromyogram itself needs 1,000.</summary>
    public int SamplingRate { get; init; } = 100;

    /// <summary>The seed of all random numbers; 1 by default.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What every output says of the data, as in "simulated from published parameters, seed 1".</summary>
    [JsonIgnore]
    public string Phrase => FormattableString.Invariant(
        $"simulated from published{(IsAsPublished ? "" : " and chosen")} parameters{(Amplitude == 1 ? "" : $", responses {Amplitude:0.####} times as large")}, seed {Seed}");

    // In files of studies: an experiment without groups has no entry, so that files that were made before there were groups stay the same.
    [JsonInclude]
    [JsonPropertyName("Groups")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    private MimicryGroup[]? GroupsInFiles => Groups.IsEmpty ? null : [.. Groups];

    private bool IsAsPublished => Groups.IsEmpty && Muscles.SequenceEqual(s_muscles) && (Latency, LatencyDeviation, TrialLatencyDeviation, Ramp)
        == (VisibleFaces.Latency, VisibleFaces.LatencyDeviation, VisibleFaces.TrialLatencyDeviation, VisibleFaces.Ramp);

    /// <summary>Masked faces between groups, in the layout of Dimberg, Thunberg and Elmehed (2000): three groups of 40 see happy, neutral or angry faces. The size of the
    /// responses is open, because no means of that study are known to this library; nothing here speaks for or against it.</summary>
    /// <param name="amplitude">The size of responses in parts of those to visible faces: 0 for none, to 1.</param>
    public static MimicryExperiment MaskedFaces(double amplitude) => new()
    {
        Participants = 120,
        Conditions = ["Happy", "Neutral", "Angry"],
        Design = MimicryDesign.BetweenGroups,
        StimulusDuration = 5,
        Amplitude = amplitude,
    };

    /// <summary>The group of a participant: one of <see cref="Groups"/>, their condition where each sees one, or nothing. For <c>Epochs.Grouped</c>.</summary>
    /// <param name="participant">The number of a participant as recordings have it, such as 09.</param>
    /// <exception cref="ArgumentException">No participant of this experiment.</exception>
    public string GroupOf(string participant) =>
        int.TryParse(participant, out int number) && number >= 1 && number <= Participants
            ? GroupOf(number - 1)
            : throw new ArgumentException($"Participant {participant} does not take part, expected 01 to {NameOf(Participants - 1)}.", nameof(participant));

    /// <summary>As in <c>74 participants, 4 trials of Happy, Angry, Neutral each; zygomaticus, corrugator; simulated from published parameters, seed 1</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Participants} participants, {TrialsPerCondition} trials of {string.Join(Design == MimicryDesign.BetweenGroups ? " or " : ", ", Conditions)} each; {string.Join(", ", Muscles.Select(muscle => muscle.Name))}{string.Concat(Groups.Select(group => $"; {group}"))}; {Phrase}");

    internal string GroupOf(int participant) => Design == MimicryDesign.BetweenGroups ? Conditions[participant % Conditions.Length] : MembershipOf(participant)?.Name ?? "";

    internal MimicryGroup? MembershipOf(int participant) => Groups.IsEmpty ? null : Groups[participant % Groups.Length];

    /// <summary>The conditions that a participant sees.</summary>
    internal ImmutableArray<string> ConditionsOf(int participant) => Design == MimicryDesign.BetweenGroups ? [GroupOf(participant)] : Conditions;

    /// <summary>Two digits at least, as the real study has them; a hundredth participant renames nobody.</summary>
    internal static string NameOf(int participant) => $"{participant + 1:00}";
}
