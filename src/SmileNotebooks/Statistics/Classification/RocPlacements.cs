// The structural components of an area under a ROC curve: where each row lies among those of the other outcome.
namespace SmileNotebooks;

/// <summary>For each event the share of other rows below it, and for each other row the share of events above it; ties count half.</summary>
internal sealed record RocPlacements(double[] Events, double[] Others, double Auc)
{
    public static RocPlacements Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes)
    {
        int count = outcomes.Count(true);
        double[] events = new double[count];
        double[] others = new double[scores.Length - count];
        for (int row = 0, e = 0, o = 0; row < scores.Length; row++)
        {
            if (outcomes[row])
            {
                events[e++] = scores[row];
            }
            else
            {
                others[o++] = scores[row];
            }
        }

        // A row's rank among all less its rank among its own kind is how many of the other kind lie below it.
        double[] all = Midranks.Of((double[])[.. events, .. others]);
        double[] amongEvents = Midranks.Of(events);
        double[] amongOthers = Midranks.Of(others);
        double sum = 0;
        for (int i = 0; i < events.Length; i++)
        {
            events[i] = (all[i] - amongEvents[i]) / others.Length;
            sum += events[i];
        }

        for (int i = 0; i < others.Length; i++)
        {
            others[i] = 1 - ((all[count + i] - amongOthers[i]) / count);
        }

        return new RocPlacements(events, others, sum / count);
    }

    /// <summary>Covariance of two areas on the same rows (DeLong et al., 1988); with itself: the variance. NaN with one event or one other row,
    /// whose spread cannot be known.</summary>
    public double Covariance(RocPlacements other) =>
        Covariance(Events, Auc, other.Events, other.Auc) + Covariance(Others, Auc, other.Others, other.Auc);

    private static double Covariance(double[] first, double firstMean, double[] second, double secondMean)
    {
        if (first.Length < 2)
        {
            return double.NaN;
        }

        double sum = 0;
        for (int i = 0; i < first.Length; i++)
        {
            sum += (first[i] - firstMean) * (second[i] - secondMean);
        }

        return sum / (first.Length - 1.0) / first.Length;
    }
}
