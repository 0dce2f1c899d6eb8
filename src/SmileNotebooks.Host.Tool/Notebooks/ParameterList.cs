using System.Collections.Immutable;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>Reads <c>-p name=value</c>.</summary>
internal static class ParameterList
{
    /// <exception cref="CommandException">One has no <c>=</c> or no name, or a name stands twice.</exception>
    public static ImmutableSortedDictionary<string, string> Parse(IEnumerable<string> parameters)
    {
        ImmutableSortedDictionary<string, string>.Builder values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string parameter in parameters)
        {
            int equals = parameter.IndexOf('=');
            if (equals < 1)
            {
                throw new CommandException($"-p takes name=value, found '{parameter}'.", ExitCode.Usage);
            }

            string name = parameter[..equals].Trim();
            if (values.ContainsKey(name))
            {
                throw new CommandException($"-p {name} is given twice.", ExitCode.Usage);
            }

            values.Add(name, parameter[(equals + 1)..]);
        }

        return values.ToImmutable();
    }
}
