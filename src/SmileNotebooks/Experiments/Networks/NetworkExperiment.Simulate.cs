// The panels that a network experiment makes.
using static System.FormattableString;

namespace SmileNotebooks;

public sealed partial record NetworkExperiment
{
    // Waves before the first observed one, so that it does not matter how all began.
    private const int Unseen = 10;

    /// <summary>Makes the panel.</summary>
    /// <exception cref="ArgumentException">A parameter that cannot be; the message names it.</exception>
    public NetworkPanel Simulate() => Make(2, Contagion, "smiles", Phrase);

    /// <summary>The same people and friends with another outcome that nobody can catch, though it depends on the same trait and on shocks of the same size (others than those of
    /// <see cref="Simulate"/>): a placebo, as acne and height were for Cohen-Cole and Fletcher (2008).</summary>
    /// <exception cref="ArgumentException">A parameter that cannot be; the message names it.</exception>
    public NetworkPanel SimulatePlacebo() => Make(3, 0, "placebo", $"{Phrase}; a placebo without contagion");

    private NetworkPanel Make(ulong stream, double contagion, string outcome, string phrase)
    {
        Check();
        RandomStream random = new(Seed, 1);
        double[] traits = new double[People];
        random.FillGaussian(traits);
        int[][] friends = [.. Enumerable.Range(0, People).Select(ego => FriendsOf(ego, traits, ref random))];
        random = new(Seed, stream);
        double[] values = Outcomes(traits, friends, contagion, ref random);
        int digits = Invariant($"{People}").Length;
        return new(
            [.. Enumerable.Range(0, People).Select(person => new NetworkPerson(Invariant($"{person + 1}").PadLeft(digits, '0'), Invariant($"{CommunityOf(person) + 1:00}")))],
            [.. friends.SelectMany((alters, ego) => alters.Select(alter => new NetworkTie(ego, alter)))],
            [.. Enumerable.Range(1, Waves).Select(wave => Invariant($"{wave}"))],
            [.. values]) { Outcome = outcome, Simulated = phrase };
    }

    private int CommunityOf(int person) => person % Communities;

    /// <summary>Drawn one after the other, without putting back.</summary>
    private int[] FriendsOf(int ego, double[] traits, ref RandomStream random)
    {
        double[] weights = new double[People];
        double sum = 0;
        for (int alter = 0; alter < People; alter++)
        {
            weights[alter] = alter == ego ? 0 : (CommunityOf(alter) == CommunityOf(ego) ? OwnCommunity : 1) * Math.Exp(-Homophily * Math.Abs(traits[alter] - traits[ego]));
            sum += weights[alter];
        }

        int[] friends = new int[Friends];
        for (int i = 0; i < Friends; i++)
        {
            double left = random.NextDouble() * sum;
            int alter = 0, last = -1;
            for (; alter < People; alter++)
            {
                last = weights[alter] > 0 ? alter : last;
                left -= weights[alter];
                if (left < 0 && weights[alter] > 0)
                {
                    break;
                }
            }

            // Rounding may leave a little beyond the last.
            friends[i] = alter < People ? alter : last;
            sum -= weights[friends[i]];
            weights[friends[i]] = 0;
        }

        Array.Sort(friends);
        return friends;
    }

    private double[] Outcomes(double[] traits, int[][] friends, double contagion, ref RandomStream random)
    {
        double[] values = new double[People * Waves], before = new double[People], now = new double[People], shocks = new double[Communities];
        Array.Fill(before, 0.5);
        for (int wave = -Unseen; wave < Waves; wave++)
        {
            foreach (ref double shock in shocks.AsSpan())
            {
                shock = (ShockPersistence * shock) + (SharedShocks * Math.Sqrt(1 - (ShockPersistence * ShockPersistence)) * random.NextGaussian());
            }

            for (int person = 0; person < People; person++)
            {
                double share = 0;
                foreach (int friend in friends[person])
                {
                    share += before[friend];
                }

                double odds = (TraitDeviation * traits[person]) + (shocks[CommunityOf(person)] * (1 + (TraitByShock * traits[person])))
                    + (contagion * ((share / Friends) - 0.5)) + (Persistence * (before[person] - 0.5));
                now[person] = random.NextDouble() < 1 / (1 + Math.Exp(-odds)) ? 1 : 0;
                if (wave >= 0)
                {
                    values[(person * Waves) + wave] = now[person];
                }
            }

            (before, now) = (now, before);
        }

        return values;
    }
}
