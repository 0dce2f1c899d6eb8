// Rows simulated from a mixed model with known parameters.
namespace SmileNotebooks.Tests.Statistics.MixedModels;

internal static class SimulatedRows
{
    /// <summary>
    /// Participants x trials: y = effect * condition + participant constant + participant slope * condition + residual, with condition -.5 and .5
    /// in turn, and unit residual deviation.
    /// </summary>
    public static DataColumns Participants(ulong seed, int participants, int trials, double effect, double constant, double slope)
    {
        RandomStream random = new(seed);
        double[] response = new double[participants * trials];
        double[] condition = new double[response.Length];
        string[] participant = new string[response.Length];
        for (int i = 0; i < participants; i++)
        {
            double level = constant * random.NextGaussian();
            double own = slope * random.NextGaussian();
            for (int j = 0; j < trials; j++)
            {
                int row = (i * trials) + j;
                condition[row] = (j % 2) - .5;
                participant[row] = $"p{i:000}";
                response[row] = ((effect + own) * condition[row]) + level + random.NextGaussian();
            }
        }

        return DataColumns.Empty.With("y", response).With("condition", condition).With("participant", participant);
    }

    /// <summary>Participants x items, fully crossed, with a participant and an item constant.</summary>
    public static DataColumns Crossed(ulong seed, int participants, int items, double participantDeviation, double itemDeviation)
    {
        RandomStream random = new(seed);
        double[] ofItem = [.. Enumerable.Range(0, items).Select(_ => itemDeviation * random.NextGaussian())];
        List<double> response = [];
        List<string> participant = [];
        List<string> item = [];
        for (int i = 0; i < participants; i++)
        {
            double level = participantDeviation * random.NextGaussian();
            for (int j = 0; j < items; j++)
            {
                participant.Add($"p{i:000}");
                item.Add($"i{j:000}");
                response.Add(10 + level + ofItem[j] + random.NextGaussian());
            }
        }

        return DataColumns.Empty.With("y", response.ToArray()).With("participant", participant).With("item", item);
    }
}
