// Element types of ONNX tensors.
namespace TfLiteToOnnx.Onnx;

/// <summary><c>TensorProto.DataType</c> of onnx.proto, as far as it is used here.</summary>
internal enum OnnxType
{
    Float = 1,
    Int64 = 7,
    Double = 11,
}
