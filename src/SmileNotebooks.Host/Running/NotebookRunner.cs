// Runs a whole notebook with nobody there.
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>Runs notebooks headless.</summary>
public static class NotebookRunner
{
    // The last one is what VS Code's extension for .NET Interactive wrote, whose cells are C# unless they say otherwise.
    private static readonly string[] s_languages = ["csharp", "C#", "polyglot-notebook"];

    /// <summary>Runs a notebook's code cells in order, in a new engine.</summary>
    /// <param name="document">The notebook. Outputs that it holds are replaced.</param>
    /// <param name="options">The settings.</param>
    /// <param name="cancellation">Interrupts the running cell and ends the run, whose result says so.</param>
    /// <returns>The run notebook. A failing cell's error is its last output there and in <see cref="RunResult.Failures"/>.</returns>
    /// <exception cref="ParameterException">A parameter is unknown or cannot take its value; nothing was run.</exception>
    /// <exception cref="NotSupportedException">The notebook is of another language; nothing was run.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist; nothing was run.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">The program of <see cref="RunOptions.Program"/> cannot be started.</exception>
    public static async Task<RunResult> RunAsync(NotebookDocument document, RunOptions options, CancellationToken cancellation = default)
    {
        RequireCSharp(document);
        if (!Directory.Exists(options.Folder))
        {
            throw new DirectoryNotFoundException($"There is no folder {options.Folder} to run a notebook in.");
        }

        long start = options.Clock.GetTimestamp();
        // First, so that a process of its own comes up while the notebook is prepared.
        ICellEngine engine = options.Program is null
            ? new OwnProcessEngine(new EngineOptions { Folder = options.Folder, CellTimeOut = options.CellTimeOut, Clock = options.Clock })
            : EngineProcess.Start(options);
        await using (engine.ConfigureAwait(false))
        {
            NotebookRun run = new(Prepare(document, options.Parameters), options);
            await run.RunAsync(engine, cancellation).ConfigureAwait(false);
            return new RunResult(run.Document, options.Clock.GetElapsedTime(start), run.Failures) { Interrupted = run.Interrupted };
        }
    }

    /// <summary>The notebook as it is run: its parameters injected, nothing of an earlier run left.</summary>
    /// <exception cref="ParameterException">A parameter is unknown or cannot take its value.</exception>
    internal static NotebookDocument Prepare(NotebookDocument document, ImmutableSortedDictionary<string, ParameterValue> parameters) =>
        WithKernel(NotebookParameters.Inject(document, parameters).Strip());

    // The metadata of the stripped notebook are a copy already.
    private static NotebookDocument WithKernel(NotebookDocument stripped) => stripped with { Metadata = KernelMetadata.With(stripped.Metadata) };

    private static void RequireCSharp(NotebookDocument document)
    {
        string? language = (document.Metadata[KernelMetadata.Key] as JsonObject)?["language"]?.ToString()
            ?? (document.Metadata["language_info"] as JsonObject)?["name"]?.ToString();
        if (language is not null && !s_languages.Contains(language, StringComparer.OrdinalIgnoreCase))
        {
            throw new NotSupportedException($"The notebook's language is {language}; this host runs C# (kernelspec language csharp).");
        }
    }
}
