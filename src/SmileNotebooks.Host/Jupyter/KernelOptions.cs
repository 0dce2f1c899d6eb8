// How a kernel is set up.
namespace SmileNotebooks.Host;

/// <summary>Settings of a <see cref="JupyterKernel"/>.</summary>
public sealed record KernelOptions
{
    /// <summary>The notebook's folder: relative paths in cells start here. Default: the current directory, in which Jupyter starts a kernel.</summary>
    public string Folder { get; init; } = Environment.CurrentDirectory;

    /// <summary>
    /// The file that keeps what was run, for the history of later sessions; null: none is kept.
    /// Default: <c>SmileNotebooks/history.jsonl</c> in the user's local application data (on Linux <c>$XDG_DATA_HOME</c>).
    /// </summary>
    public string? HistoryPath { get; init; } = HistoryFile.DefaultPath;

    /// <summary>The process whose end ends the kernel; null: none. Default: what <c>JPY_PARENT_PID</c> names, which Jupyter sets.</summary>
    public int? ParentProcess { get; init; } = ParentWatch.FromEnvironment();

    /// <summary>Whether SIGINT interrupts the running cell, and SIGTERM ends the kernel in order. Default: true.</summary>
    public bool HandleSignals { get; init; } = true;

    /// <summary>plotly.js, which front ends without a renderer for figures are sent once a session. Default: the file beside this assembly.</summary>
    public string PlotlyPath { get; init; } = PlotlyLibrary.DefaultPath;

    // Somebody works here for hours: from so many bytes on a line says once what keeps memory, and how to drop it.
    internal long? MemoryNoteFrom { get; init; } = 1_500_000_000;

    /// <summary>Where the kernel tells of messages that it dropped or does not know. Default: the console's error stream.</summary>
    public TextWriter Log { get; init; } = Console.Error;
}
