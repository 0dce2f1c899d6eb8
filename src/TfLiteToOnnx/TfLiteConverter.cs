// The way in: a .tflite file as bytes, an .onnx file as bytes.
using TfLiteToOnnx.Lowering;
using TfLiteToOnnx.Model;

namespace TfLiteToOnnx;

/// <summary>Converts TensorFlow Lite models of float32 activations to ONNX.</summary>
public static class TfLiteConverter
{
    /// <summary>Converts a model.</summary>
    /// <param name="tflite">The whole file (FlatBuffers, schema version 3, identifier <c>TFL3</c>, one subgraph).</param>
    /// <returns>
    /// An ONNX file (operator set 17, IR version 8) whose inputs and outputs have the names, shapes and order of dimensions
    /// of the original; images are [batch, height, width, channels]. The same file gives the same bytes.
    /// </returns>
    /// <exception cref="TfLiteFormatException">The file is malformed, truncated or beyond the limits; the message says where.</exception>
    /// <exception cref="UnsupportedOperatorException">The model needs an operator, or a form of one, that is not translated.</exception>
    public static byte[] ToOnnx(ReadOnlyMemory<byte> tflite) => GraphLowering.Convert(ModelReader.Read(tflite));
}
