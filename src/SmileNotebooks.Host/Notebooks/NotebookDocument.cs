// A notebook in memory.
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <summary>A notebook: its cells and the metadata that other programs left in it (kept as they are).</summary>
public sealed record NotebookDocument
{
    /// <summary>The member of the metadata in which an executed notebook remembers what it was made from.</summary>
    internal const string RunKey = "smilenotebooks";

    /// <summary>The cells in order.</summary>
    public required ImmutableArray<NotebookCell> Cells { get; init; }

    /// <summary>The notebook's metadata (kernelspec, language_info, title, ...).</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>The notebook as it should be committed: no outputs, no execution counts, no times. All other metadata stay.</summary>
    public NotebookDocument Strip()
    {
        JsonObject metadata = Metadata.DeepClone().AsObject();
        // The state of interactive controls is output too.
        metadata.Remove("widgets");
        metadata.Remove(RunKey);
        return this with { Cells = [.. Cells.Select(cell => cell.Strip())], Metadata = metadata };
    }
}

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Code to run.</summary>
    Code,

    /// <summary>Markdown text.</summary>
    Markdown,

    /// <summary>Text for a converter, shown to nobody.</summary>
    Raw,
}

/// <summary>A cell of a notebook.</summary>
public sealed record NotebookCell
{
    /// <summary>Unique in the notebook: 1 to 64 of letters, digits, - and _.</summary>
    public required string Id { get; init; }

    /// <summary>Code, Markdown or raw.</summary>
    public required CellKind Kind { get; init; }

    /// <summary>The text of the cell, lines separated by \n.</summary>
    public required string Source { get; init; }

    /// <summary>The cell's metadata.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Pictures that a Markdown cell holds, by file name and MIME type; null if none.</summary>
    public JsonObject? Attachments { get; init; }

    /// <summary>What a code cell put out.</summary>
    public ImmutableArray<CellOutput> Outputs { get; init; } = [];

    /// <summary>The number of a code cell that has run.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>How long a code cell ran; null if it did not.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The cell's tags, such as <c>parameters</c>.</summary>
    public ImmutableArray<string> Tags =>
        Metadata["tags"] is JsonArray tags ? [.. tags.OfType<JsonValue>().Select(tag => tag.ToString())] : [];

    /// <summary>The cell as if it had never run.</summary>
    public NotebookCell Strip()
    {
        JsonObject metadata = Metadata.DeepClone().AsObject();
        metadata.Remove(ExecutionTimes.Key);
        return this with { Outputs = [], ExecutionCount = null, Duration = null, Metadata = metadata };
    }
}
