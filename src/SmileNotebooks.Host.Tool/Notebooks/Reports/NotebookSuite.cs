namespace SmileNotebooks.Host.Tool.Notebooks.Reports;

/// <summary>A notebook as a suite of tests.</summary>
/// <param name="Notebook">Its path, as it was given.</param>
/// <param name="StartedAt">When its run began.</param>
/// <param name="Result">Its run; null where it could not be run.</param>
/// <param name="Problem">Why it could not be run; empty otherwise.</param>
internal sealed record NotebookSuite(string Notebook, DateTimeOffset StartedAt, RunResult? Result, string Problem)
{
    /// <summary>Its code cells; one failed case for a notebook that could not be run.</summary>
    public IReadOnlyList<CellCase> Cases { get; } = Result is null
        ? [new CellCase("the notebook can be run", CellOutcome.Failed, TimeSpan.Zero, new ErrorOutput("NotRun", Problem, [Problem]), "")]
        : [.. CellCase.Of(Result)];

    /// <summary>How long the cells ran.</summary>
    public TimeSpan Duration => Cases.Aggregate(TimeSpan.Zero, (sum, cell) => sum + cell.Duration);

    /// <summary>How many cells ended so.</summary>
    public int Count(CellOutcome outcome) => Cases.Count(cell => cell.Outcome == outcome);
}
