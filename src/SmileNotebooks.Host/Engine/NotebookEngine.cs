// Runs the cells of one notebook: each sees what the earlier ones declared.
namespace SmileNotebooks.Host;

/// <summary>
/// Runs C# cells of the .NET Interactive dialect, one at a time, keeping variables, types and references between them.
/// While a cell runs, the current directory is the notebook's folder (or where an earlier cell moved it to); afterwards it is what
/// it was. Output goes to a callback in order, from one thread at a time; nothing that a cell left running can write to a later one.
/// </summary>
/// <remarks>Assemblies are not unloaded: an engine's cells and libraries stay in memory as long as the process.</remarks>
public sealed partial class NotebookEngine : IAsyncDisposable
{
    private readonly EngineOptions _options;
    private readonly string _folder;
    private NotebookReferences _references;
    private SubmissionChain _chain;
    private NotebookPackages _packages = new();
    private readonly NotebookOwned _owned = new();
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private string _currentDirectory;
    private int _cells;
    private bool _isMemoryNoted;

    /// <summary>Makes an engine in which nothing is declared yet.</summary>
    /// <param name="options">The settings; default: those of <see cref="EngineOptions"/>.</param>
    /// <exception cref="DirectoryNotFoundException">The notebook's folder does not exist.</exception>
    public NotebookEngine(EngineOptions? options = null)
    {
        _options = options ?? new EngineOptions();
        _folder = Path.GetFullPath(_options.Folder, WorkingFolder.AtStart);
        if (!Directory.Exists(_folder))
        {
            throw new DirectoryNotFoundException($"There is no folder {_folder} to run a notebook in.");
        }

        _currentDirectory = _folder;
        (_references, _chain) = NewChain();
    }

    internal string Folder => _folder;

    internal NotebookReferences References => _references;

    internal SubmissionChain Chain => _chain;

    internal NotebookPackages Packages => _packages;

    /// <summary>Runs a cell. Calls made while one runs wait for their turn.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="output">
    /// Takes each output, in order. It is called while the cell runs and holds the cell up; it must not write to the console.
    /// </param>
    /// <param name="cancellation">Interrupts the cell: every loop and call in its code stops; a blocked call is abandoned.</param>
    /// <returns>How the cell ended. A cell's errors are results (and its last output), never exceptions.</returns>
    /// <exception cref="OperationCanceledException">Cancelled before the cell began.</exception>
    /// <exception cref="DirectoryNotFoundException">The notebook's folder is gone.</exception>
    public Task<CellResult> RunAsync(string code, Action<CellOutput> output, CancellationToken cancellation = default) =>
        InTurnAsync(() => RunInFolderAsync(code, output, cancellation), cancellation);

    /// <summary>Disposes of what the cells' <c>using var</c> declarations hold; errors in that are told on the console's error stream.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _owned.DisposeAsync().ConfigureAwait(false);
        }
        catch (AggregateException errors)
        {
            await Console.Error.WriteLineAsync($"At the notebook's end: {string.Join('\n', ExceptionReport.Lines(errors))}").ConfigureAwait(false);
        }

        _oneAtATime.Dispose();
    }

    /// <summary>Drops what the cells declared and referenced; called by the cell that runs.</summary>
    /// <exception cref="AggregateException">Values threw when they were disposed of; all is dropped nevertheless.</exception>
    internal async Task StartAnewAsync()
    {
        (_references, _chain) = NewChain();
        _packages = new NotebookPackages();
        await _owned.DisposeAsync().ConfigureAwait(false);
    }

    // One at a time, each in the notebook's current directory. A cell that runs a notebook itself has it already.
    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        bool nested = CellContext.Current is not null;
        await _oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (nested)
            {
                return await work().ConfigureAwait(false);
            }

            // A cell may have moved to a folder that is gone by now.
            await WorkingFolder.EnterAsync(Directory.Exists(_currentDirectory) ? _currentDirectory : _folder, cancellation).ConfigureAwait(false);
            try
            {
                return await work().ConfigureAwait(false);
            }
            finally
            {
                _currentDirectory = WorkingFolder.Leave();
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private static (NotebookReferences References, SubmissionChain Chain) NewChain()
    {
        NotebookLoadContext context = new();
        NotebookReferences references = new(context);
        return (references, new SubmissionChain(context, references.All));
    }

    private async Task<CellResult> RunInFolderAsync(string code, Action<CellOutput> output, CancellationToken cancellation)
    {
        int number = ++_cells;
        SourceFile cell = new($"cell {number}", code, _folder);
        long start = _options.Clock.GetTimestamp();
        CellConsole.Install();
        CellContext context = new(output, _options);
        CellRun run = new(context, _owned, _options);
        bool timed = false;
        (CellStatus Status, object? Value, ErrorOutput? Error) end = await run.ExecuteAsync(
            async () =>
            {
                CellSource source = CellSource.Parse(code);
                timed = source.Timed;
                return await new CellInterpreter(this, context).RunAsync(source, cell, cancellation).ConfigureAwait(false);
            },
            error => ErrorOf(error, cell),
            cancellation).ConfigureAwait(false);

        TimeSpan duration = _options.Clock.GetElapsedTime(start);
        if (timed)
        {
            context.Put(new DisplayOutput(Formatting.Bundle($"Wall time: {duration.TotalMilliseconds:0.0} ms", [])));
        }

        if (end.Error is not null)
        {
            context.Put(end.Error);
        }

        NoteMemory(context);
        context.Close();
        return new CellResult(end.Status, number, duration, end.Value, end.Error);
    }

    private void NoteMemory(CellContext context)
    {
        long held = Environment.WorkingSet;
        if (_isMemoryNoted || held < (_options.MemoryNoteFrom ?? long.MaxValue))
        {
            return;
        }

        _isMemoryNoted = true;
        context.Put(new StreamOutput("stderr", FormattableString.Invariant(
            $"This notebook's process holds {held / 1e6:0} MB. The values of all its variables are kept: `#!whos` lists them, `#!reset` drops them.\n")));
    }

    private static ErrorOutput ErrorOf(Exception error, SourceFile cell) => error switch
    {
        CellCompilationException compilation => compilation.Report,
        ImportedCodeException imported => imported.Report,
        CellSourceException source => CompileErrors.Report(source, cell),
        _ => ExceptionReport.Of(error),
    };
}
