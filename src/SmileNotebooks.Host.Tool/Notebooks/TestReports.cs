using System.CommandLine;
using SmileNotebooks.Host.Tool.Notebooks.Reports;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>The options that ask for reports of the cells as tests, and their writing.</summary>
internal sealed class TestReports
{
    private readonly Option<string?> _junit = new("--junit") { Description = "Write the cells as test cases in JUnit's XML, for Jenkins, GitLab and others.", HelpName = "FILE.xml" };
    private readonly Option<string?> _trx = new("--trx") { Description = "Write the cells as unit tests in a .trx file, as dotnet test does.", HelpName = "FILE.trx" };

    public void AddTo(Command command)
    {
        command.Options.Add(_junit);
        command.Options.Add(_trx);
    }

    /// <exception cref="CommandException">A report cannot be written where it is asked for.</exception>
    public void RequireWritable(ParseResult parsed)
    {
        OutputPath.RequireWritable(parsed.GetValue(_junit));
        OutputPath.RequireWritable(parsed.GetValue(_trx));
    }

    /// <exception cref="CommandException">A report cannot be written.</exception>
    public void Write(ParseResult parsed, IReadOnlyList<NotebookOutcome> outcomes)
    {
        string? junit = parsed.GetValue(_junit);
        string? trx = parsed.GetValue(_trx);
        NotebookSuite[] suites =
        [
            .. outcomes.Select(outcome => new NotebookSuite(outcome.Notebook, outcome.StartedAt, outcome.Result, outcome.Problem?.Message ?? "The run was stopped before it began.")),
        ];
        if (junit is not null)
        {
            OutputPath.Write(junit, path => WholeFile.Write(path, JUnitReport.Write(suites)));
        }

        if (trx is not null)
        {
            OutputPath.Write(trx, path => WholeFile.Write(path, TrxReport.Write(suites)));
        }
    }
}
