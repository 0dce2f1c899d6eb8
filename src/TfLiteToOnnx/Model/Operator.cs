// One step of the graph as the file declares it.
using TfLiteToOnnx.Reading;

namespace TfLiteToOnnx.Model;

/// <summary>An operator with the tensors it reads and makes.</summary>
/// <param name="Index">Its number in the graph.</param>
/// <param name="Name">The schema's name (<c>CONV_2D</c>), or the custom code.</param>
/// <param name="Version">The operator's version, 1 or more.</param>
/// <param name="Inputs">Tensor numbers; -1 for an optional input that is absent.</param>
/// <param name="Outputs">Tensor numbers, at least one.</param>
/// <param name="OptionsType">Number of the options' table type in the schema's union; 0 for none.</param>
/// <param name="Options">Table of options of a builtin operator.</param>
/// <param name="CustomOptions">Bytes of options of a custom operator; may be empty.</param>
internal sealed record Operator(
    int Index,
    string Name,
    int Version,
    int[] Inputs,
    int[] Outputs,
    int OptionsType,
    FlatTable? Options,
    ReadOnlyMemory<byte> CustomOptions)
{
    public override string ToString() => $"operator {Index} {Name}";
}
