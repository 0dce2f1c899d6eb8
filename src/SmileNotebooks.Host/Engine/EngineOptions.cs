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

    /// <summary>What tells the time, for what cells show of it. Default: the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Most console text of one cell, in UTF-16 characters. What goes beyond is counted, not kept, and the cell's last line says how
    /// much it was. Default: 10,000,000.
    /// </summary>
    public long MaxTextLength { get; init; } = 10_000_000;

    /// <summary>Most values that one cell shows; errors are always shown. Default: 10,000.</summary>
    public int MaxOutputs { get; init; } = 10_000;

    /// <summary>Most UTF-16 characters of a shown value in one MIME type; a longer one is left out, and a line says so. Default: 64,000,000.</summary>
    public long MaxValueLength { get; init; } = 64_000_000;

    /// <summary>Most UTF-16 characters of all values that one cell shows together. Default: 256,000,000.</summary>
    public long MaxDataLength { get; init; } = 256_000_000;
}
