// Runs a whole notebook with nobody there.
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>Runs notebooks headless.</summary>
public static class NotebookRunner
{
    /// <summary>Runs a notebook's code cells in order, in a new engine.</summary>
    /// <param name="document">The notebook. Outputs that it holds are replaced.</param>
    /// <param name="options">The settings.</param>
    /// <param name="cancellation">Interrupts the running cell and ends the run.</param>
    /// <returns>The run notebook. A failing cell's error is its last output there and in <see cref="RunResult.Failures"/>.</returns>
    /// <exception cref="ParameterException">A parameter is unknown or cannot take its value; nothing was run.</exception>
    /// <exception cref="NotSupportedException">The notebook is of another language; nothing was run.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static async Task<RunResult> RunAsync(NotebookDocument document, RunOptions options, CancellationToken cancellation = default)
    {
        RequireCSharp(document);
        NotebookDocument prepared = WithKernel(NotebookParameters.Inject(document, options.Parameters).Strip());
        NotebookRun run = new(prepared, options);
        long start = Stopwatch.GetTimestamp();
        NotebookEngine engine = new(new EngineOptions { Folder = options.Folder, CellTimeOut = options.CellTimeOut, Clock = options.Clock });
        await using (engine.ConfigureAwait(false))
        {
            await run.RunAsync(engine, cancellation).ConfigureAwait(false);
        }

        return new RunResult(run.Document, Stopwatch.GetElapsedTime(start), run.Failures);
    }

    private static void RequireCSharp(NotebookDocument document)
    {
        string? language = (document.Metadata["kernelspec"] as JsonObject)?["language"]?.ToString()
            ?? (document.Metadata["language_info"] as JsonObject)?["name"]?.ToString();
        if (language is not null && !language.Equals("csharp", StringComparison.OrdinalIgnoreCase) && !language.Equals("C#", StringComparison.OrdinalIgnoreCase))
        {
            throw new NotSupportedException($"The notebook's language is {language}; this host runs C# (kernelspec language csharp).");
        }
    }

    private static NotebookDocument WithKernel(NotebookDocument document)
    {
        if (document.Metadata.ContainsKey("kernelspec"))
        {
            return document;
        }

        JsonObject metadata = document.Metadata.DeepClone().AsObject();
        metadata["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "csharp", ["name"] = ".net-csharp" };
        return document with { Metadata = metadata };
    }
}
