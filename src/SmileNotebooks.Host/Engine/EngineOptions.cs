// How a notebook engine is set up.
namespace SmileNotebooks.Host;

/// <summary>Settings of a <see cref="NotebookEngine"/>.</summary>
public sealed record EngineOptions
{
    /// <summary>The notebook's folder: relative paths in cells and in <c>#r</c> start here. Default: the current directory of the process's start.</summary>
    public string Folder { get; init; } = WorkingFolder.AtStart;

    /// <summary>The longest time a cell may run. Default: no limit.</summary>
    public TimeSpan CellTimeOut { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>
    /// How long an interrupted cell may take to stop. After it the cell's thread is abandoned: it can put out nothing any more.
    /// Default: one second.
    /// </summary>
    public TimeSpan InterruptGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Answers <c>Console.ReadLine</c>; null (the default) where nobody can type: reading is then an error.</summary>
    public Func<string?>? ReadLine { get; init; }
}
