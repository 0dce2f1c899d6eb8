// Where the people of a network are drawn.
namespace SmileNotebooks;

/// <summary>The layout of Fruchterman and Reingold (1991, Software: Practice and Experience 21, 1129): all people push each other away, ties pull, and steps become smaller. With a
/// weak pull to the middle, so that parts without ties stay on the page. Communities are drawn apart, so that one sees what their people share: people of another community push more and
/// ties to them pull less, and there is a pull to the middle of one's own. The same ties and seed give the same places.</summary>
internal static class ForceLayout
{
    private const int Steps = 200;
    private const double Gravity = 0.6;

    // Assumed, for the eye: communities of a network with a fifth of its ties between them stand apart, and the people in them too.
    private const double Cohesion = 8;
    private const double PushOfOthers = 3;
    private const double PullOfOthers = 0.15;

    /// <returns>Places within [-1, 1] on both axes.</returns>
    public static (double X, double Y)[] Place(int people, IReadOnlyList<NetworkTie> ties, IReadOnlyList<string> communities, ulong seed)
    {
        RandomStream random = new(seed);
        double[] x = new double[people], y = new double[people], dx = new double[people], dy = new double[people];
        string[] names = [.. communities.Distinct()];
        int[] group = [.. communities.Select(community => Array.IndexOf(names, community))];
        int[][] groups = [.. names.Select((_, at) => Enumerable.Range(0, people).Where(person => group[person] == at).ToArray())];
        for (int i = 0; i < people; i++)
        {
            // Communities begin side by side: the layout need not find out.
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * group[i] / names.Length);
            (x[i], y[i]) = ((0.7 * cosine) + (0.2 * (random.NextDouble() - 0.5)), (0.7 * sine) + (0.2 * (random.NextDouble() - 0.5)));
        }

        (int, int)[] pairs = [.. ties.Select(tie => (Math.Min(tie.Ego, tie.Alter), Math.Max(tie.Ego, tie.Alter))).Distinct()];
        double distance = Math.Sqrt(4.0 / people);
        for (int step = 0; step < Steps; step++)
        {
            Repel(x, y, dx, dy, distance, group);
            Gather(x, y, dx, dy, groups);
            foreach ((int a, int b) in pairs)
            {
                double px = x[a] - x[b], py = y[a] - y[b], pull = Math.Sqrt((px * px) + (py * py)) / distance * (group[a] == group[b] ? 1 : PullOfOthers);
                (dx[a], dy[a], dx[b], dy[b]) = (dx[a] - (px * pull), dy[a] - (py * pull), dx[b] + (px * pull), dy[b] + (py * pull));
            }

            Move(x, y, dx, dy, 0.1 * (1 - ((double)step / Steps)));
        }

        // Distances have no unit: the places fill the figure, whatever its shape.
        return [.. Filled(x).Zip(Filled(y))];
    }

    private static double[] Filled(double[] places)
    {
        double middle = (places.Min() + places.Max()) / 2, reach = Math.Max(1e-9, (places.Max() - places.Min()) / 2);
        return [.. places.Select(place => Math.Clamp((place - middle) / reach, -1, 1))];
    }

    private static void Repel(double[] x, double[] y, double[] dx, double[] dy, double distance, int[] group)
    {
        for (int i = 0; i < x.Length; i++)
        {
            (dx[i], dy[i]) = (-Gravity * x[i], -Gravity * y[i]);
        }

        double square = distance * distance;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double px = x[i] - x[j], py = y[i] - y[j];
                double push = square / Math.Max((px * px) + (py * py), 1e-6) * (group[i] == group[j] ? 1 : PushOfOthers);
                (dx[i], dy[i], dx[j], dy[j]) = (dx[i] + (px * push), dy[i] + (py * push), dx[j] - (px * push), dy[j] - (py * push));
            }
        }
    }

    private static void Gather(double[] x, double[] y, double[] dx, double[] dy, int[][] groups)
    {
        if (groups.Length == 1)
        {
            return; // gravity does it
        }

        foreach (int[] group in groups)
        {
            double middleX = group.Average(person => x[person]), middleY = group.Average(person => y[person]);
            foreach (int person in group)
            {
                dx[person] += Cohesion * (middleX - x[person]);
                dy[person] += Cohesion * (middleY - y[person]);
            }
        }
    }

    private static void Move(double[] x, double[] y, double[] dx, double[] dy, double longest)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double length = Math.Sqrt((dx[i] * dx[i]) + (dy[i] * dy[i]));
            double share = length > longest ? longest / length : 1;
            (x[i], y[i]) = (x[i] + (dx[i] * share), y[i] + (dy[i] * share));
        }
    }
}
