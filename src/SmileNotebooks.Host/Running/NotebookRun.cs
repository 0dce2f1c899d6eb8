// One run of one notebook: collects what its cells put out.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

internal sealed class NotebookRun(NotebookDocument document, RunOptions options)
{
    private readonly NotebookCell[] _cells = [.. document.Cells];
    private readonly KeptOutputs?[] _outputs = new KeptOutputs?[document.Cells.Length];

    public NotebookDocument Document => document with { Cells = [.. _cells.Select((cell, at) => cell with { Outputs = _outputs[at]?.All ?? [] })] };

    public ImmutableArray<CellFailure> Failures { get; private set; } = [];

    public bool Interrupted { get; private set; }

    public async Task RunAsync(ICellEngine engine, CancellationToken cancellation)
    {
        int[] code = [.. Enumerable.Range(0, _cells.Length).Where(at => _cells[at].Kind == CellKind.Code)];
        for (int i = 0; i < code.Length && !engine.HasEnded && (Failures.IsEmpty || options.AllowErrors); i++)
        {
            if (cancellation.IsCancellationRequested)
            {
                Interrupted = true;
                return;
            }

            options.Progress?.Invoke(new CellProgress(i, code.Length, _cells[code[i]].FirstLine()));
            await RunCellAsync(engine, code[i], cancellation).ConfigureAwait(false);
        }
    }

    private async Task RunCellAsync(ICellEngine engine, int at, CancellationToken cancellation)
    {
        KeptOutputs outputs = _outputs[at] = new KeptOutputs();
        DateTimeOffset begun = options.Clock.GetUtcNow();
        long start = options.Clock.GetTimestamp();
        CellResult result;
        try
        {
            result = await engine.RunAsync(CellLanguage.Code(_cells[at]), output => Keep(outputs, output), cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Interrupted = true; // before it began
            return;
        }

        TimeSpan duration = options.Clock.GetElapsedTime(start);
        NotebookCell ran = _cells[at].Strip();
        ran.Metadata[ExecutionTimes.Key] = ExecutionTimes.Record(begun, duration);
        _cells[at] = ran with { ExecutionCount = result.Number, Duration = duration };
        Interrupted = result.Status == CellStatus.Interrupted;
        bool mayFail = result.Status == CellStatus.Failed && !engine.HasEnded && ran.Tags.Contains(CellErrors.MayRaise);
        if (result.Error is not null && !Interrupted && !mayFail)
        {
            Failures = Failures.Add(new CellFailure(at, result.Number, result.Error));
        }
    }

    private void Keep(KeptOutputs outputs, CellOutput output)
    {
        options.Output?.Invoke(output);
        if (output is not DisplayUpdate update)
        {
            outputs.Add(output);
            return;
        }

        // The value may have been shown by an earlier cell.
        foreach (KeptOutputs kept in _outputs.OfType<KeptOutputs>())
        {
            kept.Replace(update);
        }
    }
}
