// A simulated panel of people in a network: who befriends whom, what they share, and whether smiles spread. Parameters and their checks.
using static SmileNotebooks.Parameter;
using static System.FormattableString;

namespace SmileNotebooks;

/// <summary>People in a network whose smiles are alike for three reasons that can be set one by one: they befriend those who are like them (homophily), they share what happens to
/// their community (shared shocks), and, where <see cref="Contagion"/> is above 0, their friends' smiles make them smile. Immutable; same parameters and seed, same bytes.</summary>
/// <remarks>The log odds of a smile of person i in wave t are trait(i) + shock(community of i, t) + Contagion x (share of i's friends who smiled in wave t - 1, less 1/2)
/// + Persistence x (1 if i smiled in wave t - 1, 0 if not, less 1/2). No number is published: all are assumed, to show what analyses do with worlds of which the truth is known.</remarks>
public sealed partial record NetworkExperiment
{
    /// <summary>How many people; 240 by default.</summary>
    public int People { get; init; } = 240;

    /// <summary>How many communities of the same size; 12 by default.</summary>
    public int Communities { get; init; } = 12;

    /// <summary>How many friends each person names; 4 by default.</summary>
    public int Friends { get; init; } = 4;

    /// <summary>How many waves are observed; 8 by default.</summary>
    public int Waves { get; init; } = 8;

    /// <summary>How much people prefer those of a like trait: somebody whose trait differs by d standard deviations is named exp(-Homophily x d) times as likely. 2 by default.</summary>
    public double Homophily { get; init; } = 2;

    /// <summary>How much likelier somebody of one's own community is named than somebody else; 40 times by default.</summary>
    public double OwnCommunity { get; init; } = 40;

    /// <summary>Standard deviation between people of the trait, in log odds: how readily they smile. 1 by default.</summary>
    public double TraitDeviation { get; init; } = 1;

    /// <summary>Standard deviation of what happens to a community in a wave, in log odds; .8 by default.</summary>
    public double SharedShocks { get; init; } = 0.8;

    /// <summary>How much of a shock is left a wave later: its autocorrelation, 0 to below 1; 0 by default.</summary>
    public double ShockPersistence { get; init; }

    /// <summary>By how much shocks count more for people whose trait is a standard deviation higher; 0 by default. Above 0, friends react alike because they are alike, in each wave
    /// anew: that no analysis of these data can tell from contagion (Shalizi and Thomas, 2011).</summary>
    public double TraitByShock { get; init; }

    /// <summary>By how much the log odds rise from no friend to all friends smiling in the wave before; 0 by default: no contagion.</summary>
    public double Contagion { get; init; }

    /// <summary>By how much the log odds are higher after a smile of one's own in the wave before; .5 by default.</summary>
    public double Persistence { get; init; } = 0.5;

    /// <summary>The seed of all random numbers; 1 by default.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What every output says of the data.</summary>
    public string Phrase => Invariant($"simulated network, {World}, seed {Seed}");

    /// <summary>What makes people alike, in words.</summary>
    internal string World => Invariant($"contagion {Contagion:0.###}, homophily {Homophily:0.###}, shared shocks {SharedShocks:0.###}{(ShockPersistence == 0 ? "" : Invariant($" that last {ShockPersistence:0.###}"))}{(TraitByShock == 0 ? "" : Invariant($", trait by shock {TraitByShock:0.###}"))}");

    /// <summary>As in <c>240 people in 12 communities, 4 friends each, 8 waves; simulated network, contagion 0, ...</c>.</summary>
    public override string ToString() => Invariant($"{People} people in {Communities} communities, {Friends} friends each, {Waves} waves; {Phrase}");

    private void Check()
    {
        Require(People is >= 4 and <= 20_000, nameof(People), People, "4 to 20,000");
        Require(Communities >= 1 && Communities <= People / 2, nameof(Communities), Communities, "1 to half of the people");
        Require(Friends >= 1 && Friends < People, nameof(Friends), Friends, FormattableString.Invariant($"1 to {People - 1:#,0}: all others"));
        Require(Waves is >= 2 and <= 1_000, nameof(Waves), Waves, "2 to 1,000");
        Require(Homophily is >= 0 and <= 20, nameof(Homophily), Homophily, "0 to 20");
        Require(OwnCommunity is >= 1 and <= 1e6, nameof(OwnCommunity), OwnCommunity, "1 to 1,000,000");
        Require(TraitDeviation is >= 0 and <= 10, nameof(TraitDeviation), TraitDeviation, "0 to 10");
        Require(SharedShocks is >= 0 and <= 10, nameof(SharedShocks), SharedShocks, "0 to 10");
        Require(ShockPersistence is >= 0 and < 1, nameof(ShockPersistence), ShockPersistence, "0 to below 1");
        Require(TraitByShock is >= -10 and <= 10, nameof(TraitByShock), TraitByShock, "-10 to 10");
        Require(Contagion is >= -10 and <= 10, nameof(Contagion), Contagion, "-10 to 10");
        Require(Persistence is >= -10 and <= 10, nameof(Persistence), Persistence, "-10 to 10");
    }
}
