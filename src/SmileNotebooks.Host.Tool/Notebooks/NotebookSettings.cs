using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>How notebooks are run, as the command line and the environment say.</summary>
internal sealed record NotebookSettings
{
    public required ImmutableSortedDictionary<string, ParameterValue> Parameters { get; init; }

    public required TimeSpan CellTimeOut { get; init; }

    public required bool AllowErrors { get; init; }

    /// <summary>In bytes; null for no limit.</summary>
    public required long? MemoryLimit { get; init; }

    /// <summary>How many notebooks may run side by side.</summary>
    public required int Jobs { get; init; }

    public required TimeProvider Clock { get; init; }
}

/// <summary>The options that all commands have which run notebooks.</summary>
internal sealed class NotebookOptions
{
    private const int BytesOfMegabyte = 1024 * 1024;
    private const double LongestTimeOut = 24 * 24 * 3600; // what a timer can hold

    private readonly Option<string[]> _parameters = new("--parameter", "-p") { Description = "A parameter, given to every notebook; may be given several times.", HelpName = "name=value" };
    private readonly Option<string?> _file = new("--parameters-file", "-f") { Description = "Parameters from a JSON object; -p goes before it.", HelpName = "params.json" };
    private readonly Option<double?> _cellTimeOut;
    private readonly Option<bool> _allowErrors = new("--allow-errors") { Description = "Go on after a cell that failed. The exit code is 1 all the same." };
    private readonly Option<int?> _memory;
    private readonly Option<int?> _jobs;

    public NotebookOptions()
    {
        _cellTimeOut = new("--cell-timeout") { Description = "The longest time that each cell may run. Default: no limit.", HelpName = "SECONDS", CustomParser = result => Positive(result, LongestTimeOut) };
        _memory = new("--memory") { Description = "The most memory that each notebook may hold. Default: no limit.", HelpName = "MB", CustomParser = result => Whole(result, 64) };
        _jobs = new("--jobs", "-j") { Description = "How many notebooks run side by side. Default: one a processor.", HelpName = "N", CustomParser = result => Whole(result, 1) };
    }

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_parameters, _file, _cellTimeOut, _allowErrors, _memory, _jobs])
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="CommandException">Parameters or the environment cannot be understood.</exception>
    public NotebookSettings Read(ParseResult parsed) => new()
    {
        Parameters = ParameterList.Read(parsed.GetValue(_file), parsed.GetValue(_parameters) ?? []),
        CellTimeOut = parsed.GetValue(_cellTimeOut) is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan,
        AllowErrors = parsed.GetValue(_allowErrors),
        MemoryLimit = parsed.GetValue(_memory) is { } megabytes ? (long)megabytes * BytesOfMegabyte : null,
        Jobs = parsed.GetValue(_jobs) ?? Environment.ProcessorCount,
        Clock = ReportClock.FromEnvironment(),
    };

    private static double? Positive(ArgumentResult result, double most)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value > 0 && value <= most)
        {
            return value;
        }

        result.AddError($"{OptionOf(result)} is a number of seconds above 0, found '{text}'.");
        return null;
    }

    private static int? Whole(ArgumentResult result, int least)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least)
        {
            return value;
        }

        result.AddError($"{OptionOf(result)} is a whole number from {least}, found '{text}'.");
        return null;
    }

    private static string OptionOf(ArgumentResult result) => ((OptionResult)result.Parent!).Option.Name;
}
