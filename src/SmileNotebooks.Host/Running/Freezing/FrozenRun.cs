// An executed notebook that remembers what it was made from (`metadata.smilenotebooks`), so that it need not be made again.
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>An earlier run of a notebook.</summary>
/// <param name="Executed">The notebook with the outputs of that run.</param>
/// <param name="Inputs">The fingerprints of what it was made from.</param>
/// <param name="Provenance">Where its report comes from, and when it ran.</param>
internal sealed record FrozenRun(NotebookDocument Executed, JsonObject Inputs, ReportProvenance Provenance)
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Reads what an executed notebook remembers.</summary>
    /// <returns>Null where there is no such file, or it remembers nothing (its run failed), or cannot be read.</returns>
    public static FrozenRun? Read(string path)
    {
        try
        {
            NotebookDocument executed = NotebookFile.Read(path);
            return executed.Metadata[NotebookDocument.RunKey] is JsonObject kept && kept["inputs"] is JsonObject inputs
                && kept["provenance"].Deserialize<ReportProvenance>(s_json) is { } provenance
                ? new FrozenRun(executed, inputs, provenance)
                : null;
        }
        catch (Exception error) when (error is NotebookFormatException or IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The notebook with a note of what it was made from.</summary>
    /// <param name="executed">The notebook with its outputs.</param>
    /// <param name="inputs">Its inputs before the run; null after a run that must not be kept.</param>
    /// <param name="provenance">Where it comes from.</param>
    public static NotebookDocument Note(NotebookDocument executed, RunInputs? inputs, ReportProvenance provenance)
    {
        JsonObject metadata = executed.Metadata.DeepClone().AsObject();
        metadata.Remove(NotebookDocument.RunKey);
        if (inputs is { Unknowable: "" })
        {
            metadata[NotebookDocument.RunKey] = new JsonObject { ["inputs"] = inputs.ToJson(), ["provenance"] = JsonSerializer.SerializeToNode(provenance, s_json) };
        }

        return executed with { Metadata = metadata };
    }

    /// <summary>A notebook of the same code with the outputs of this run: its text, and all that is no code, may have changed.</summary>
    /// <param name="document">The notebook as it is now, its parameters injected.</param>
    /// <returns>Null if the code cells are not the same ones after all.</returns>
    public NotebookDocument? Apply(NotebookDocument document)
    {
        NotebookCell[] ran = [.. Executed.Cells.Where(cell => cell.Kind == CellKind.Code)];
        NotebookCell[] code = [.. document.Cells.Where(cell => cell.Kind == CellKind.Code)];
        if (!ran.Select(cell => cell.Source).SequenceEqual(code.Select(cell => cell.Source)))
        {
            return null;
        }

        int next = 0;
        return document with { Cells = [.. document.Cells.Select(cell => cell.Kind == CellKind.Code ? WithOutputs(cell, ran[next++]) : cell)] };
    }

    private static NotebookCell WithOutputs(NotebookCell cell, NotebookCell ran)
    {
        NotebookCell stripped = cell.Strip();
        if (ran.Metadata[ExecutionTimes.Key] is { } times)
        {
            stripped.Metadata[ExecutionTimes.Key] = times.DeepClone();
        }

        return stripped with { Outputs = ran.Outputs, ExecutionCount = ran.ExecutionCount, Duration = ran.Duration };
    }
}
