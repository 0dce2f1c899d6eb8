using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The choices of a pipeline as a table.</summary>
internal static class PipelineTable
{
    public static ResultTable Of(EmgPipeline pipeline) =>
        new("Choices", ["choice", "chosen"], [.. PipelineWords.Of(pipeline).Select(choice => ImmutableArray.Create(choice.Name, choice.Value))]);
}
