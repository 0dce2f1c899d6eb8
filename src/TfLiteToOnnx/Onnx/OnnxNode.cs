// A node of an ONNX graph with one output.
namespace TfLiteToOnnx.Onnx;

/// <summary>An ONNX operator of the default domain applied to named values.</summary>
internal sealed record OnnxNode(string OperatorType, IReadOnlyList<string> Inputs, string Output, IReadOnlyList<OnnxAttribute> Attributes)
{
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
    }
}
