using System.Collections.Immutable;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>Reads <c>-f params.json</c> and <c>-p name=value</c>.</summary>
internal static class ParameterList
{
    /// <param name="file">The file of parameters; null for none.</param>
    /// <param name="typed">What was typed, which goes before what the file says.</param>
    /// <exception cref="CommandException">The file cannot be read, a typed one has no <c>=</c> or no name, or a name stands twice.</exception>
    public static ImmutableSortedDictionary<string, ParameterValue> Read(string? file, IEnumerable<string> typed) =>
        (file is null ? ImmutableSortedDictionary.Create<string, ParameterValue>(StringComparer.Ordinal) : ReadFile(file)).SetItems(Parse(typed));

    private static ImmutableSortedDictionary<string, ParameterValue> ReadFile(string file)
    {
        try
        {
            return ParameterFile.Read(file);
        }
        catch (ParameterException error)
        {
            throw new CommandException(error.Message, ExitCode.Usage, error);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"There is no file of parameters {file}.", ExitCode.Usage, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file}: cannot be read: {error.Message}", ExitCode.Usage, error);
        }
    }

    private static ImmutableSortedDictionary<string, ParameterValue> Parse(IEnumerable<string> parameters)
    {
        ImmutableSortedDictionary<string, ParameterValue>.Builder values = ImmutableSortedDictionary.CreateBuilder<string, ParameterValue>(StringComparer.Ordinal);
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

            values.Add(name, ParameterValue.FromText(parameter[(equals + 1)..]));
        }

        return values.ToImmutable();
    }
}
