// Paths on the command line are meant from where the command is called; a notebook's cells run in the notebook's folder.
using System.Collections.Immutable;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>Hands typed paths over as the notebook sees them.</summary>
internal static class ParameterPaths
{
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>The parameters, each typed path that leads somewhere from the current folder, and nowhere from the notebook's, written from the notebook's folder.
    /// Only text with a slash is taken for a path: a word may be the name of a folder by chance.</summary>
    /// <param name="parameters">As they were given.</param>
    /// <param name="folder">The notebook's folder.</param>
    public static ImmutableSortedDictionary<string, ParameterValue> SeenFrom(ImmutableSortedDictionary<string, ParameterValue> parameters, string folder) =>
        parameters.SetItems(parameters.Where(parameter => IsMeantFromHere(parameter.Value, folder)).Select(parameter =>
            KeyValuePair.Create(parameter.Key, ParameterValue.FromText(Path.GetRelativePath(folder, Path.GetFullPath(parameter.Value.Text)).Replace('\\', '/')))));

    private static bool IsMeantFromHere(ParameterValue value, string folder) =>
        value.Origin.Length == 0 && value.Text.IndexOfAny(Separators) >= 0 && !Path.IsPathRooted(value.Text)
        && Path.Exists(value.Text) && !Path.Exists(Path.Combine(folder, value.Text));
}
