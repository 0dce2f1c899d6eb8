// A node of an ONNX graph with one output.
namespace TfLiteToOnnx.Onnx;

/// <summary>An ONNX operator applied to named values.</summary>
internal sealed record OnnxNode(string OperatorType, IReadOnlyList<string> Inputs, string Output, IReadOnlyList<OnnxAttribute> Attributes)
{
    /// <summary>The set of operators that it is of; empty for ONNX's own.</summary>
    public string Domain { get; init; } = string.Empty;

    public void Write(ProtoWriter writer)
    {
        foreach (string input in Inputs)
        {
            writer.Text(1, input);
        }

        writer.Text(2, Output);
        writer.Text(3, Output);
        writer.Text(4, OperatorType);
        foreach (OnnxAttribute attribute in Attributes)
        {
            writer.Message(5, attribute.Write);
        }

        if (Domain.Length > 0)
        {
            writer.Text(7, Domain);
        }
    }
}
