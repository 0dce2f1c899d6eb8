// How a notebook is run.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>Settings of a <see cref="NotebookRunner"/>.</summary>
public sealed record RunOptions
{
    /// <summary>The folder that relative paths in cells start from: the notebook's. Default: the current directory of the process's start.</summary>
    public string Folder { get; init; } = WorkingFolder.AtStart;

    /// <summary>New values of variables that the cell tagged <c>parameters</c> declares. Default: none.</summary>
    public ImmutableSortedDictionary<string, ParameterValue> Parameters { get; init; } = ImmutableSortedDictionary<string, ParameterValue>.Empty;

    /// <summary>The longest time each cell may run. Default: no limit.</summary>
    public TimeSpan CellTimeOut { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>True to go on after a cell that failed; default: stop there.</summary>
    public bool AllowErrors { get; init; }

    /// <summary>Called before each code cell; null for nobody.</summary>
    public Action<CellProgress>? Progress { get; init; }

    /// <summary>Called with each output when a cell puts it out, one at a time; it holds the run up. Null for nobody.</summary>
    public Action<CellOutput>? Output { get; init; }

    /// <summary>The clock that the times in the document come from. Default: the system's; in a process of its own, cells see any other one stand still.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Runs the cells in a process of their own, which this program starts: a crash there is an error of the cell that ran, and other
    /// notebooks go on. Default: null, the cells run in this process.
    /// </summary>
    public EngineProgram? Program { get; init; }

    /// <summary>Takes each line that native code in the engine's own process writes past the notebook's console; null for nobody.</summary>
    public Action<string>? ProcessLine { get; init; }
}

/// <summary>A code cell is about to run.</summary>
/// <param name="Index">Its place among the code cells, from 0.</param>
/// <param name="Count">How many code cells there are.</param>
/// <param name="FirstLine">Its first line that is not empty.</param>
public sealed record CellProgress(int Index, int Count, string FirstLine);

/// <summary>A run notebook.</summary>
/// <param name="Document">The notebook with the outputs; cells that were not reached have none.</param>
/// <param name="Duration">Wall time of all cells.</param>
/// <param name="Failures">The cells that failed, in order; a cell tagged <c>raises-exception</c> may throw and is none of them.</param>
public sealed record RunResult(NotebookDocument Document, TimeSpan Duration, ImmutableArray<CellFailure> Failures)
{
    /// <summary>True when the run was cancelled: the document holds what was put out until then.</summary>
    public bool Interrupted { get; init; }

    /// <summary>True when every cell ran to its end.</summary>
    public bool Success => Failures.IsEmpty && !Interrupted;
}

/// <summary>A cell that failed.</summary>
/// <param name="CellIndex">Its index in <see cref="NotebookDocument.Cells"/> of the run document.</param>
/// <param name="Number">What its error calls it: its number among the code cells, from 1.</param>
/// <param name="Error">The error.</param>
public sealed record CellFailure(int CellIndex, int Number, ErrorOutput Error);
