// Gives every contender its turns at one work.
namespace Benchmarks.Shared;

internal static class RoundRobin
{
    // After this many seconds a work gets no further round.
    private const double MostSeconds = 12;

    /// <param name="turns">Who takes part, each with a name of its own.</param>
    /// <param name="rounds">How many rounds; one that is asked slowly takes part in the first alone.</param>
    /// <returns>The turns of each.</returns>
    public static Dictionary<string, Series> Run(IReadOnlyList<(string Name, Contender Contender, Request Request)> turns, int rounds)
    {
        Dictionary<string, Series> found = turns.ToDictionary(turn => turn.Name, _ => new Series());
        DateTime start = DateTime.UtcNow;
        for (int round = 0; round < rounds && (DateTime.UtcNow - start).TotalSeconds < MostSeconds; round++)
        {
            // Each round begins with another.
            foreach ((string name, Contender contender, Request request) in turns.Skip(round % turns.Count).Concat(turns.Take(round % turns.Count)))
            {
                if (!request.Slow || round == 0)
                {
                    found[name].Add(contender.Take(request));
                }
            }
        }

        return found;
    }
}
