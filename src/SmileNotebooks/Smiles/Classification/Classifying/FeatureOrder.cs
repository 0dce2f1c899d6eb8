// The columns of a table in the order that a model wants them.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal static class FeatureOrder
{
    private const int MostNamed = 12;

    /// <summary>Where each feature of the model is among the given names.</summary>
    /// <exception cref="TableException">Features are missing: they are named, with those that the model does not know.</exception>
    public static int[] Of(ModelCard card, ImmutableArray<string> given, string source)
    {
        int[] places = [.. card.Features.Select(feature => given.IndexOf(feature.Name))];
        string[] missing = [.. card.Features.Where((_, i) => places[i] < 0).Select(feature => feature.Name)];
        string[] unknown = Unknown(card, given);
        return missing.Length == 0
            ? places
            : throw new TableException(
                source, null, $"no feature {string.Join(", ", missing)}{(unknown.Length == 0 ? "" : $"; {card.Name} does not know {Some(unknown)}")}",
                $"all features of {card.Name}: {string.Join(", ", card.Features.Select(feature => feature.Name))}");
    }

    /// <summary>Refuses a model whose features are not exactly those asked for, in any order.</summary>
    /// <exception cref="SmileModelException">Features are missing from the model or unknown to the caller: both are named.</exception>
    public static void Check(ModelCard card, IEnumerable<string> asked, string path)
    {
        ImmutableArray<string> wanted = [.. asked];
        string[] missing = [.. wanted.Where(name => card.Features.All(feature => feature.Name != name))];
        string[] unknown = [.. card.Features.Select(feature => feature.Name).Where(name => !wanted.Contains(name))];
        if (missing.Length + unknown.Length > 0)
        {
            string found = string.Join(
                " and ", new[] { missing.Length == 0 ? null : $"no feature {string.Join(", ", missing)}", unknown.Length == 0 ? null : $"the unknown {string.Join(", ", unknown)}" }.OfType<string>());
            throw new SmileModelException(path, "features", found, $"a model of {string.Join(", ", wanted)}");
        }
    }

    // A table of frames has hundreds of columns: the first say which table it is.
    private static string Some(string[] names) =>
        names.Length <= MostNamed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))} and {names.Length - MostNamed} more";

    private static string[] Unknown(ModelCard card, ImmutableArray<string> given) =>
        [.. given.Where(name => card.Features.All(feature => feature.Name != name))];
}
