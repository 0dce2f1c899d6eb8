// Which program runs a notebook's cells in a process of its own.
using System.Collections.Immutable;
using System.Reflection;

namespace SmileNotebooks.Host;

/// <summary>A program that hands its command line to <see cref="NotebookWorker"/>, and the limits of the process.</summary>
/// <param name="Path">The program, such as <c>dotnet</c>.</param>
/// <param name="Arguments">What stands before the worker's own arguments, such as <c>exec smile.dll</c>.</param>
public sealed record EngineProgram(string Path, ImmutableArray<string> Arguments)
{
    /// <summary>The running program; it must begin as <see cref="NotebookWorker"/> says.</summary>
    public static EngineProgram Current
    {
        get
        {
            string path = Environment.ProcessPath ?? "dotnet";
            bool isRuntime = System.IO.Path.GetFileNameWithoutExtension(path).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
            return new EngineProgram(path, isRuntime ? ["exec", Assembly.GetEntryAssembly()!.Location] : []);
        }
    }

    /// <summary>
    /// The most memory that the process may hold, in bytes. Managed memory beyond it is an OutOfMemoryException in the cell; a process
    /// that holds more all the same is ended. Default: null, no limit.
    /// </summary>
    public long? MemoryLimit { get; init; }
}
