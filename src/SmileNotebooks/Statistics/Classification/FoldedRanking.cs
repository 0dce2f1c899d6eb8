// Scores in the order of their folds: what an area under a ROC curve needs when clusters have weights.
namespace SmileNotebooks;

/// <summary>The rows of each fold by score. Scores of different folds come from different models, and are never compared with each other.</summary>
internal sealed class FoldedRanking
{
    private readonly int[] _clusters;
    private readonly bool[] _events;
    private readonly bool[] _endsTie;
    private readonly bool[] _endsFold;

    /// <param name="scores">One a row, finite.</param>
    /// <param name="outcomes">Whether each row is an event.</param>
    /// <param name="clusters">The cluster of each row, from 0.</param>
    /// <param name="folds">The fold of each row.</param>
    public FoldedRanking(ReadOnlySpan<double> scores, ReadOnlySpan<bool> outcomes, ReadOnlySpan<int> clusters, ReadOnlySpan<int> folds)
    {
        double[] values = scores.ToArray();
        int[] foldOf = folds.ToArray();
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(order, (left, right) =>
            foldOf[left] != foldOf[right] ? foldOf[left].CompareTo(foldOf[right])
            : values[left] != values[right] ? values[left].CompareTo(values[right])
            : left.CompareTo(right));
        _clusters = new int[order.Length];
        _events = new bool[order.Length];
        _endsTie = new bool[order.Length];
        _endsFold = new bool[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            bool isLast = i + 1 == order.Length;
            _clusters[i] = clusters[order[i]];
            _events[i] = outcomes[order[i]];
            _endsFold[i] = isLast || foldOf[order[i + 1]] != foldOf[order[i]];
            _endsTie[i] = _endsFold[i] || values[order[i + 1]] != values[order[i]];
        }
    }

    /// <summary>The share of pairs of an event and another row of one fold in which the event scores higher, ties counting half. NaN without any pair.</summary>
    /// <param name="weights">How often each cluster counts; null for once each.</param>
    public double Auc(double[]? weights = null)
    {
        double concordant = 0, pairs = 0, events = 0, others = 0, tiedEvents = 0, tiedOthers = 0;
        for (int i = 0; i < _clusters.Length; i++)
        {
            double weight = weights is null ? 1 : weights[_clusters[i]];
            if (_events[i])
            {
                tiedEvents += weight;
            }
            else
            {
                tiedOthers += weight;
            }

            if (!_endsTie[i])
            {
                continue;
            }

            concordant += tiedEvents * (others + (0.5 * tiedOthers));
            events += tiedEvents;
            others += tiedOthers;
            tiedEvents = tiedOthers = 0;
            if (_endsFold[i])
            {
                pairs += events * others;
                events = others = 0;
            }
        }

        return pairs > 0 ? concordant / pairs : double.NaN;
    }

    /// <summary>Sensitivity at evenly spaced false positive rates: the mean of the folds' curves, each weighted by its pairs. The area under it is <see cref="Auc"/>.</summary>
    /// <param name="weights">How often each cluster counts; null for once each.</param>
    /// <param name="sensitivities">Receives them, for rates from 0 to 1; NaN without any pair.</param>
    public void Curve(double[]? weights, Span<double> sensitivities)
    {
        sensitivities.Clear();
        double pairs = 0;
        List<(double Events, double Others)> steps = [];
        double events = 0, others = 0;
        for (int i = _clusters.Length - 1; i >= 0; i--)
        {
            // From the highest score down: a step of the curve for each group of ties.
            double weight = weights is null ? 1 : weights[_clusters[i]];
            events += _events[i] ? weight : 0;
            others += _events[i] ? 0 : weight;
            if (i == 0 || _endsTie[i - 1])
            {
                steps.Add((events, others));
            }

            if (i == 0 || _endsFold[i - 1])
            {
                AddCurve(steps, events, others, sensitivities);
                pairs += events * others;
                steps.Clear();
                events = others = 0;
            }
        }

        for (int at = 0; at < sensitivities.Length; at++)
        {
            sensitivities[at] = pairs > 0 ? sensitivities[at] / pairs : double.NaN;
        }
    }

    private static void AddCurve(List<(double Events, double Others)> steps, double events, double others, Span<double> sums)
    {
        if (events * others <= 0)
        {
            return;
        }

        int step = 0;
        (double X, double Y) before = (0, 0);
        for (int at = 0; at < sums.Length; at++)
        {
            double rate = (double)at / (sums.Length - 1);
            while (step < steps.Count && steps[step].Others / others <= rate)
            {
                before = (steps[step].Others / others, steps[step].Events / events);
                step++;
            }

            double height = before.Y;
            if (step < steps.Count && rate > before.X)
            {
                (double x, double y) = (steps[step].Others / others, steps[step].Events / events);
                height += (y - before.Y) * (rate - before.X) / (x - before.X);
            }

            sums[at] += height * events * others;
        }
    }
}
